// SPDX-License-Identifier: MIT

private import Incidents
private import Synchronization

extension FileStore {
  /// How long a superseded document is kept for those who may still be reading it, milliseconds.
  private static let keepTime: Int64 = 24 * 3600 * 1000

  /// Removes superseded documents and unfinished files from the shards this process wrote to.
  ///
  /// A document counts as superseded since the current one was written. What cannot be removed
  /// stays: it does no harm, and in a shared store it is its owner's to remove.
  func sweep() {
    let (shards, book) = state.withLock { state in
      let shards = state.unswept
      state.unswept = []
      return (shards, state.book)
    }
    let limit = options.clock().milliseconds - Self.keepTime
    for shard in shards {
      let names = (try? files.names(in: shard)) ?? []
      for name in names where isSwept(name, in: shard, book, limit) {
        try? files.remove(shard + "/" + name)
      }
    }
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
