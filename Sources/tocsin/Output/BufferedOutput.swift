// SPDX-License-Identifier: MIT

/// Standard output, written in pieces large enough to be few.
struct BufferedOutput {
  private static let limit = 65_536
  private var bytes: [UInt8] = []

  /// Adds text.
  mutating func write(_ text: String) throws(Failure) { try write(Array(text.utf8)) }

  /// Adds bytes.
  mutating func write(_ more: [UInt8]) throws(Failure) {
    bytes += more
    if bytes.count >= Self.limit { try flush() }
  }

  /// Writes what has been added; the last call.
  mutating func flush() throws(Failure) {
    try StandardStreams.out(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
