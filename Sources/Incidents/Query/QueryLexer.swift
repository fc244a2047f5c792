// SPDX-License-Identifier: MIT

/// A piece of a query's text.
struct QueryToken: Hashable {
  enum Kind: Hashable {
    case open, close, and, or, not
    /// A word or a quoted phrase.
    case word(String)
    /// `name:value`; the name ends before the place of the value. The value is `nil` where none
    /// follows the colon.
    case field(name: String, value: String?, valueRange: Range<Int>)
  }

  var kind: Kind
  /// Where it stands, in scalars.
  var range: Range<Int>
}

/// Cuts a text into tokens.
struct QueryLexer {
  private let scalars: [Unicode.Scalar]
  private var place = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  var count: Int { scalars.count }

  mutating func tokens() throws(QueryError) -> [QueryToken] {
    var tokens: [QueryToken] = []
    while let token = try next() { tokens.append(token) }
    return tokens
  }

  private mutating func next() throws(QueryError) -> QueryToken? {
    while place < count, scalars[place].isQueryBlank { place += 1 }
    guard place < count else { return nil }
    let start = place
    switch scalars[place] {
    case "(", ")":
      place += 1
      return QueryToken(kind: scalars[start] == "(" ? .open : .close, range: start..<place)
    case "\"":
      let phrase = try quoted()
      return QueryToken(kind: .word(phrase), range: start..<place)
    default:
      let text = bare()
      if let colon = fieldEnd(from: start, to: place) {
        let name = string(start..<colon)
        place = colon + 1
        let valueStart = place
        let value = try fieldValue()
        return QueryToken(
          kind: .field(name: name, value: value, valueRange: valueStart..<place),
          range: start..<place)
      }
      return QueryToken(kind: Self.keyword(text) ?? .word(text), range: start..<place)
    }
  }

  private static func keyword(_ text: String) -> QueryToken.Kind? {
    switch text {
    case "and", "AND": .and
    case "or", "OR": .or
    case "not", "NOT": .not
    default: nil
    }
  }

  private mutating func fieldValue() throws(QueryError) -> String? {
    guard place < count else { return nil }
    if scalars[place] == "\"" { return try quoted() }
    let text = bare()
    return text.isEmpty ? nil : text
  }

  /// A run without blanks, parentheses and quotes.
  private mutating func bare() -> String {
    let start = place
    while place < count, !scalars[place].endsQueryWord { place += 1 }
    return string(start..<place)
  }

  /// The text between quotes, in which a backslash takes the next quote or backslash as it is.
  private mutating func quoted() throws(QueryError) -> String {
    let start = place
    var text = String.UnicodeScalarView()
    place += 1
    while place < count, scalars[place] != "\"" {
      if scalars[place] == "\\", place + 1 < count,
        scalars[place + 1] == "\"" || scalars[place + 1] == "\\"
      {
        place += 1
      }
      text.append(scalars[place])
      place += 1
    }
    guard place < count else {
      throw QueryError(
        at: start..<count, "The phrase has no end; close it with \".", isUnfinished: true)
    }
    place += 1
    return String(text)
  }

  /// The colon after a field's name: letters, perhaps after a minus, and no second colon, so that
  /// addresses and times are words.
  private func fieldEnd(from start: Int, to end: Int) -> Int? {
    let letters = scalars[start] == "-" ? start + 1 : start
    guard let colon = (letters..<end).first(where: { !scalars[$0].isASCIILetter }),
      colon > letters, scalars[colon] == ":",
      colon + 1 == count || scalars[colon + 1] != ":"
    else { return nil }
    return colon
  }

  private func string(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }
}

extension Unicode.Scalar {
  /// Whether it stands between words.
  var isQueryBlank: Bool { value <= 0x20 || value == 0xA0 }
  /// Whether a word ends before it.
  var endsQueryWord: Bool { isQueryBlank || self == "(" || self == ")" || self == "\"" }
  var isASCIILetter: Bool { (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) }
}
