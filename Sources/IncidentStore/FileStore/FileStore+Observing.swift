// SPDX-License-Identifier: MIT

public import Incidents

extension FileStore {
  /// The most lines written under one hold of the lock.
  private static let batchLimit = 2000
  /// How long one batch may hold the lock before it is written.
  private static let batchTime = Duration.milliseconds(20)

  /// Makes documents current with *observed* lines, a batch at a time.
  public func observe(
    _ documents: [NewDocument], by author: Author
  ) throws(StoreError) -> ObserveOutcome {
    var outcome = ObserveOutcome(entries: [], stale: [])
    var rest = documents[...]
    while !rest.isEmpty {
      // Between two batches the analysts who wait for the lock get in.
      if rest.startIndex > documents.startIndex { files.pause(microseconds: 2000) }
      try write(by: author) { state throws(StoreError) in
        let batch = try prepare(&rest, &outcome, by: author, state)
        guard !batch.isEmpty else { return }
        try append(batch, &state)
        outcome.entries += batch.map(\.entry)
      }
    }
    return outcome
  }

  /// Makes lines of as many documents as fit in a batch, and takes them off the list.
  private func prepare(
    _ rest: inout ArraySlice<NewDocument>, _ outcome: inout ObserveOutcome, by author: Author,
    _ state: State
  ) throws(StoreError) -> [PreparedLine] {
    let start = ContinuousClock.now
    var lines: [PreparedLine] = []
    var named: Set<IncidentID> = []
    var head = state.journal.chain.head
    let first = state.book.seq + 1
    while let document = rest.first, lines.count < Self.batchLimit {
      // A second document of one incident must be judged against the first.
      guard named.insert(document.id).inserted else { break }
      if !lines.isEmpty, lines.count % 64 == 0, ContinuousClock.now - start > Self.batchTime {
        break
      }
      rest.removeFirst()
      let verdict = state.book.observing(
        document, seq: state.book.seq + lines.count + 1, at: options.clock(), by: author)
      switch verdict {
      case .current: continue
      case .stale: outcome.stale.append(document.id)
      case .line(let entry):
        // An old document that was about to become current again may have been swept meanwhile.
        guard
          try files.status(at: layout.document(of: document.id, digest: document.digest)) != nil
        else {
          outcome.stale.append(document.id)
          continue
        }
        let line = entry.line(after: head, with: first)
        head = line.hash
        lines.append(PreparedLine(entry: entry, bytes: line.bytes, hash: line.hash))
      }
    }
    return lines
  }
}
