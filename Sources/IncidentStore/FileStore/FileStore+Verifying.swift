// SPDX-License-Identifier: MIT

private import Incidents
private import Synchronization

extension FileStore {
  /// A line this much before its predecessor is told, milliseconds.
  private static let tolerance: Int64 = 2000
  /// The most clock jumps and breaks that are listed.
  private static let listLimit = 100

  /// Checks every line, the chain, and every current document against its digest.
  ///
  /// It reads everything anew and believes nothing this process remembers but the line its user
  /// has seen. What it keeps grows with the number of incidents, not of lines.
  public func verify() throws(StoreError) -> Verification {
    let (remembered, stray) = state.withLock { state -> (JournalHead?, StoreError?) in
      (state.remembered, state.formerStore == nil ? nil : state.fault)
    }
    var digests: [IncidentID: String] = [:]
    var journal = try JournalReader(files, layout, rules: rules, store: id, access: .read)
    defer { journal.close() }
    var result = Verification(state: .sound)
    var before: Timestamp?
    var isSeen = remembered == nil
    do throws(StoreError) {
      try journal.readOn { found throws(StoreError) in
        let entry = JournalEntry(found.bytes, in: found.range, frame: found.frame)
        if let remembered, entry.seq == remembered.seq {
          isSeen = found.frame.hash.description == remembered.hash
        }
        note(entry, after: before, &result)
        before = entry.at
        guard case .observed(let observation) = entry.event else { return }
        for id in entry.incidents { digests[id] = observation.digest }
      }
      if !journal.isTerminated || journal.chain.pending > 0 {
        result.state = .unfinished(afterSeq: journal.chain.seq)
      }
      if let stray { throw stray }
      if let remembered, !isSeen { throw strayed(from: remembered, at: journal.chain.seq) }
    } catch {
      guard case .broken(let path, let line, let reason) = error else { throw error }
      result.state = .broken(Verification.Place(path: path, line: line, reason: reason))
    }
    result.lines = journal.chain.count
    result.torn = journal.chain.torn
    result.headSeq = journal.chain.seq
    result.head = journal.chain.head.description
    try verifyDocuments(digests, &result)
    result.quarantined = try files.names(in: layout.quarantine).count { $0.hasSuffix(".json") }
    return result
  }

  private func note(
    _ entry: JournalEntry, after before: Timestamp?, _ result: inout Verification
  ) {
    if let before, before.milliseconds - entry.at.milliseconds > Self.tolerance {
      result.clockJumpCount += 1
      if result.clockJumps.count < Self.listLimit {
        result.clockJumps.append(
          Verification.ClockJump(
            seq: entry.seq, by: entry.by.title,
            milliseconds: before.milliseconds - entry.at.milliseconds))
      }
    }
    if case .reanchored(let breaks) = entry.event, result.reanchored.count < Self.listLimit {
      for item in breaks {
        result.reanchored.append(
          Verification.Reanchored(
            path: layout.segment(startingAt: item.start.segment), offset: item.start.offset,
            phrase: item.phrase, seq: entry.seq, by: entry.by.title, at: entry.at))
      }
    }
  }

  private func verifyDocuments(
    _ digests: [IncidentID: String], _ result: inout Verification
  ) throws(StoreError) {
    var files = 0
    for shard in try self.files.names(in: layout.incidents) {
      let path = layout.incidents + "/" + shard
      // What is no directory here is nobody's shard; it is counted, and never entered.
      guard try self.files.status(at: path)?.kind == .directory else {
        files += 1
        continue
      }
      files += try self.files.names(in: path).count
    }
    for (id, digest) in digests.sorted(by: { $0.key < $1.key }) {
      let path = layout.document(of: id, digest: digest)
      do throws(StoreError) {
        let bytes = try self.files.contents(of: path, by: rules)
        files -= 1
        if documentDigest(bytes) == digest {
          result.documents += 1
        } else {
          result.damage(path, "It does not match its digest.")
        }
      } catch {
        switch error {
        case .untrusted(_, let reason):
          files -= 1
          result.damage(path, reason)
        case .system(let call, _, let errno):
          result.damage(
            path,
            error.isAbsence
              ? "It is missing." : "\(call): \(StoreError.meaning(ofErrno: errno)).")
        default: throw error
        }
      }
    }
    result.leftovers = max(0, files)
  }
}

extension Verification {
  fileprivate mutating func damage(_ path: String, _ reason: String) {
    damagedDocuments.append(Place(path: path, line: 0, reason: reason))
  }
}
