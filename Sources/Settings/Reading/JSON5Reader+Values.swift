// SPDX-License-Identifier: MIT

extension JSON5Reader {
  mutating func value(depth: Int) throws(SettingsProblem) -> JSON5Value {
    let start = position
    guard depth < Self.depthLimit else { throw problem("This lies too deep in other values.") }
    guard let scalar = next else { throw problem("A value is missing at the end of the file.") }
    switch scalar {
    case "{": return JSON5Value(start, .object(try members(depth: depth)))
    case "[": return JSON5Value(start, .list(try elements(depth: depth)))
    case "\"", "'": return JSON5Value(start, .text(try text()))
    case "0"..."9", "+", "-", ".": return JSON5Value(start, .number(try number()))
    default: break
    }
    guard Self.begins(scalar) else {
      throw problem("A value is expected here, not '\(String(Character(scalar)))'.")
    }
    let word = word()
    switch word {
    case "null": return JSON5Value(start, .null)
    case "true": return JSON5Value(start, .flag(true))
    case "false": return JSON5Value(start, .flag(false))
    case "Infinity", "NaN": throw SettingsProblem(start, "\(word) is no value of a setting.")
    default: throw SettingsProblem(start, "'\(word)' needs quotes: \"\(word)\".")
    }
  }

  private mutating func members(depth: Int) throws(SettingsProblem) -> [JSON5Member] {
    let start = position
    advance()
    var found: [JSON5Member] = []
    var lines: [String: Int] = [:]
    while true {
      try skipSpace()
      if take("}") { return found }
      let position = position
      let name = try name(from: start)
      if let line = lines.updateValue(position.line, forKey: name) {
        throw SettingsProblem(position, "'\(name)' is there already, in line \(line).")
      }
      try skipSpace()
      guard take(":") else { throw problem("A colon is missing after '\(name)'.") }
      try skipSpace()
      found.append(
        JSON5Member(name: name, position: position, value: try value(depth: depth + 1)))
      try endElement(closing: "}", from: start)
    }
  }

  private mutating func elements(depth: Int) throws(SettingsProblem) -> [JSON5Value] {
    let start = position
    advance()
    var found: [JSON5Value] = []
    while true {
      try skipSpace()
      if take("]") { return found }
      if next == nil { throw SettingsProblem(start, "This has no end: ].") }
      found.append(try value(depth: depth + 1))
      try endElement(closing: "]", from: start)
    }
  }

  /// Goes past a comma, or up to the closing bracket.
  private mutating func endElement(
    closing: Unicode.Scalar, from start: TextPosition
  ) throws(SettingsProblem) {
    let end = position
    try skipSpace()
    if next == closing || take(",") { return }
    guard next != nil else {
      throw SettingsProblem(start, "This has no end: \(String(Character(closing))).")
    }
    throw SettingsProblem(end, "A comma is missing here.")
  }

  private mutating func name(from start: TextPosition) throws(SettingsProblem) -> String {
    guard let scalar = next else { throw SettingsProblem(start, "This has no end: }.") }
    if scalar == "\"" || scalar == "'" { return try text() }
    guard Self.begins(scalar) else {
      throw problem("A name is expected here, not '\(String(Character(scalar)))'.")
    }
    let name = word()
    // What people try first with the names of actions.
    if next == "." || next == "-" {
      throw problem("'\(name)\(next.map { String(Character($0)) } ?? "")…' needs quotes.")
    }
    return name
  }

  private mutating func word() -> String {
    var word = String.UnicodeScalarView()
    while let scalar = next, Self.goesOn(scalar) {
      word.append(scalar)
      advance()
    }
    return String(word)
  }

  private static func begins(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar == "$" || scalar.properties.isIDStart
  }

  private static func goesOn(_ scalar: Unicode.Scalar) -> Bool {
    begins(scalar) || scalar.properties.isIDContinue
  }

  private mutating func number() throws(SettingsProblem) -> String {
    let start = position
    var text = ""
    while let scalar = next, Self.goesOn(scalar) || scalar == "+" || scalar == "-" || scalar == "."
    {
      text.unicodeScalars.append(scalar)
      advance()
    }
    guard Self.isNumber(text) else { throw SettingsProblem(start, "'\(text)' is no number.") }
    return text
  }

  private static func isNumber(_ text: String) -> Bool {
    var rest = Substring(text)
    if let sign = rest.first, sign == "+" || sign == "-" { rest = rest.dropFirst() }
    if rest.hasPrefix("0x") || rest.hasPrefix("0X") {
      return rest.count > 2 && rest.dropFirst(2).allSatisfy { $0.isASCII && $0.isHexDigit }
    }
    let whole = digits(&rest)
    var fraction = 0
    if rest.first == "." {
      rest = rest.dropFirst()
      fraction = digits(&rest)
    }
    guard whole + fraction > 0 else { return false }
    // 010 is ten to one person and eight to another.
    if whole > 1, text.drop(while: { $0 == "+" || $0 == "-" }).first == "0" { return false }
    if let mark = rest.first, mark == "e" || mark == "E" {
      rest = rest.dropFirst()
      if let sign = rest.first, sign == "+" || sign == "-" { rest = rest.dropFirst() }
      guard digits(&rest) > 0 else { return false }
    }
    return rest.isEmpty
  }

  private static func digits(_ rest: inout Substring) -> Int {
    let found = rest.prefix { ("0"..."9").contains($0) }
    rest = rest.dropFirst(found.count)
    return found.count
  }
}
