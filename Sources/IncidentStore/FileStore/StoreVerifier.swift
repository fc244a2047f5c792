// SPDX-License-Identifier: MIT

internal import Incidents

/// The checking of a whole store, line by line: what it keeps grows with the number of incidents,
/// not of lines.
struct StoreVerifier {
  /// A line this much before its predecessor is told, milliseconds.
  private static let tolerance: Int64 = 2000
  /// How many documents are worth another core.
  private static let share = 256
  /// The most clock jumps and breaks that are listed.
  private static let listLimit = 100

  let files: any FileSystem
  let layout: StoreLayout
  let rules: OpeningRules
  /// The store's identity.
  let id: String
  /// A line that must be in the journal.
  var remembered: JournalHead?
  /// What is known to be wrong with the store beyond its own files.
  var stray: StoreError?

  /// Why nothing may be written since a flush failed, as a sentence.
  var poisoned: String?

  /// Reads everything and believes nothing.
  func run() throws(StoreError) -> Verification {
    var digests: [IncidentID: String] = [:]
    var journal = try JournalReader(files, layout, rules: rules, store: id, access: .read)
    defer { journal.close() }
    var result = Verification(state: .sound)
    result.poisoned = poisoned
    var clock = WrittenClock()
    var isSeen = remembered == nil
    do throws(StoreError) {
      try journal.readOn { found throws(StoreError) in
        if let remembered, found.frame.seq == remembered.seq {
          isSeen = found.frame.hash.description == remembered.hash
        }
        let isBack = clock.isBack(after: found)
        // Reading a line as JSON costs more than checking it; most need not be.
        guard isBack || found.isKind(Self.observed) || found.isKind(Self.reanchored) else { return }
        let entry = JournalEntry(found.bytes, in: found.range, frame: found.frame)
        if isBack { note(entry, after: clock.before, &result) }
        switch entry.event {
        case .observed(let observation):
          for id in entry.incidents { digests[id] = observation.digest }
        case .reanchored(let breaks): try note(breaks, of: entry, &result)
        default: return
        }
      }
      if !journal.isTerminated || journal.chain.pending > 0 {
        result.state = .unfinished(afterSeq: journal.chain.seq)
      }
      result.isStray = stray != nil || !isSeen
      if let stray { throw stray }
      if let remembered, !isSeen { throw layout.strayed(from: remembered, at: journal) }
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

  private static let observed = Array(#""observed""#.utf8)
  private static let reanchored = Array(#""chain.reanchored""#.utf8)

  private func note(
    _ entry: JournalEntry, after before: Timestamp, _ result: inout Verification
  ) {
    let back = before.milliseconds - entry.at.milliseconds
    guard back > Self.tolerance else { return }
    result.clockJumpCount += 1
    guard result.clockJumps.count < Self.listLimit else { return }
    result.clockJumps.append(
      Verification.ClockJump(seq: entry.seq, by: entry.by.title, milliseconds: back))
  }

  private func note(
    _ breaks: [ChainBreak], of entry: JournalEntry, _ result: inout Verification
  ) throws(StoreError) {
    let sources = JournalBreaks(files, layout, rules)
    for item in breaks where result.reanchored.count < Self.listLimit {
      result.reanchored.append(
        Verification.Reanchored(
          path: layout.segment(startingAt: item.start.segment), offset: item.start.offset,
          phrase: item.phrase, seq: entry.seq,
          incidents: try sources.incidents(from: item.start, to: item.end),
          by: entry.by.title, at: entry.at))
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
    let known = digests.sorted { $0.key < $1.key }
    let parts = onAllCores(known.count, share: Self.share) { part in
      Result { () throws(StoreError) in try verify(known[part]) }
    }
    for part in parts {
      let part = try part.get()
      files -= part.found
      result.documents += part.sound
      result.damagedDocuments += part.damaged
    }
    result.leftovers = max(0, files)
  }
  /// What some documents are: how many are there, how many are sound, and which are not.
  private typealias Checked = (found: Int, sound: Int, damaged: [Verification.Place])

  private func verify(
    _ documents: ArraySlice<(key: IncidentID, value: String)>
  ) throws(StoreError) -> Checked {
    var checked: Checked = (0, 0, [])
    func damage(_ path: String, _ reason: String) {
      checked.damaged.append(Verification.Place(path: path, line: 0, reason: reason))
    }
    for (id, digest) in documents {
      let path = layout.document(of: id, digest: digest)
      do throws(StoreError) {
        let bytes = try files.contents(of: path, by: rules)
        checked.found += 1
        if documentDigest(bytes) == digest {
          checked.sound += 1
        } else {
          damage(path, "It does not match its digest.")
        }
      } catch {
        switch error {
        case .untrusted(_, let reason):
          checked.found += 1
          damage(path, reason)
        case .system(let call, _, let errno):
          damage(
            path,
            error.isAbsence
              ? "It is missing." : "\(call): \(StoreError.meaning(ofErrno: errno)).")
        default: throw error
        }
      }
    }
    return checked
  }
}
