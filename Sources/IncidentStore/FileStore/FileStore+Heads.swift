// SPDX-License-Identifier: MIT

public import Incidents
private import Synchronization

/// A line of the journal and its hash: whoever holds it can tell whether anything before it was
/// changed, removed or reordered.
public struct JournalHead: Hashable, Sendable {
  /// The line.
  public var seq: Int
  /// Its hash, 43 characters of base64url.
  public var hash: String

  /// Makes a head.
  public init(seq: Int, hash: String) {
    self.seq = seq
    self.hash = hash
  }

  init(_ chain: JournalChain) { self.init(seq: chain.seq, hash: chain.head.description) }
}

extension FileStore {
  /// The last line read.
  public var head: JournalHead { state.withLock { JournalHead($0.journal.chain) } }

  /// The same, for whoever holds any store.
  public var journalHead: JournalHead? { head }

  /// The newest line this process itself flushed, and so knows to be on the disk; `nil` if none.
  ///
  /// Only this may be remembered: a line merely read can still be lost with the power.
  public var durableHead: JournalHead? { state.withLock { $0.durable } }

  /// The last line read, after a flush of its segment: then it may be remembered, whoever wrote it.
  ///
  /// Earlier segments were flushed before the last was begun. `nil` where the store is at fault.
  public func settledHead() -> JournalHead? {
    state.withLock { state in
      let head = JournalHead(state.journal.chain)
      guard state.fault == nil, poison() == nil, head.seq > 0 else { return nil }
      if state.durable != head {
        // This flush may be the one that is told of a write that failed.
        guard (try? flush(state.journal.file, &state)) != nil, poison() == nil else { return nil }
        state.durable = head
      }
      return head
    }
  }

  /// Takes a journal that does not hold a line for broken: it was cut, or replaced.
  public func hold(to remembered: JournalHead) throws(StoreError) {
    try state.withLock { state throws(StoreError) in try hold(to: remembered, &state) }
  }

  /// Takes a store for broken that is not the one its user remembers at this place.
  public func hold(toStore former: String) {
    state.withLock { state in
      guard former != id else { return }
      state.formerStore = former
      guard state.fault == nil else { return }
      state.isStray = true
      state.fault = layout.replaced(former)
    }
  }

  /// Why what its user remembers is not here; `nil` if nothing is wrong with that.
  public var strayReason: String? {
    state.withLock { state in
      guard state.isStray, case .broken(_, _, let reason) = state.fault else { return nil }
      return reason
    }
  }

  func hold(to remembered: JournalHead, _ state: inout State) throws(StoreError) {
    state.remembered = remembered
    // What has not been read yet cannot be missed; it is looked for when all was read.
    guard state.fault == nil, state.isChecked else { return }
    do throws(StoreError) { try check(remembered, state) } catch {
      guard case .broken = error else { throw error }
      state.fault = error
      state.isStray = true
    }
  }

  /// Accepts a store that does not hold what its user remembers, and says so in its journal.
  ///
  /// `nil` if there is nothing to accept. Throws if the journal itself is broken.
  public func acceptHead(by author: Author) throws(StoreError) -> JournalEntry? {
    let acceptance = state.withLock { state -> HeadAcceptance? in
      guard state.isStray else { return nil }
      let line = state.remembered.map { ChainBreak.Line(seq: $0.seq, hash: $0.hash) }
      defer {
        state.fault = nil
        state.isStray = false
        state.remembered = nil
        state.formerStore = nil
      }
      return HeadAcceptance(remembered: line, formerStore: state.formerStore)
    }
    guard let acceptance else { return nil }
    return try write(by: author) { state throws(StoreError) in
      let version = state.book.actions.last { $0.on[.head] != nil }?.seq ?? 0
      let entry = JournalEntry(
        seq: state.book.seq + 1, at: options.clock(), by: author, on: [.head: version],
        event: .headAccepted(acceptance))
      let line = entry.line(after: state.journal.chain.head)
      try append([PreparedLine(entry: entry, bytes: line.bytes, hash: line.hash)], &state)
      return entry
    }
  }

  /// Throws unless the journal holds a line seen before.
  func check(_ remembered: JournalHead, _ state: State) throws(StoreError) {
    guard remembered.seq > 0 else { return }
    guard remembered.seq <= state.book.seq else {
      throw layout.strayed(from: remembered, at: state.journal)
    }
    var hash = ""
    try lines(from: remembered.seq, to: remembered.seq, state) { _, _, frame in
      hash = frame.hash.description
    }
    guard hash == remembered.hash else {
      throw layout.strayed(from: remembered, at: state.journal)
    }
  }
}

extension StoreLayout {
  /// The fault of a journal that ends at a line and does not hold another seen before.
  func strayed(from remembered: JournalHead, at journal: JournalReader) -> StoreError {
    let seq = journal.chain.seq
    if remembered.seq > seq, let bad = journal.firstBad {
      return .broken(
        path: bad.path, line: bad.line,
        reason: "It does not match its own hash, and line \(remembered.seq) was seen before: "
          + "it was changed, damaged or cut.")
    }
    return .broken(
      path: self.journal, line: 0,
      reason: remembered.seq > seq
        ? "It ends at line \(seq), but line \(remembered.seq) was seen before: "
          + "it was cut, or replaced by an older copy."
        : "Line \(remembered.seq) is not the one seen before: the journal was replaced.")
  }

  /// The fault of a store that is not the one that was seen at its place.
  func replaced(_ former: String) -> StoreError {
    .broken(
      path: identity, line: 1,
      reason: "This is another store than the one seen here before (\(former)).")
  }
}
