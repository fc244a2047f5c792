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
      try checkWritable(state)
      guard let lockFile else { throw .readOnly(reason: "It was opened read-only.") }
      return try files.withStopsHeld { () throws(StoreError) in
        try lock(lockFile, for: author)
        defer { files.unlock(lockFile, .commit) }
        if let poison = poison() { throw poison }
        try catchUp(&state)
        try checkWritable(state)
        try heal(&state)
        return try body(&state)
      }
    }
  }

  func lock(_ file: OpenFile, for author: Author) throws(StoreError) {
    let deadline = ContinuousClock.now + options.lockLimit
    var wait: UInt32 = 500
    while !(try files.lock(file, .commit)) {
      guard ContinuousClock.now < deadline else { throw .busy(holder: holder(file)) }
      // Waiters that were refused together must not come back together.
      files.pause(microseconds: wait / 2 + UInt32.random(in: 0...wait / 2))
      wait = min(wait * 2, 8000)
    }
    // Only for the message others show; nobody's safety hangs on it.
    try? files.overwrite(file, with: Array("\(author.title), user \(author.uid)\n".utf8))
  }

  /// Who holds the lock, in the holder's own words; not to be trusted with anything.
  func holder(_ file: OpenFile) -> String {
    let bytes = (try? files.read(file, at: 0, count: 200)) ?? []
    let text = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
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
