// SPDX-License-Identifier: MIT

extension CaseBook {
  /// The record that something new of a kind would be written on, by the text it is named after:
  /// the one that says so now, else one of that name; `nil` for a text without a letter or digit.
  ///
  /// A recommendation whose words were changed goes by its words, and still by those it came with.
  /// Two groups of different kinds are two, though they have one name; `kind` tells them apart.
  public func subject(
    _ noun: RecordNoun, namedAfter text: String, kind: String = ""
  ) -> Subject? {
    guard let wanted = Subject(noun, namedAfter: text) else { return nil }
    switch noun {
    case .recommendation: return RecommendationsByWords(self)[text]
    case .exclusion:
      let kind = kind.isEmpty ? Exclusion.Kind.deviceGroup : Exclusion.Kind(graphName: kind)
      let known = records(noun).map(Exclusion.init)
      if let same = known.first(where: {
        $0.kind == kind && Subject(noun, namedAfter: $0.name) == wanted
      }) {
        return same.record.subject
      }
      guard known.contains(where: { $0.record.subject == wanted }) else { return wanted }
      return Subject(noun, namedAfter: "\(text) \(kind.graphName)")
    default: return wanted
    }
  }
}

extension CaseBook {
  /// What a person calls a record, in a few words; its own name where it says none.
  public func title(of subject: Subject) -> String {
    let title = record(subject)?.title ?? subject.name
    return title.utf8.count > 60 ? title.prefix(bytes: 57) + "…" : title
  }
}

extension Record {
  /// What a person calls it: its title, name, text or reason; its own name where it has none.
  public var title: String {
    ["title", "name", "text", "reason"].lazy.map { self[$0] }.first { !$0.isEmpty }
      ?? subject.name
  }
}
