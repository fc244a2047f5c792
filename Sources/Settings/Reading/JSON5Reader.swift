// SPDX-License-Identifier: MIT

/// Reads JSON5 (json5.org) as people write it by hand: comments, names without quotes, trailing
/// commas, single quotes, hexadecimal numbers.
///
/// It stops at the first mistake and says where it is. `Infinity` and `NaN` are refused: no setting
/// can mean them.
public struct JSON5Reader {
  /// The most bytes of a file.
  public static let sizeLimit = 262_144
  /// How deep lists and objects may lie in each other; this bounds the recursion, too.
  static let depthLimit = 16

  let scalars: [Unicode.Scalar]
  var place = 0
  var position = TextPosition()

  /// Reads a whole file.
  public static func read(_ bytes: [UInt8]) throws(SettingsProblem) -> JSON5Value {
    if let value = try readAny(bytes) { return value }
    throw SettingsProblem(TextPosition(), "There is no value in the file.")
  }

  /// Reads a whole file that may hold nothing but blanks and comments.
  static func readAny(_ bytes: [UInt8]) throws(SettingsProblem) -> JSON5Value? {
    guard bytes.count <= sizeLimit else {
      throw SettingsProblem(TextPosition(), "The file is larger than \(sizeLimit / 1024) KiB.")
    }
    var reader = JSON5Reader(scalars: try scalars(bytes))
    try reader.skipSpace()
    guard reader.next != nil else { return nil }
    let value = try reader.value(depth: 0)
    try reader.skipSpace()
    if let scalar = reader.next { throw reader.unexpected(scalar, after: "the end") }
    return value
  }

  private static func scalars(_ bytes: [UInt8]) throws(SettingsProblem) -> [Unicode.Scalar] {
    var reader = JSON5Reader(scalars: [])
    var found: [Unicode.Scalar] = []
    found.reserveCapacity(bytes.count)
    var decoder = UTF8()
    var rest = bytes.makeIterator()
    while true {
      switch decoder.decode(&rest) {
      case .scalarValue(let scalar): found.append(scalar)
      case .emptyInput: return found
      case .error:
        reader = JSON5Reader(scalars: found)
        while reader.next != nil { reader.advance() }
        throw reader.problem("The file is not UTF-8 text here.")
      }
    }
  }

  /// The scalar that comes next.
  var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }
  /// The one after it.
  var afterNext: Unicode.Scalar? { place + 1 < scalars.count ? scalars[place + 1] : nil }

  /// Goes on by one scalar; CR LF is one end of a line.
  mutating func advance() {
    guard let scalar = next else { return }
    place += 1
    let isEnd = scalar == "\n" || (scalar == "\r" && next != "\n")
    position =
      isEnd
      ? TextPosition(line: position.line + 1)
      : TextPosition(line: position.line, column: position.column + 1)
  }

  /// Goes past a scalar if it comes next.
  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    advance()
    return true
  }

  func problem(_ sentence: String) -> SettingsProblem { SettingsProblem(position, sentence) }

  func unexpected(_ scalar: Unicode.Scalar, after what: String) -> SettingsProblem {
    problem("'\(String(Character(scalar)))' does not belong after \(what).")
  }

  /// Goes past blanks and comments.
  mutating func skipSpace() throws(SettingsProblem) {
    while let scalar = next {
      if Self.isSpace(scalar) {
        advance()
      } else if scalar == "/", afterNext == "/" {
        while let scalar = next, !Self.isLineEnd(scalar) { advance() }
      } else if scalar == "/", afterNext == "*" {
        let start = position
        advance()
        advance()
        while next != "*" || afterNext != "/" {
          guard next != nil else { throw SettingsProblem(start, "This comment has no end: */.") }
          advance()
        }
        advance()
        advance()
      } else {
        return
      }
    }
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0xA0, 0x2028, 0x2029, 0xFEFF: true
    default: scalar.properties.generalCategory == .spaceSeparator
    }
  }

  static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\r" || scalar.value == 0x2028 || scalar.value == 0x2029
  }
}
