// SPDX-License-Identifier: MIT

public import Incidents

/// Where incidents live: documents the service wrote, and the journal of what happened.
///
/// One contract for every implementation; the contract suite in the tests runs on each. All
/// members may be called from any thread; none of them waits longer than the lock's limit.
public protocol Store: Sendable {
  /// The store's identity, a UUID.
  var id: String { get }
  /// Where it is, for messages and the header.
  var place: String { get }
  /// Why nothing can be written, as a sentence; `nil` if it can.
  var readOnlyReason: String? { get }

  /// The last line that was read and its hash; `nil` where lines have none.
  var journalHead: JournalHead? { get }

  /// The journal's lines after a place in its order, oldest first.
  func entries(after seq: Int) throws(StoreError) -> [JournalEntry]

  /// The journal's lines from one number through another, oldest first, as far as they are there.
  func entries(from first: Int, through last: Int) throws(StoreError) -> [JournalEntry]

  /// Everything as it stands now: the journal, folded.
  func snapshot() throws(StoreError) -> CaseBook

  /// The same, if it is known already; `nil` if it must be read with ``load(_:)``.
  var ready: CaseBook? { get }

  /// Reads everything, and tells how far it is.
  func load(_ tell: (Loading) -> Void) throws(StoreError) -> CaseBook

  /// Makes whatever lets the next start be instant, if it is missing or has fallen behind; whether
  /// it did, and ``snapshot()`` now starts from that. It takes a while, and never fails.
  func saveIndex() -> Bool

  /// The journal's lines that name an incident or one merged into it, oldest first.
  func history(of id: IncidentID) throws(StoreError) -> [JournalEntry]

  /// Judges a proposal against the newest state and writes what can be written, as one line.
  ///
  /// When it returns a line, that line is durable.
  func commit(_ proposal: Proposal, by author: Author) throws(StoreError) -> Commit

  /// Says that this user approves a request; why it cannot be approved, or `nil` if it now is.
  func approve(_ request: Subject, by author: Author) throws(StoreError) -> Refusal?

  /// An incident as its current document says it; `nil` if there is none.
  func incident(_ id: IncidentID) throws(StoreError) -> Incident?

  /// The current document of an incident and its digest, as bytes; `nil` if there is none.
  func document(of id: IncidentID) throws(StoreError) -> StoredDocument?

  /// Writes documents without making them current; nothing refers to them until ``observe``.
  func put(_ documents: [NewDocument]) throws(StoreError)

  /// Makes documents current with *observed* lines, each wholly or not at all.
  ///
  /// A document whose base is no longer the current one is left out and returned, to be merged
  /// again.
  func observe(
    _ documents: [NewDocument], by author: Author
  ) throws(StoreError) -> ObserveOutcome

  /// Keeps a record that could not be read, with the reason; the same bytes are kept once.
  func quarantine(_ record: QuarantinedRecord) throws(StoreError)

  /// Notes when, by whom and from what was last imported: the age of the data.
  func noteImport(_ stamp: ImportStamp) throws(StoreError)

  /// When, by whom and from what was last imported; `nil` if never.
  func lastImport() throws(StoreError) -> ImportStamp?

  /// Checks every line, the chain, and every current document against its digest.
  func verify() throws(StoreError) -> Verification

  /// Something that tells when anybody changes the store; `nil` where nobody else can.
  func watcher() -> StoreWatcher?
}

extension Store {
  /// Nothing: nobody else can change it.
  public func watcher() -> StoreWatcher? { nil }
}

extension Store {
  /// The lines from one number through another, out of all that come after.
  public func entries(
    from first: Int, through last: Int
  ) throws(StoreError) -> [JournalEntry] {
    Array(try entries(after: first - 1).prefix { $0.seq <= last })
  }

  /// Records that somebody wants to do what a second person must approve; `words` say what.
  ///
  /// The request is named by its digest and good for as long as the rule says, by this clock.
  public func request(
    _ proposal: Proposal, _ words: String, at now: Timestamp, by author: Author
  ) throws(StoreError) -> Commit {
    let action = RequestedAction(proposal)
    let book = try snapshot()
    if let standing = book.standingRequest(for: action.text, by: author, at: now) {
      var judgement = Judgement(event: proposal.event)
      judgement.alreadySoRecords[standing.subject] = standing.sentence(at: now)
      return Commit(judgement: judgement, entry: nil)
    }
    let minutes = book.approvalRule.minutes
    let expires = Timestamp(milliseconds: now.milliseconds + Int64(minutes) * 60_000)
    guard let subject = Subject(.request, action.digest(by: author.uid, expires: expires)) else {
      throw .tooLarge(reason: "The request cannot be named.")
    }
    var fields = action.fields
    fields["words"] = words
    fields["expires"] = expires.iso8601
    return try commit(Proposal(RecordEdit(subject, fields), seen: nil), by: author)
  }

  /// The action of a request, to be done by whoever asked; `nil` if it cannot be made out.
  public func proposal(of request: ApprovalRequest) -> Proposal? {
    var proposal = RequestedAction.proposal(request.action)
    proposal?.request = request.subject
    return proposal
  }

  /// Everything as it stands now: the journal, folded.
  public func snapshot() throws(StoreError) -> CaseBook {
    var book = CaseBook()
    for entry in try entries(after: 0) { book.apply(entry) }
    return book
  }

  /// Lines have no hash.
  public var journalHead: JournalHead? { nil }

  /// The hash of a line, if that is the last that was read; else empty.
  public func hash(ofLine seq: Int) -> String {
    journalHead.flatMap { $0.seq == seq ? $0.hash : nil } ?? ""
  }

  /// Nothing is known before it was read.
  public var ready: CaseBook? { nil }

  /// Reads everything at once.
  public func load(_ tell: (Loading) -> Void) throws(StoreError) -> CaseBook { try snapshot() }

  /// There is nothing to save.
  public func saveIndex() -> Bool { false }
}

/// How far the reading of a store is.
public struct Loading: Hashable, Sendable {
  /// How many lines were read.
  public var lines: Int
  /// About how many there are.
  public var expected: Int
  /// What they say so far; `nil` if that is not worth showing yet.
  public var book: CaseBook?

  /// Makes it.
  public init(lines: Int, expected: Int, book: CaseBook?) {
    self.lines = lines
    self.expected = expected
    self.book = book
  }
}

/// What came of a proposal.
public struct Commit: Hashable, Sendable {
  /// How each incident was judged.
  public var judgement: Judgement
  /// The durable line; `nil` if there was nothing to write.
  public var entry: JournalEntry?

  /// Makes the outcome.
  public init(judgement: Judgement, entry: JournalEntry?) {
    self.judgement = judgement
    self.entry = entry
  }
}

/// The current document of an incident.
public struct StoredDocument: Hashable, Sendable {
  /// The JSON, as on disk.
  public var bytes: [UInt8]
  /// SHA-256 of the bytes, 64 hexadecimal digits.
  public var digest: String
  /// Whether the journal does not say what it is about, because an older version wrote the line.
  public var isUntold: Bool

  /// Makes a document.
  public init(bytes: [UInt8], digest: String, isUntold: Bool = false) {
    self.bytes = bytes
    self.digest = digest
    self.isUntold = isUntold
  }
}

/// A document about to become current.
public struct NewDocument: Hashable, Sendable {
  /// The incident.
  public var id: IncidentID
  /// The JSON to write.
  public var bytes: [UInt8]
  /// SHA-256 of the bytes, 64 hexadecimal digits.
  public var digest: String
  /// The digest of the document it was merged from; `nil` for a first one.
  public var base: String?
  /// The queue's facts in it.
  public var facts: ServiceFacts

  /// Makes a document.
  public init(
    id: IncidentID, bytes: [UInt8], digest: String, base: String?, facts: ServiceFacts
  ) {
    self.id = id
    self.bytes = bytes
    self.digest = digest
    self.base = base
    self.facts = facts
  }
}

/// What came of making documents current.
public struct ObserveOutcome: Hashable, Sendable {
  /// The durable lines.
  public var entries: [JournalEntry]
  /// Incidents whose base was no longer current: merge again.
  public var stale: [IncidentID]

  /// Makes the outcome.
  public init(entries: [JournalEntry], stale: [IncidentID]) {
    self.entries = entries
    self.stale = stale
  }
}

/// A record that could not be read.
public struct QuarantinedRecord: Hashable, Sendable {
  /// The bytes; of a record over the limit the first megabyte.
  public var bytes: [UInt8]
  /// Why, as a phrase.
  public var reason: String
  /// The file it came from, `-` for standard input.
  public var source: String
  /// The line it starts on, from 1.
  public var line: Int
  /// The byte it starts at, from 0.
  public var offset: Int

  /// Makes a record.
  public init(bytes: [UInt8], reason: String, source: String, line: Int, offset: Int) {
    self.bytes = bytes
    self.reason = reason
    self.source = source
    self.line = line
    self.offset = offset
  }
}

/// When, by whom and from what was imported, and how much of it could not be read.
public struct ImportStamp: Hashable, Sendable {
  /// When.
  public var at: Timestamp
  /// By whom.
  public var by: Author
  /// The files, `-` for standard input.
  public var sources: [String]
  /// How many of its records could not be read.
  public var quarantined: Int

  /// Makes a stamp.
  public init(at: Timestamp, by: Author, sources: [String], quarantined: Int = 0) {
    self.at = at
    self.by = by
    self.sources = sources
    self.quarantined = quarantined
  }
}
