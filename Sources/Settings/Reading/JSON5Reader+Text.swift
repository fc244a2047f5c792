// SPDX-License-Identifier: MIT

extension JSON5Reader {
  /// Reads a text in single or double quotes.
  mutating func text() throws(SettingsProblem) -> String {
    let start = position
    guard let quote = next else { return "" }
    advance()
    var text = String.UnicodeScalarView()
    while let scalar = next {
      switch scalar {
      case quote:
        advance()
        return String(text)
      case "\n", "\r": throw SettingsProblem(start, "This text has no end in its line.")
      case "\\": if let scalar = try escaped() { text.append(scalar) }
      default:
        text.append(scalar)
        advance()
      }
    }
    throw SettingsProblem(start, "This text has no end.")
  }

  /// What an escape stands for; `nil` for a line that goes on in the next.
  private mutating func escaped() throws(SettingsProblem) -> Unicode.Scalar? {
    let start = position
    advance()
    guard let scalar = next else { throw SettingsProblem(start, "This text has no end.") }
    advance()
    switch scalar {
    case "b": return "\u{08}"
    case "f": return "\u{0C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "v": return "\u{0B}"
    case "x": return Unicode.Scalar(UInt8(truncatingIfNeeded: try code(digits: 2, from: start)))
    case "u": return try unicode(from: start)
    case "\r":
      _ = take("\n")
      return nil
    case "\n", "\u{2028}", "\u{2029}": return nil
    case "0":
      if let next, ("0"..."9").contains(next) { break }
      return "\u{0}"
    case "1"..."9": break
    default: return scalar
    }
    throw SettingsProblem(start, "A digit after \\ has no meaning here.")
  }

  private mutating func unicode(from start: TextPosition) throws(SettingsProblem) -> Unicode.Scalar
  {
    let first = try code(digits: 4, from: start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    // The second half of a pair; anything else is no character.
    if first < 0xDC00, take("\\"), take("u") {
      let second = try code(digits: 4, from: start)
      if (0xDC00...0xDFFF).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      {
        return scalar
      }
    }
    throw SettingsProblem(start, "This escape is half a character.")
  }

  private mutating func code(digits: Int, from start: TextPosition) throws(SettingsProblem)
    -> UInt32
  {
    var code: UInt32 = 0
    for _ in 0..<digits {
      guard let next, next.isASCII, let digit = Character(next).hexDigitValue else {
        throw SettingsProblem(start, "This escape needs \(digits) hexadecimal digits.")
      }
      code = code << 4 | UInt32(digit)
      advance()
    }
    return code
  }
}
