// SPDX-License-Identifier: MIT

/// What the experts advise, and what became of it here.
public struct Recommendation: Hashable, Sendable, Identifiable {
  /// The names of its fields.
  public enum Field {
    /// What is advised.
    public static let text = "text"
    /// What was decided.
    public static let state = "state"
    /// Who takes care of it.
    public static let owner = "owner"
    /// Until when.
    public static let due = "due"
    /// Where it comes from.
    public static let source = "source"
    /// Why it was declined.
    public static let reason = "reason"
    /// What shows that it is done.
    public static let evidence = "evidence"
    /// What the names of the fields begin with that link incidents.
    public static let incident = "incident/"
    /// The field that links an incident.
    public static func link(_ id: IncidentID) -> String { incident + id.text }
  }

  /// The record.
  public let record: Record

  /// The recommendation a record says.
  public init(_ record: Record) { self.record = record }

  /// The record's name.
  public var id: String { record.subject.name }
  /// What is advised; the name where nobody wrote it.
  public var text: String { record[Field.text].isEmpty ? id : record[Field.text] }
  /// What was decided; nothing until somebody says so.
  public var state: RecommendationState {
    let raw = record[Field.state]
    return raw.isEmpty ? .new : RecommendationState(graphName: raw)
  }
  /// Who takes care of it; may be empty.
  public var owner: String { record[Field.owner] }
  /// Until when, if that can be read.
  public var due: Timestamp? { Timestamp(iso8601: record[Field.due]) }
  /// Where it comes from; may be empty.
  public var source: String { record[Field.source] }
  /// Why it was declined; may be empty.
  public var reason: String { record[Field.reason] }
  /// What shows that it is done; may be empty.
  public var evidence: String { record[Field.evidence] }

  /// Whether it should have been done by now.
  public func isOverdue(at now: Timestamp) -> Bool {
    state.isOpen && due.map { $0 < now } ?? false
  }

  /// How long ago it was first written down.
  public func age(at now: Timestamp) -> Age? { record.createdAt.map { Age(from: $0, to: now) } }

  /// The incidents it concerns, as they stand in a book: an incident merged into another is that
  /// one, and counts once.
  public func incidents(in book: CaseBook) -> [IncidentID] {
    let linked = record.fields(under: Field.incident).compactMap { IncidentID($0.name) }
    return Set(linked.map(book.current)).sorted()
  }
}

extension CaseBook {
  /// Every recommendation: overdue, new, accepted, done, verified, declined; the most incidents
  /// first, then the oldest.
  public func recommendations(at now: Timestamp) -> [Recommendation] {
    recommendationsAndCounts(at: now).map(\.item)
  }

  /// The same, each with how many incidents it concerns.
  public func recommendationsAndCounts(
    at now: Timestamp
  ) -> [(item: Recommendation, incidents: Int)] {
    let all = records(.recommendation).map(Recommendation.init).map { item in
      (
        item, rank: item.isOverdue(at: now) ? 0 : item.state.rank,
        incidents: item.incidents(in: self).count,
        since: item.record.createdAt?.milliseconds ?? .max
      )
    }
    return all.sorted { left, right in
      if left.rank != right.rank { return left.rank < right.rank }
      if left.incidents != right.incidents { return left.incidents > right.incidents }
      if left.since != right.since { return left.since < right.since }
      return left.0.record.subject < right.0.record.subject
    }.map { ($0.0, $0.incidents) }
  }
}
