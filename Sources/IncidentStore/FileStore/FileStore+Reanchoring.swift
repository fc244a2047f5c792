// SPDX-License-Identifier: MIT

public import Incidents
private import Synchronization

extension FileStore {
  /// Anchors a broken journal anew: changes no line, but appends one that names each break and the
  /// hash of the damaged bytes, so that everything else can be read and written again.
  ///
  /// `nil` if the journal is not broken. This process goes on as if it were; open the store again.
  public func reanchor(by author: Author) throws(StoreError) -> JournalEntry? {
    try state.withLock { state throws(StoreError) in
      guard case .broken = state.fault, !state.isStray else { return nil }
      guard let lockFile else { throw .readOnly(reason: "It was opened read-only.") }
      return try files.withStopsHeld { () throws(StoreError) in
        _ = try lock(lockFile, for: author)
        defer { files.unlock(lockFile, .commit) }
        if let poison = poison() { throw poison }
        return try anchor(by: author, &state)
      }
    }
  }

  /// The incidents named by what was passed over, as far as that can still be read.
  public func incidentsPassedOver(by entry: JournalEntry) throws(StoreError) -> [IncidentID] {
    guard case .reanchored(let breaks) = entry.event else { return [] }
    let sources = JournalBreaks(files, layout, rules)
    var found: Set<IncidentID> = []
    for item in breaks {
      found.formUnion(try sources.incidents(from: item.start, to: item.end))
    }
    return found.sorted()
  }

  private func anchor(by author: Author, _ state: inout State) throws(StoreError) -> JournalEntry? {
    // Everything anew: somebody may have done it since this process opened the store.
    var journal = try JournalReader(files, layout, rules: rules, store: id, access: .read)
    defer { journal.close() }
    var version = 0
    do throws(StoreError) {
      try journal.readOn { found throws(StoreError) in
        let entry = JournalEntry(found.bytes, in: found.range, frame: found.frame)
        if entry.on[.chain] != nil { version = entry.seq }
      }
      return nil
    } catch {
      guard case .broken = error else { throw error }
    }
    guard let last = try JournalBreaks(files, layout, rules).segments(from: 1).last else {
      return nil
    }
    let file = try files.open(layout.segment(startingAt: last), .append, by: rules)
    defer { files.close(file) }
    try endLine(of: file, &state)
    let line = try JournalSurvey(after: journal).anchor(
      on: version, at: options.clock(), by: author)
    guard line.bytes.count <= JournalLine.limit else {
      throw .tooLarge(reason: "The journal is broken at too many places.")
    }
    try files.append(line.bytes, to: file)
    try flush(file, &state)
    return line.entry
  }

  private func endLine(of file: OpenFile, _ state: inout State) throws(StoreError) {
    let size = try files.status(of: file).size
    guard size > 0, try files.read(file, at: size - 1, count: 1) != [0x0A] else { return }
    try files.append([0x0A], to: file)
    try flush(file, &state)
  }
}
