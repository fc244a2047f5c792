// SPDX-License-Identifier: MIT

extension Setting {
  /// Reads a value; says what would be one if it is none.
  func read(_ value: JSON5Value) throws(SettingsProblem) -> SettingValue {
    switch (kind, value.content) {
    case (_, .null): return standard
    case (.flag, .flag(let flag)): return .flag(flag)
    case (.choice(let words), .text(let word)): return try choice(word, of: words, at: value)
    case (.duration, .text(let text)):
      guard Self.minutes(of: text) != nil else {
        throw problem(value, "'\(text)' is no length of time from 1m to 90d, such as 30m or 4h.")
      }
      return .text(text)
    // 16 and "16" are the same to whoever writes it.
    case (.choice(let words), .number(let word)): return try choice(word, of: words, at: value)
    case (.directory, .text(let path)):
      guard path.hasPrefix("/") || path.hasPrefix("~/"), !path.contains("\0") else {
        throw problem(value, "'\(path)' is no whole path; begin with / or ~/.")
      }
      return .text(path)
    case (.name(let limit), .text(let name)):
      guard (1...limit).contains(name.utf8.count) else {
        throw problem(value, "'\(id)' is 1 to \(limit) bytes of printable text.")
      }
      return .text(name)
    case (.keys, .object(let members)):
      var choices: [KeyChoice] = []
      for member in members { choices.append(try keys(of: member)) }
      return .keys(choices)
    case (.queries, .object(let members)):
      guard members.count <= NamedQuery.limit else {
        throw problem(value, "'\(id)' holds at most \(NamedQuery.limit).")
      }
      var queries: [NamedQuery] = []
      for member in members { queries.append(try query(of: member)) }
      return .queries(queries)
    default: throw problem(value, "'\(id)' is \(value.kind) here; \(expected) is expected.")
    }
  }

  /// What a value may be, in words.
  public var expected: String {
    switch kind {
    case .directory: "the path of a directory, in quotes,"
    case .name: "a text in quotes"
    case .flag: "true or false"
    case .duration: "a length of time in quotes, such as \"30m\" or \"4h\","
    case .choice(let words): Self.list(words)
    case .keys: "{ \"action\": [\"key\"] }"
    case .queries: "{ \"name\": \"query\" }"
    }
  }

  private func choice(
    _ word: String, of words: [String], at value: JSON5Value
  ) throws(SettingsProblem) -> SettingValue {
    if words.contains(word) { return .text(word) }
    let question = Nearest.question(word, among: words)
    throw problem(value, "'\(word)' is no value of '\(id)'; choose \(expected).\(question)")
  }

  private func keys(of member: JSON5Member) throws(SettingsProblem) -> KeyChoice {
    var written: [KeyChoice.Written] = []
    switch member.value.content {
    case .text(let text): written = [KeyChoice.Written(text, at: member.value.position)]
    case .list(let elements):
      for element in elements {
        guard case .text(let text) = element.content else {
          throw problem(
            element, "A key of '\(member.name)' is \(element.kind) here; write it in quotes.")
        }
        written.append(KeyChoice.Written(text, at: element.position))
      }
    default:
      throw problem(
        member.value,
        "The keys of '\(member.name)' are a list, such as [\"g g\", \"Home\"]; [] is none.")
    }
    return KeyChoice(member.name, at: member.position, written)
  }

  private func query(of member: JSON5Member) throws(SettingsProblem) -> NamedQuery {
    guard (1...NamedQuery.nameLimit).contains(member.name.utf8.count) else {
      throw SettingsProblem(
        member.position, "A name is 1 to \(NamedQuery.nameLimit) bytes.", setting: id)
    }
    guard case .text(let text) = member.value.content else {
      throw problem(
        member.value, "'\(member.name)' is \(member.value.kind) here; write a query in quotes.")
    }
    return NamedQuery(member.name, text, at: member.value.position)
  }

  private func problem(_ value: JSON5Value, _ sentence: String) -> SettingsProblem {
    SettingsProblem(value.position, sentence, setting: id)
  }

  static func list(_ words: [String]) -> String {
    words.count < 2
      ? words.joined()
      : words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
  }
}
