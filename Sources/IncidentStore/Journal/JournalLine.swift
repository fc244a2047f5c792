// SPDX-License-Identifier: MIT

/// The frame of one line: what can be checked without reading it as JSON.
///
/// `{"v":1,"seq":18422,"with":18421,…,"prev":"43 characters","h":"43 characters"}`: `h` covers every byte before
/// `,"h":` and, like `prev`, stands at a fixed distance from the end.
package struct JournalLine: Hashable, Sendable {
  /// The most bytes of a line, its line feed included.
  package static let limit = 256 * 1024

  /// The version of the format; a newer one can be chained but not read.
  let version: Int
  /// The place in the journal's order.
  let seq: Int
  /// The first of the lines that were written and flushed together with it, maybe itself.
  ///
  /// Of such lines a loss of power may take any and leave the others.
  let first: Int
  /// The hash of the line before.
  let previous: LineHash
  /// The line's own hash, which has been checked.
  let hash: LineHash

  static let hashPrefix = Array(#","h":""#.utf8)
  static let previousPrefix = Array(#","prev":""#.utf8)
  static let end = Array(#""}"#.utf8)

  /// Reads the frame of a line without its line feed; `nil` if it is not whole or its hash differs.
  init?(_ bytes: [UInt8], in range: Range<Int>) {
    let hashed = range.upperBound - Self.end.count - LineHash.length - Self.hashPrefix.count
    let previousEnd = hashed - 1
    let previousStart = previousEnd - LineHash.length
    guard range.count < Self.limit, previousStart > range.lowerBound + 20,
      bytes[..<range.upperBound].hasSuffix(Self.end),
      bytes[hashed...].starts(with: Self.hashPrefix), bytes[previousEnd] == UInt8(ascii: "\""),
      bytes[..<previousStart].hasSuffix(Self.previousPrefix)
    else { return nil }
    var cursor = range.lowerBound
    guard let version = Self.number(after: #"{"v":"#, bytes, &cursor),
      let seq = Self.number(after: #","seq":"#, bytes, &cursor)
    else { return nil }
    var first = seq
    if let written = Self.number(after: #","with":"#, bytes, &cursor) {
      guard written < seq else { return nil }
      first = written
    }
    let hash = LineHash(of: bytes, in: range.lowerBound..<hashed)
    guard hash.isWritten(in: bytes, at: hashed + Self.hashPrefix.count) else { return nil }
    self.version = version
    self.seq = seq
    self.first = first
    self.hash = hash
    previous = LineHash(written: bytes, at: previousStart)
  }

  /// A number of at most 15 digits after a text, without leading zeros.
  private static func number(
    after text: StaticString, _ bytes: [UInt8], _ cursor: inout Int
  ) -> Int? {
    let before = cursor
    for byte in "\(text)".utf8 {
      guard cursor < bytes.count, bytes[cursor] == byte else {
        cursor = before
        return nil
      }
      cursor += 1
    }
    let start = cursor
    var value = 0
    while cursor < bytes.count, cursor - start < 15, (0x30...0x39).contains(bytes[cursor]) {
      value = value * 10 + Int(bytes[cursor] - 0x30)
      cursor += 1
    }
    guard cursor > start, bytes[start] != 0x30 || cursor == start + 1 else { return nil }
    return value
  }
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ suffix: [UInt8]) -> Bool { self.suffix(suffix.count) == suffix[...] }
}
