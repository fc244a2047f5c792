// SPDX-License-Identifier: MIT

import Incidents

/// How one type of evidence becomes a name, an identifier and lines worth showing.
struct EvidenceRule: Sendable {
  var kind: EvidenceKind
  var name: TextRule
  var identifier: TextRule
  var fields: [(label: String, rule: TextRule)]

  init(
    _ kind: EvidenceKind, name: TextRule, identifier: TextRule = .none,
    fields: KeyValuePairs<String, TextRule> = [:]
  ) {
    self.kind = kind
    self.name = name
    self.identifier = identifier
    self.fields = fields.map { (label: $0.key, rule: $0.value) }
  }
}

/// How a text is put together from members.
indirect enum TextRule: Sendable, ExpressibleByStringLiteral {
  case none
  /// The value at a path of names; lists on the way are joined by commas.
  case path([String])
  /// The first rule that gives a text.
  case first([TextRule])
  /// The texts there are, with a separator between them.
  case joined([TextRule], String)
  /// A text and, in brackets, another.
  case noted(TextRule, TextRule)
  /// The user principal name, or domain and account, of the account at a path.
  case account([String])
  /// A rule applied to the value at a path, or to each element if it is a list.
  case at([String], TextRule)

  init(stringLiteral path: String) { self = .path(path.split(separator: ".").map(String.init)) }

  static func any(_ rules: TextRule...) -> TextRule { .first(rules) }
  static func account(_ path: String) -> TextRule { .account([path]) }
}

extension TextRule {
  private static let listLimit = 32

  /// The text; empty if there is none.
  func text(of value: JSONValue) -> String {
    switch self {
    case .none: ""
    case .path(let path): Self.at(path[...], in: value) { $0.scalarText }
    case .first(let rules): rules.lazy.map { $0.text(of: value) }.first { !$0.isEmpty } ?? ""
    case .joined(let rules, let separator):
      rules.map { $0.text(of: value) }.filter { !$0.isEmpty }.joined(separator: separator)
    case .noted(let rule, let note): Self.noted(rule.text(of: value), note.text(of: value))
    case .account(let path): Self.at(path[...], in: value) { $0.accountName }
    case .at(let path, let rule): Self.at(path[...], in: value) { rule.text(of: $0) }
    }
  }

  private static func noted(_ text: String, _ note: String) -> String {
    if text.isEmpty { return note }
    return note.isEmpty ? text : "\(text) (\(note))"
  }

  private static func at(
    _ path: ArraySlice<String>, in value: JSONValue, read: (JSONValue) -> String
  ) -> String {
    var value = value
    for (place, name) in zip(path.indices, path) {
      if value.kind == .array {
        return joined(value) { at(path[place...], in: $0, read: read) }
      }
      guard let member = value.present(name) else { return "" }
      value = member
    }
    return value.kind == .array ? joined(value, read) : read(value)
  }

  private static func joined(_ list: JSONValue, _ read: (JSONValue) -> String) -> String {
    var texts: [String] = []
    var more = 0
    for element in list.elements {
      if texts.count == listLimit {
        more += 1
        continue
      }
      let text = read(element)
      if !text.isEmpty { texts.append(text) }
    }
    return texts.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }
}

extension JSONValue {
  /// A scalar as text; empty for `null` and containers.
  var scalarText: String {
    switch kind {
    case .string: string?.text ?? ""
    case .number: numberText ?? ""
    case .bool: bool == true ? "yes" : "no"
    case .null, .array, .object: ""
    }
  }

  /// What a person calls the account this object describes.
  fileprivate var accountName: String {
    if let principal = present("userPrincipalName")?.scalarText, !principal.isEmpty {
      return principal
    }
    let account = present("accountName")?.scalarText ?? ""
    guard !account.isEmpty else { return present("displayName")?.scalarText ?? "" }
    let domain = present("domainName")?.scalarText ?? ""
    return domain.isEmpty ? account : "\(domain)\\\(account)"
  }
}
