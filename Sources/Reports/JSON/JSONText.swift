// SPDX-License-Identifier: MIT

/// JSON to be written, in the bytes 0x20 to 0x7E only, so that `cat` is harmless.
///
/// The wire's writer is not used, because a report knows nothing of the wire.
enum JSONText: CustomStringConvertible {
  case literal(String)
  case string(String)
  case array([JSONText])
  case object([(String, JSONText)])

  var description: String {
    var text = String.UnicodeScalarView()
    write(to: &text)
    return String(text)
  }

  private func write(to text: inout String.UnicodeScalarView) {
    switch self {
    case .literal(let literal): text.append(contentsOf: literal.unicodeScalars)
    case .string(let string): Self.quote(string, to: &text)
    case .array(let elements):
      text.append("[")
      for (place, element) in elements.enumerated() {
        if place > 0 { text.append(",") }
        element.write(to: &text)
      }
      text.append("]")
    case .object(let members):
      text.append("{")
      for (place, member) in members.enumerated() {
        if place > 0 { text.append(",") }
        Self.quote(member.0, to: &text)
        text.append(":")
        member.1.write(to: &text)
      }
      text.append("}")
    }
  }

  private static func quote(_ string: String, to text: inout String.UnicodeScalarView) {
    text.append("\"")
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        text.append("\\")
        text.append(scalar)
      case "\n": text.append(contentsOf: "\\n".unicodeScalars)
      case " "..."~": text.append(scalar)
      default:
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          let zeros = String(repeating: "0", count: 4 - digits.utf8.count)
          text.append(contentsOf: "\\u\(zeros)\(digits)".unicodeScalars)
        }
      }
    }
    text.append("\"")
  }
}
