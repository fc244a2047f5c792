// SPDX-License-Identifier: MIT

/// A place in a text: bytes from its start, and line and column as an editor counts them.
public struct JSONPosition: Hashable, Sendable, CustomStringConvertible {
  /// Bytes before it.
  public var offset: Int
  /// The line, from 1.
  public var line: Int
  /// The column, from 1, in characters.
  public var column: Int

  /// Makes a position.
  public init(offset: Int, line: Int, column: Int) {
    self.offset = offset
    self.line = line
    self.column = column
  }

  /// The position of a byte of a text, found by counting lines up to it.
  init(of offset: Int, in bytes: [UInt8]) {
    var line = 1
    var column = 1
    for byte in bytes.prefix(offset) {
      if byte == .lineFeed {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    self.init(offset: offset, line: line, column: column)
  }

  /// Such as "line 3, column 14".
  public var description: String { "line \(line), column \(column)" }

  /// A position inside a text that itself begins here.
  func advanced(by inner: JSONPosition) -> JSONPosition {
    JSONPosition(
      offset: offset + inner.offset, line: line + inner.line - 1,
      column: inner.line == 1 ? column + inner.column - 1 : inner.column)
  }
}
