// SPDX-License-Identifier: MIT

/// What taking recommended actions of an incident into the backlog would write.
public struct RecommendationIntake: Hashable, Sendable {
  /// The most recommendations taken in at once, so that they fit one line of the journal.
  public static let limit = 40

  /// What is to be written; nothing if all is known and linked.
  public let edit: RecordEdit
  /// How many are new.
  public let new: Int
  /// How many are known.
  public let known: Int
  /// How many were left out because there were too many.
  public let left: Int
  /// The recommendations it is about, new or known.
  public let subjects: Set<Subject>

  /// What taking some texts in would write.
  public init(_ texts: [String], from incident: IncidentID?, source: String, in book: CaseBook) {
    typealias Field = Recommendation.Field
    var values: [Subject: [String: String]] = [:]
    var seen: Set<Subject> = []
    var (new, known) = (0, 0)
    let found = texts.flatMap(RecommendationText.split)
    let backlog = RecommendationsByWords(book)
    for text in found {
      guard seen.count < Self.limit, let subject = backlog[text],
        seen.insert(subject).inserted
      else { continue }
      let record = book.record(subject)
      var fields: [String: String] = [:]
      if record?.isThere == true {
        known += 1
      } else {
        new += 1
        fields = [Field.text: text, Field.source: source]
      }
      if let incident, record?[Field.link(incident)].isEmpty ?? true {
        fields[Field.link(incident)] = "1"
      }
      if !fields.isEmpty { values[subject] = fields }
    }
    edit = RecordEdit(values)
    self.new = new
    self.known = known
    left = Set(found.compactMap { backlog[$0] }).count - seen.count
    subjects = seen
  }

  /// What came of it once it is written: "2 new, 1 known already, now linked to 4 incidents".
  public func phrase(in book: CaseBook) -> String {
    let linked = Set(
      subjects.compactMap(book.record).map(Recommendation.init).flatMap { $0.incidents(in: book) })
    var parts = ["\(new) new", "\(known) known already"]
    if !linked.isEmpty {
      parts.append("now linked to \(linked.count) incident\(linked.count == 1 ? "" : "s")")
    }
    if left > 0 { parts.append("\(left) more left out: \(Self.limit) go in at once") }
    return parts.joined(separator: ", ")
  }
}

extension CaseBook {
  /// What a line that took recommended actions in came to; `nil` for any other line.
  public func intakePhrase(of entry: JournalEntry) -> String? {
    guard case .recorded(let edit) = entry.event,
      edit.values.allSatisfy({ subject, fields in
        subject.noun == .recommendation
          && fields.contains {
            $0.key.hasPrefix(Recommendation.Field.incident) && !$0.value.isEmpty
          }
      })
    else { return nil }
    let items = entry.records.compactMap(record).map(Recommendation.init)
    guard !items.isEmpty else { return nil }
    let new = items.count { $0.record.changes.first?.setting.seq == entry.seq }
    let linked = Set(items.flatMap { $0.incidents(in: self) })
    return "\(new) new, \(items.count - new) known already, now linked to \(linked.count) "
      + (linked.count == 1 ? "incident" : "incidents")
  }
}
