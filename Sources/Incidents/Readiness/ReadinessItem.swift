// SPDX-License-Identifier: MIT

/// An item of the readiness assessment, as somebody here recorded it: the service has no interface
/// for it.
public struct ReadinessItem: Hashable, Sendable, Identifiable {
  /// The names of its fields.
  public enum Field {
    /// What is to be done.
    public static let title = "title"
    /// What must be known to do it.
    public static let details = "details"
    /// Where in the portal it is.
    public static let place = "where"
    /// Where it stands.
    public static let state = "state"
    /// Who takes care of it.
    public static let owner = "owner"
    /// Until when.
    public static let due = "due"
    /// Where it comes from.
    public static let source = "source"
    /// When somebody last looked whether it is still so.
    public static let checkedAt = "checkedAt"
  }

  /// The record.
  public let record: Record

  /// The item a record says.
  public init(_ record: Record) { self.record = record }

  /// The record's name.
  public var id: String { record.subject.name }
  /// What is to be done; the name where nobody wrote it.
  public var title: String { record[Field.title].isEmpty ? id : record[Field.title] }
  /// What must be known to do it; may be empty.
  public var details: String { record[Field.details] }
  /// Where in the portal it is; may be empty.
  public var place: String { record[Field.place] }
  /// Where it stands; complete now until somebody says otherwise.
  public var state: ReadinessState {
    let raw = record[Field.state]
    return raw.isEmpty ? .completeNow : ReadinessState(graphName: raw)
  }
  /// Who takes care of it; may be empty.
  public var owner: String { record[Field.owner] }
  /// Until when, if that can be read.
  public var due: Timestamp? { Timestamp(iso8601: record[Field.due]) }
  /// Where it comes from; may be empty.
  public var source: String { record[Field.source] }
  /// When somebody last looked; `nil` if nobody said so.
  public var checkedAt: Timestamp? { Timestamp(iso8601: record[Field.checkedAt]) }

  /// From when on it grows old: when it was checked, else when its state was set, else when it was
  /// written down.
  public var freshSince: Timestamp? {
    checkedAt ?? record.setting(Field.state)?.at ?? record.createdAt
  }

  /// How long ago that was.
  public func age(at now: Timestamp) -> Age? { freshSince.map { Age(from: $0, to: now) } }

  /// Whether it was not looked at for too long.
  public func isStale(at now: Timestamp) -> Bool {
    age(at: now).map { $0.milliseconds > Readiness.freshness } ?? false
  }

  /// Whether it should have been completed by now.
  public func isOverdue(at now: Timestamp) -> Bool {
    state != .completed && due.map { $0 < now } ?? false
  }
}
