// SPDX-License-Identifier: MIT

private import Glibc

/// Reads a file line by line in chunks that grow, without copying the lines.
///
/// Whoever wants a line or two reads little, whoever wants all soon reads much at once.
struct LineReader {
  /// One line, in the reader's buffer.
  struct Line {
    /// Where it is in ``LineReader/buffer``, without its line feed; empty if it is too long.
    var range: Range<Int>
    /// Where it begins in the file.
    var offset: Int
    /// Whether it ends with a line feed.
    var isTerminated: Bool
  }

  private static let firstChunk = 1 << 16
  private static let chunk = 1 << 20

  let files: any FileSystem
  let file: OpenFile
  private(set) var buffer: [UInt8] = []
  /// The next byte to look at, in the buffer.
  private var cursor = 0
  /// How much is read next.
  private var nextChunk = Self.firstChunk
  /// Where the buffer begins in the file.
  private var start: Int

  init(_ file: OpenFile, from offset: Int, _ files: any FileSystem) {
    self.files = files
    self.file = file
    start = offset
  }

  /// The next line; `nil` at the end.
  mutating func next() throws(StoreError) -> Line? {
    let offset = start + cursor
    var isTooLong = false
    while true {
      if let end = lineFeed() {
        let range = isTooLong ? end..<end : cursor..<end
        cursor = end + 1
        return Line(range: range, offset: offset, isTerminated: true)
      }
      let rest = buffer.count - cursor
      // What is longer than any line can be is passed over without being kept.
      if rest >= Self.chunk { isTooLong = true }
      start += isTooLong ? buffer.count : cursor
      cursor = 0
      buffer = try files.read(file, at: start, count: nextChunk)
      nextChunk = min(nextChunk * 4, Self.chunk)
      if buffer.count <= (isTooLong ? 0 : rest), lineFeed() == nil {
        guard rest > 0 || isTooLong else { return nil }
        defer { cursor = buffer.count }
        return Line(range: 0..<buffer.count, offset: offset, isTerminated: false)
      }
    }
  }

  private func lineFeed() -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, cursor < bytes.count else { return nil }
      return memchr(base + cursor, 0x0A, bytes.count - cursor).map { base.distance(to: $0) }
    }
  }
}
