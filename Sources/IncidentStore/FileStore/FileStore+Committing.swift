// SPDX-License-Identifier: MIT

public import Incidents
private import Synchronization

extension FileStore {
  /// Judges a proposal against the newest state and writes what can be written, as one line.
  public func commit(
    _ proposal: Proposal, by author: Author
  ) throws(StoreError) -> Commit {
    guard proposal.count <= Proposal.limit else {
      throw .tooLarge(reason: "One action may name at most \(Proposal.limit) incidents.")
    }
    return try write(by: author) { state throws(StoreError) in
      let judgement = judge(proposal, state.book, by: author)
      guard let entry = judgement.entry(seq: state.book.seq + 1, at: options.clock(), by: author)
      else { return Commit(judgement: judgement, entry: nil) }
      let line = entry.line(after: state.journal.chain.head)
      guard line.bytes.count <= JournalLine.limit else {
        throw .tooLarge(reason: "It would not fit in one line of the journal (256 KiB).")
      }
      try append([PreparedLine(entry: entry, bytes: line.bytes, hash: line.hash)], &state)
      return Commit(judgement: judgement, entry: entry)
    }
  }

  /// Judges a proposal, and the approval it comes with.
  private func judge(_ proposal: Proposal, _ book: CaseBook, by author: Author) -> Judgement {
    guard let request = proposal.request else { return book.judge(proposal, by: author) }
    switch approval(of: proposal, request: request, book, by: author) {
    case .success(let approval):
      return book.judge(proposal, by: author, approval: approval)
    case .failure(let flaw):
      return Judgement(refusing: proposal, flaw.sentence)
    }
  }

  /// Writes lines with one write and one flush, and takes them over.
  func append(_ lines: [PreparedLine], _ state: inout State) throws(StoreError) {
    var start = try files.status(of: state.journal.file).size
    if start >= options.segmentLimit, let first = lines.first,
      first.entry.seq != state.journal.segment
    {
      try beginSegment(startingAt: first.entry.seq, &state)
      start = 0
    }
    var bytes: [UInt8] = []
    for line in lines { bytes += line.bytes }
    try files.append(bytes, to: state.journal.file)
    try flush(state.journal.file, &state)
    for line in lines {
      let place = LinePlace(segment: state.journal.segment, offset: start)
      state.journal.wrote(line.entry.seq, line.hash, from: start, count: line.bytes.count)
      state.tailBytes += line.bytes.count
      take(line.entry, at: place, &state)
      start += line.bytes.count
    }
    state.durable = JournalHead(state.journal.chain)
  }

  /// Begins a new segment: within one file a later flush covers earlier lines, across files nothing
  /// does, so the old one is flushed first.
  ///
  /// It gets its name when it has its mode: a process that ends between must not leave the others a
  /// file they may not open.
  private func beginSegment(startingAt seq: Int, _ state: inout State) throws(StoreError) {
    try flush(state.journal.file, &state)
    let path = layout.segment(startingAt: seq)
    let temporary = path + files.temporarySuffix()
    let file = try files.create(temporary, mode: modes.shared)
    do { try files.rename(temporary, to: path) } catch {
      files.close(file)
      try? files.remove(temporary)
      throw error
    }
    state.journal.begin(OpenFile(descriptor: file.descriptor, path: path), startingAt: seq)
    do { try files.syncDirectory(of: path) } catch { throw poison(because: error, &state) }
  }
}

/// A line ready to be written.
struct PreparedLine {
  var entry: JournalEntry
  var bytes: [UInt8]
  var hash: LineHash
}

extension Judgement {
  /// The line to write; `nil` if there is nothing to.
  package func entry(seq: Int, at time: Timestamp, by author: Author) -> JournalEntry? {
    guard !accepted.isEmpty || !acceptedRecords.isEmpty else { return nil }
    var on = acceptedRecords
    for (id, version) in accepted { on[Subject(id)] = version }
    if let approval { on[approval.request] = seq - 1 }
    return JournalEntry(
      seq: seq, at: time, by: author, on: on, event: event, formerIDs: formerIDs,
      approval: approval)
  }
}
