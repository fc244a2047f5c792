// SPDX-License-Identifier: MIT

extension FileStore {
  /// Brings a store of an older format to this version's, under its lock; only what describes the
  /// store is rewritten, never a line or a document.
  ///
  /// Who may only read reads the older format as it is; so does who may not replace another's file
  /// in a shared directory, until its owner has done it.
  func upgrade(_ identity: StoreIdentity) throws(StoreError) {
    guard let lockFile, try files.lock(lockFile, .commit) else { return }
    defer { files.unlock(lockFile, .commit) }
    guard poison() == nil else { return }
    do throws(StoreError) {
      for directory in layout.directories where try files.status(at: directory) == nil {
        try files.makeDirectory(directory, mode: modes.directory)
      }
      try files.write(
        identity.bytes(createdAt: identity.createdAt), to: layout.identity, mode: modes.sealed,
        isSynced: true)
    } catch {
      guard error.isRefusal else { throw error }
    }
  }
}
