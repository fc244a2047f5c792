// SPDX-License-Identifier: MIT

internal import Incidents
private import Synchronization

extension FileStore {
  /// The most files removed under one hold of the lock.
  private static let batchLimit = 200

  /// Removes superseded documents and unfinished files from the shards this process wrote to.
  ///
  /// A document counts as superseded since the current one was written. What cannot be removed
  /// stays: it does no harm, and in a shared store it is its owner's to remove.
  ///
  /// What is still superseded is judged again under the lock, where nobody can make it current.
  /// Where damage to the journal was passed over, only what a line in it names counts as superseded:
  /// the line that made another document current may be among what was lost.
  func sweep(by author: Author) {
    let (shards, book) = state.withLock { state in
      let shards = state.unswept
      state.unswept = []
      return (shards, state.book)
    }
    let remains = StoreRemains(files, layout)
    let limit = remains.limit(at: options.clock())
    _ = remains.remove(olderThan: limit, in: [layout.root, layout.journal, layout.quarantine])
    var found: [(shard: String, name: String)] = []
    for shard in shards {
      let names = (try? files.names(in: shard)) ?? []
      found += names.filter { isSwept($0, in: shard, book, limit) }.map { (shard, $0) }
    }
    if !found.isEmpty, isAnchored {
      found = found.filter { isUnfinished($0.name) || isNamed($0.name) }
    }
    while !found.isEmpty {
      let part = found.suffix(Self.batchLimit)
      found.removeLast(part.count)
      try? write(by: author) { state throws(StoreError) in
        for (shard, name) in part where !isCurrent(name, state) {
          try? files.remove(shard + "/" + name)
        }
      }
    }
  }

  /// Whether damage to the journal was ever passed over.
  var isAnchored: Bool {
    state.withLock { state in
      state.index.hasBreaks || state.book.actions.contains { $0.on[.chain] != nil }
    }
  }

  private func isUnfinished(_ name: String) -> Bool {
    StoreLayout.incident(ofDocument: name) == nil
  }

  /// Whether a line in the chain names a document.
  private func isNamed(_ name: String) -> Bool {
    guard let (id, digest) = StoreLayout.incident(ofDocument: name) else { return false }
    return ((try? history(of: id)) ?? []).contains { entry in
      guard case .observed(let observation) = entry.event else { return false }
      return observation.digest.hasPrefix(digest)
    }
  }

  private func isCurrent(_ name: String, _ state: State) -> Bool {
    guard let (id, digest) = StoreLayout.incident(ofDocument: name) else { return false }
    return state.book.case(id).map { $0.digest.hasPrefix(digest) } ?? false
  }

  private func isSwept(
    _ name: String, in shard: String, _ book: CaseBook, _ limit: Int64
  ) -> Bool {
    func isOld(_ name: String) -> Bool {
      guard let status = try? files.status(at: shard + "/" + name) else { return false }
      return status.kind == .regular && status.modifiedAt.milliseconds < limit
    }
    guard let (id, digest) = StoreLayout.incident(ofDocument: name) else {
      return name.hasSuffix(".tmp") && isOld(name)
    }
    guard let current = book.case(id).map({ String($0.digest.prefix(16)) }), !current.isEmpty else {
      return isOld(name)
    }
    guard digest != current else { return false }
    return isOld(name) && isOld(StoreLayout.documentName(of: id, digest: current))
  }
}
