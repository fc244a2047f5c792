// SPDX-License-Identifier: MIT

private import Glibc
public import IncidentStore
public import Incidents
private import Synchronization

/// A store in whose way something can be put, and that knows what was asked of it.
public final class ObstructedStore: Store {
  private let store: any Store
  private let obstacle: @Sendable () throws(StoreError) -> Void
  private let delay: UInt32
  private let places = Mutex<[Int]>([])

  /// Puts an obstacle in the way of each commit, which may wait or throw, and microseconds in
  /// the way of the first reading.
  public init(
    _ store: any Store, delay: UInt32 = 0,
    obstacle: @escaping @Sendable () throws(StoreError) -> Void = {}
  ) {
    self.store = store
    self.delay = delay
    self.obstacle = obstacle
  }

  /// After which places in its order the journal's lines were asked for.
  public var asked: [Int] { places.withLock { $0 } }

  /// Everything, if it is known already; after the delay.
  public var ready: CaseBook? {
    usleep(delay)
    return store.ready
  }

  /// The store's identity.
  public var id: String { store.id }
  /// Where it is, in words.
  public var place: String { store.place }
  /// Why nothing can be written; `nil` if it can.
  public var readOnlyReason: String? { store.readOnlyReason }

  /// Commits, once the obstacle is out of the way.
  public func commit(
    _ proposal: Proposal, by author: Author
  ) throws(StoreError) -> Commit {
    try obstacle()
    return try store.commit(proposal, by: author)
  }

  /// Approves, once the obstacle is out of the way.
  public func approve(_ request: Subject, by author: Author) throws(StoreError) -> Refusal? {
    try obstacle()
    return try store.approve(request, by: author)
  }

  /// The journal's lines after a place in its order, oldest first.
  public func entries(after seq: Int) throws(StoreError) -> [JournalEntry] {
    places.withLock { $0.append(seq) }
    return try store.entries(after: seq)
  }

  /// The journal's lines that name an incident or one merged into it, oldest first.
  public func history(of id: IncidentID) throws(StoreError) -> [JournalEntry] {
    try store.history(of: id)
  }

  /// An incident as its current document says it; `nil` if there is none.
  public func incident(_ id: IncidentID) throws(StoreError) -> Incident? {
    try store.incident(id)
  }

  /// The current document of an incident and its digest, as bytes; `nil` if there is none.
  public func document(of id: IncidentID) throws(StoreError) -> StoredDocument? {
    try store.document(of: id)
  }

  /// Writes documents without making them current.
  public func put(_ documents: [NewDocument]) throws(StoreError) { try store.put(documents) }

  /// Makes documents current with *observed* lines.
  public func observe(
    _ documents: [NewDocument], by author: Author
  ) throws(StoreError) -> ObserveOutcome {
    try store.observe(documents, by: author)
  }

  /// Keeps a record that could not be read.
  public func quarantine(_ record: QuarantinedRecord) throws(StoreError) {
    try store.quarantine(record)
  }

  /// Notes when, by whom and from what was last imported.
  public func noteImport(_ stamp: ImportStamp) throws(StoreError) {
    try store.noteImport(stamp)
  }

  /// When, by whom and from what was last imported; `nil` if never.
  public func lastImport() throws(StoreError) -> ImportStamp? { try store.lastImport() }

  /// Something that tells when anybody changes the store.
  public func watcher() -> StoreWatcher? { store.watcher() }

  /// Checks the store.
  public func verify() throws(StoreError) -> Verification { try store.verify() }
}
