// SPDX-License-Identifier: MIT

private import DefenderWire
public import IncidentStore
public import Incidents
private import Synchronization

/// A store that keeps everything in memory: the contract without the disk.
public final class MemoryStore: Store {
  private struct Contents {
    var book = CaseBook()
    var entries: [JournalEntry] = []
    var documents: [String: [UInt8]] = [:]
    var quarantined: Set<[UInt8]> = []
    var stamp: ImportStamp?
    var approvals: [Subject: [UInt32: Author]] = [:]

    /// Judges a proposal, and whether another user approved it.
    func judge(_ proposal: Proposal, by author: Author, at now: Timestamp) -> Judgement {
      guard let request = proposal.request else { return book.judge(proposal, by: author) }
      switch book.request(request, for: proposal, by: author, at: now) {
      case .success(let asked):
        guard let uid = approvals[request]?.keys.sorted().first(where: { $0 != asked.by.uid })
        else { return Judgement(refusing: proposal, ApprovalFlaw.notYet.sentence) }
        let approval = Approval(request: request, digest: asked.digest, uid: uid)
        return book.judge(proposal, by: author, approval: approval)
      case .failure(let flaw): return Judgement(refusing: proposal, flaw.sentence)
      }
    }

    mutating func append(_ entry: JournalEntry) {
      entries.append(entry)
      book.apply(entry)
    }
  }

  /// The store's identity.
  public let id = "00000000-0000-4000-8000-000000000000"
  /// Where it is, in words.
  public let place = "memory"
  /// Why nothing can be written; `nil`, so it can, unless made otherwise.
  public let readOnlyReason: String?
  private let clock: @Sendable () -> Timestamp
  private let contents = Mutex(Contents())

  /// Makes an empty store.
  public init(readOnlyReason: String? = nil, clock: @escaping @Sendable () -> Timestamp) {
    self.readOnlyReason = readOnlyReason
    self.clock = clock
  }

  /// The journal's lines after a place in its order, oldest first.
  public func entries(after seq: Int) -> [JournalEntry] {
    contents.withLock { Array($0.entries.dropFirst(max(0, seq))) }
  }

  /// The journal's lines that name an incident or one merged into it, oldest first.
  public func history(of id: IncidentID) -> [JournalEntry] {
    contents.withLock { contents in
      let ids = Set([id] + contents.book.sources(of: id))
      return contents.entries.filter { !ids.isDisjoint(with: $0.incidents) }
    }
  }

  /// Judges a proposal against the newest state and writes what can be written, as one line.
  public func commit(
    _ proposal: Proposal, by author: Author
  ) throws(StoreError) -> Commit {
    try checkWritable()
    guard proposal.count <= Proposal.limit else {
      throw .tooLarge(reason: "One action may name at most \(Proposal.limit) incidents.")
    }
    return contents.withLock { contents in
      let judgement = contents.judge(proposal, by: author, at: clock())
      let entry = judgement.entry(seq: contents.book.seq + 1, at: clock(), by: author)
      if let entry { contents.append(entry) }
      return Commit(judgement: judgement, entry: entry)
    }
  }

  /// Says that a user approves a request.
  public func approve(_ request: Subject, by author: Author) throws(StoreError) -> Refusal? {
    try checkWritable()
    let refusal: Refusal? = contents.withLock { contents in
      if case .failure(let flaw) = contents.book.approvable(
        request, by: author.uid, at: clock())
      {
        return .unlawful(flaw.sentence)
      }
      guard contents.approvals[request]?[author.uid] == nil else {
        return .unlawful(ApprovalFlaw.already.sentence)
      }
      contents.approvals[request, default: [:]][author.uid] = author
      return nil
    }
    if let refusal { return refusal }
    let told = Proposal(RecordEdit(request, ["approved/\(author.uid)": author.name]), seen: nil)
    return try commit(told, by: author).judgement.firstRefusal?.refusal
  }

  /// An incident as its current document says it; `nil` if there is none.
  public func incident(_ id: IncidentID) throws(StoreError) -> Incident? {
    guard let stored = document(of: id) else { return nil }
    guard let document = try? JSONDocument(bytes: stored.bytes),
      let incident = decodeIncident(document)
    else { throw .damagedDocument(path: id.text, reason: "It is not an incident in JSON.") }
    return incident
  }

  /// The current document of an incident and its digest, as bytes; `nil` if there is none.
  public func document(of id: IncidentID) -> StoredDocument? {
    contents.withLock { contents in
      guard let known = contents.book.case(id), let bytes = contents.documents[known.digest]
      else { return nil }
      return StoredDocument(
        bytes: bytes, digest: known.digest, isUntold: known.service.isUntold)
    }
  }

  /// Writes documents without making them current.
  public func put(_ documents: [NewDocument]) throws(StoreError) {
    try checkWritable()
    contents.withLock { contents in
      for document in documents { contents.documents[document.digest] = document.bytes }
    }
  }

  /// Makes documents current with *observed* lines.
  public func observe(
    _ documents: [NewDocument], by author: Author
  ) throws(StoreError) -> ObserveOutcome {
    try checkWritable()
    return contents.withLock { contents in
      var outcome = ObserveOutcome(entries: [], stale: [])
      for document in documents {
        let verdict = contents.book.observing(
          document, seq: contents.book.seq + 1, at: clock(), by: author)
        switch verdict {
        case .current: continue
        case .stale: outcome.stale.append(document.id)
        case .line(let entry):
          contents.append(entry)
          outcome.entries.append(entry)
        }
      }
      return outcome
    }
  }

  /// Keeps a record that could not be read; the same bytes are kept once.
  public func quarantine(_ record: QuarantinedRecord) throws(StoreError) {
    try checkWritable()
    contents.withLock { _ = $0.quarantined.insert(record.bytes) }
  }

  /// Notes when, by whom and from what was last imported.
  public func noteImport(_ stamp: ImportStamp) throws(StoreError) {
    try checkWritable()
    contents.withLock { $0.stamp = stamp }
  }

  /// When, by whom and from what was last imported; `nil` if never.
  public func lastImport() -> ImportStamp? { contents.withLock { $0.stamp } }

  /// Counts what there is; memory is always sound.
  public func verify() -> Verification {
    contents.withLock { contents in
      let current = Set(contents.book.cases.values.map(\.digest).filter { !$0.isEmpty })
      return Verification(
        state: .sound, lines: contents.entries.count, headSeq: contents.book.seq,
        documents: contents.book.cases.values.count { !$0.digest.isEmpty },
        leftovers: contents.documents.keys.count { !current.contains($0) },
        quarantined: contents.quarantined.count)
    }
  }

  private func checkWritable() throws(StoreError) {
    if let readOnlyReason { throw .readOnly(reason: readOnlyReason) }
  }
}
