// SPDX-License-Identifier: MIT

internal import Incidents
private import Synchronization

extension FileStore {
  /// Does something under the store's lock, after taking over what others wrote.
  ///
  /// The wait is bounded and never silent: after the limit the holder is named.
  func write<Result: Sendable>(
    by author: Author, _ body: (inout State) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    try state.withLock { state throws(StoreError) in
      if state.fault != nil { recover(&state) }
      try checkWritable(state)
      guard let lockFile else { throw .readOnly(reason: "It was opened read-only.") }
      return try files.withStopsHeld { () throws(StoreError) in
        let flushed = try lock(lockFile, for: author)
        defer { files.unlock(lockFile, .commit) }
        if let poison = poison() { throw poison }
        try catchUp(&state)
        try checkWritable(state)
        try settle(flushed, &state)
        try heal(&state)
        let result = try body(&state)
        sign(lockFile, author, isFlushed: state.durable == JournalHead(state.journal.chain), state)
        return result
      }
    }
  }

  /// Takes the lock and tells the hash of the line up to which the last holder flushed the journal;
  /// `nil` if that one ended before it was done.
  func lock(_ file: OpenFile, for author: Author) throws(StoreError) -> String? {
    let deadline = ContinuousClock.now + options.lockLimit
    var wait: UInt32 = 500
    while !(try files.lock(file, .commit)) {
      guard ContinuousClock.now < deadline else { throw .busy(holder: holder(file)) }
      // Waiters that were refused together must not come back together.
      files.pause(microseconds: wait / 2 + UInt32.random(in: 0...wait / 2))
      wait = min(wait * 2, 8000)
    }
    let lines = note(in: file)
    leave("", in: file, author)
    return lines.count > 1 && lines[1].hasPrefix(Self.flushedPrefix)
      ? String(lines[1].dropFirst(Self.flushedPrefix.count)) : nil
  }

  /// Leaves word that all of the journal is on the disk, for the next holder.
  private func sign(_ file: OpenFile, _ author: Author, isFlushed: Bool, _ state: State) {
    guard isFlushed else { return }
    leave(Self.flushedPrefix + state.journal.chain.head.description, in: file, author)
  }

  private static let flushedPrefix = "flushed "
  private static let noteLength = 400

  /// Writes a note of one and the same length, so that nothing of an older one is left and the file
  /// need not be cut: the holder for the message others show, and a word for the next one.
  private func leave(_ word: String, in file: OpenFile, _ author: Author) {
    let holder = "\(author.title), user \(author.uid)".utf8.map { $0 < 0x20 ? 0x20 : $0 }
    var note = holder + [0x0A] + Array(word.utf8) + [0x0A]
    note += [UInt8](repeating: 0x20, count: max(0, Self.noteLength - note.count))
    try? files.overwrite(file, with: note)
  }

  private func note(in file: OpenFile) -> [String] {
    let bytes = (try? files.read(file, at: 0, count: 1000)) ?? []
    return bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// Makes sure that what a holder left who ended too early is on the disk before anything is
  /// chained to it: else a loss of power could take the earlier line and leave the later.
  ///
  /// The word in the lock file names a line by its hash, so an old one is never taken for a new
  /// one; without it there is only one flush more.
  private func settle(_ flushed: String?, _ state: inout State) throws(StoreError) {
    let head = JournalHead(state.journal.chain)
    guard head.hash != flushed, head != state.durable else { return }
    try flush(state.journal.file, &state)
    if state.journal.segment > 1 {
      do { try files.syncDirectory(of: layout.segment(startingAt: state.journal.segment)) } catch {
        throw poison(because: error, &state)
      }
    }
    state.durable = head
  }

  /// Who holds the lock, in the holder's own words; not to be trusted with anything.
  func holder(_ file: OpenFile) -> String {
    let text = note(in: file).first ?? ""
    return text.isEmpty ? "somebody" : text
  }

  /// Ends a line whose writer died before its line feed, and reads it: it may be whole.
  private func heal(_ state: inout State) throws(StoreError) {
    guard !state.journal.isTerminated else { return }
    try files.append([0x0A], to: state.journal.file)
    try flush(state.journal.file, &state)
    try catchUp(&state)
    try checkWritable(state)
  }
}
