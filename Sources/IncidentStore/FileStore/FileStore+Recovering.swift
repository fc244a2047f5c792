// SPDX-License-Identifier: MIT

private import Incidents
private import Synchronization

extension FileStore {
  /// Goes on with a journal that was broken or closed by a failed flush, if `doctor --repair` by
  /// another process made it whole.
  ///
  /// All is read anew, as a new process would, and taken over only if it is the same store at the
  /// same place, whole or anchored anew, and still holds the last line this process believed: then
  /// nothing that was shown here has changed. It is tried once for each change of the store.
  func recover(_ state: inout State) {
    guard state.fault != nil, !state.isStray, !state.isHoldingPoison else { return }
    let seen = StoreFootprint(layout, files)
    guard seen != state.triedAt else { return }
    state.triedAt = seen
    guard poison() == nil, isStillHere, let journal = reopenedJournal() else { return }
    var next = State(journal: journal, book: CaseBook(options.clockPolicy))
    next.remembered = state.remembered
    startFromIndex(&next)
    guard (try? catchUp(&next)) != nil, next.fault == nil,
      (try? check(JournalHead(state.journal.chain), next)) != nil
    else {
      next.journal.close()
      return
    }
    next.shards = state.shards
    next.unswept = state.unswept
    next.isQuarantineUnflushed = state.isQuarantineUnflushed
    state.journal.close()
    state = next
  }

  private func reopenedJournal() -> JournalReader? {
    try? JournalReader(
      files, layout, rules: rules, store: id, access: lockFile == nil ? .read : .append)
  }

  /// Whether the directory and the lock that are open are still those at their paths, and the store
  /// is the same.
  private var isStillHere: Bool {
    guard isAtItsPath(root), lockFile.map(isAtItsPath) ?? true,
      let bytes = try? files.contents(of: layout.identity, by: rules, limit: 65_536),
      let identity = try? StoreIdentity(bytes, at: layout.identity)
    else { return false }
    return identity.id == id
  }

  /// Whether another directory stands in the place of the one that is open.
  var isReplaced: Bool {
    ((try? files.status(at: layout.root)) ?? nil) != nil && !isAtItsPath(root)
  }

  private func isAtItsPath(_ file: OpenFile) -> Bool {
    guard let opened = try? files.status(of: file), let named = try? files.status(at: file.path)
    else { return false }
    return opened.inode == named.inode && opened.device == named.device
  }
}
