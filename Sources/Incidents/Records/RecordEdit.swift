// SPDX-License-Identifier: MIT

/// Fields to set on records, in one line of the journal.
public struct RecordEdit: Hashable, Sendable {
  /// What to set, by record and field; an empty text empties the field.
  public var values: [Subject: [String: String]]

  /// Makes an edit.
  public init(_ values: [Subject: [String: String]]) { self.values = values }

  /// An edit of one record.
  public init(_ subject: Subject, _ values: [String: String]) {
    self.init([subject: values])
  }

  /// Why it cannot be written, as a sentence; `nil` if it can.
  var flaw: String? {
    for (subject, fields) in values {
      guard subject.isRecord else { return "\(subject) is no record of ours." }
      for (name, value) in fields {
        let isName =
          (1...Record.nameLimit).contains(name.utf8.count)
          && name.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        guard isName else { return "“\(name)” cannot be the name of a field." }
        guard value.utf8.count <= Record.valueLimit else {
          return "The text for \(name) is longer than \(Record.valueLimit) bytes."
        }
      }
    }
    return nil
  }

  /// Whether two say the same, values compared as bytes.
  public static func == (left: RecordEdit, right: RecordEdit) -> Bool {
    left.values.count == right.values.count
      && left.values.allSatisfy { subject, fields in
        guard let others = right.values[subject], others.count == fields.count else { return false }
        return fields.allSatisfy { name, value in
          others[name]?.hasSameBytes(as: value) ?? false
        }
      }
  }

  /// Feeds which records it is about, which is enough to tell edits apart.
  public func hash(into hasher: inout Hasher) { hasher.combine(Set(values.keys)) }

  /// What is set, as a phrase: "readiness mfa: state in progress, owner bob".
  public var phrase: String {
    let parts = values.sorted { $0.key < $1.key }.map { subject, fields in
      if let phrase = Self.handoverPhrase(subject, fields) { return phrase }
      if let phrase = Self.liftedPhrase(subject, fields) { return phrase }
      if subject.noun == .request { return Self.requestPhrase(subject, fields) }
      let told = fields.sorted { $0.key < $1.key }.map { name, value in
        if name.hasPrefix("incident/"), value == "1" { return "incident \(name.dropFirst(9))" }
        // What is behind the name of a call or question only keeps it apart from others.
        let isNumbered = name.hasPrefix("call/") || name.hasPrefix("question/")
        let name = isNumbered ? String(name.prefix { $0 != "/" }) : name
        return value.isEmpty ? "no \(name)" : "\(name) \(value)"
      }
      return "\(subject.noun?.title ?? "") \(subject.name): \(told.joined(separator: ", "))"
    }
    guard parts.count > 3 else { return parts.joined(separator: "; ") }
    let names = values.keys.sorted().prefix(2).map { "\($0.noun?.title ?? "") \($0.name)" }
    return "\(parts.count) records: \(names.joined(separator: ", ")), …"
  }

  private static func requestPhrase(_ subject: Subject, _ fields: [String: String]) -> String {
    let name = subject.name.prefix(12)
    if let words = fields["words"] { return "asked for approval: \(words)" }
    if fields["withdrawn"] != nil { return "withdrew request \(name)" }
    return fields.keys.contains { $0.hasPrefix("approved/") }
      ? "approved request \(name)" : "changed request \(name)"
  }
}
