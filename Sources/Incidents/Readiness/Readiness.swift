// SPDX-License-Identifier: MIT

/// How ready the organisation is for the service, as recorded here.
public struct Readiness: Hashable, Sendable {
  /// The milliseconds after which an item must be looked at again: 30 days.
  public static let freshness: Int64 = 30 * 86_400_000

  /// The kinds of records it is made of.
  public static let nouns: Set<RecordNoun> = [
    .readiness, .assets, .contact, .exclusion, .permission,
  ]

  /// The items, completed ones last, then by when they are due: one that is begun stays where it is.
  public let items: [ReadinessItem]
  /// The counts of protected assets, oldest first.
  public let counts: [AssetCount]
  /// The contacts, those for incidents first.
  public let contacts: [ReadinessContact]
  /// The exclusions, by kind and name.
  public let exclusions: [Exclusion]
  /// What is recorded of permissions.
  public let permissions: [ServicePermission: Record]

  /// Nothing recorded.
  public init() { self.init(CaseBook()) }

  /// What a book says.
  public init(_ book: CaseBook) {
    items = book.records(.readiness).map(ReadinessItem.init).sorted { left, right in
      let order = (left.state == .completed ? 1 : 0, right.state == .completed ? 1 : 0)
      if order.0 != order.1 { return order.0 < order.1 }
      let due = (left.due?.milliseconds ?? .max, right.due?.milliseconds ?? .max)
      return due.0 != due.1 ? due.0 < due.1 : left.record.subject < right.record.subject
    }
    counts = book.records(.assets).compactMap(AssetCount.init)
    let contacts = book.records(.contact).map(ReadinessContact.init)
    self.contacts =
      contacts.filter { $0.purpose == .incidentNotification }
      + contacts.filter { $0.purpose != .incidentNotification }
    let exclusions = book.records(.exclusion).map(Exclusion.init)
    self.exclusions =
      exclusions.filter { $0.kind == .deviceGroup } + exclusions.filter { $0.kind != .deviceGroup }
    var permissions: [ServicePermission: Record] = [:]
    for record in book.records(.permission) {
      if let permission = ServicePermission(rawValue: record.subject.name) {
        permissions[permission] = record
      }
    }
    self.permissions = permissions
  }

  /// Whether lines of the journal may have changed it.
  public static func isTouched(by entries: [JournalEntry]) -> Bool {
    entries.contains { $0.records.contains { $0.noun.map(nouns.contains) ?? false } }
  }

  /// Who would be phoned, and when nobody would.
  public var cover: PhoneCover { PhoneCover(contacts) }

  /// The counts of a kind over time.
  public func history(_ kind: AssetCount.Kind) -> AssetHistory { AssetHistory(counts, kind) }

  /// What is recorded of a permission; `nil` if nothing.
  public func answer(_ permission: ServicePermission) -> ServicePermission.Answer? {
    let raw = permissions[permission]?[ServicePermission.field] ?? ""
    return raw.isEmpty ? nil : ServicePermission.Answer(graphName: raw)
  }

  /// How long ago the item that was longest not looked at was looked at; `nil` without items.
  public func age(at now: Timestamp) -> Age? {
    items.compactMap(\.freshSince).min().map { Age(from: $0, to: now) }
  }

  /// That age, if it is too much.
  public func staleness(at now: Timestamp) -> Age? {
    age(at: now).flatMap { $0.milliseconds > Self.freshness ? $0 : nil }
  }

  /// How many items are in a state.
  public func count(_ state: ReadinessState) -> Int { items.count { $0.state == state } }

  /// What of a checklist is not here yet.
  public static func missing(
    of checklist: [Subject: [String: String]], in book: CaseBook
  ) -> RecordEdit {
    RecordEdit(checklist.filter { book.record($0.key)?.isThere != true })
  }
}
