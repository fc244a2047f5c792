// SPDX-License-Identifier: MIT

private import Incidents

extension FileStore {
  /// Checks every line, the chain, and every current document against its digest.
  ///
  /// It reads everything anew and believes nothing this process remembers.
  public func verify() throws(StoreError) -> Verification {
    var digests: [IncidentID: String] = [:]
    var journal = try JournalReader(files, layout, rules: rules, store: id, access: .read)
    defer { journal.close() }
    var result = Verification(state: .sound)
    do throws(StoreError) {
      try journal.readOn { found throws(StoreError) in
        let entry = JournalEntry(found.bytes, in: found.range, frame: found.frame)
        guard case .observed(let observation) = entry.event else { return }
        for id in entry.incidents { digests[id] = observation.digest }
      }
      try journal.checkSegments()
      if !journal.isTerminated || journal.chain.pending > 0 {
        result.state = .unfinished(afterSeq: journal.chain.seq)
      }
    } catch {
      guard case .broken(let path, let line, let reason) = error else { throw error }
      result.state = .broken(Verification.Place(path: path, line: line, reason: reason))
    }
    result.lines = journal.chain.seq
    result.torn = journal.chain.torn
    result.headSeq = journal.chain.seq
    result.head = journal.chain.head.description
    try verifyDocuments(digests, &result)
    result.quarantined = try files.names(in: layout.quarantine).count { $0.hasSuffix(".json") }
    return result
  }

  private func verifyDocuments(
    _ digests: [IncidentID: String], _ result: inout Verification
  ) throws(StoreError) {
    var files = 0
    for shard in try self.files.names(in: layout.incidents) {
      files += try self.files.names(in: layout.incidents + "/" + shard).count
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
