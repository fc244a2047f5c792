// SPDX-License-Identifier: MIT

internal import Incidents

/// The file in the user's cache that holds the index of a store: derived, and safe to delete.
struct IndexCache: Sendable {
  let files: any FileSystem
  /// The user's cache directory.
  let root: String
  /// The directory of the store's index.
  let directory: String
  let store: String

  /// The file.
  var path: String { directory + "/queue.idx" }

  /// The cache of a store; `nil` if its id would not do as the name of a directory.
  init?(in root: String, store: String, _ files: any FileSystem) {
    // The id comes from a file in the store: it must not lead elsewhere.
    guard root.hasPrefix("/"), (1...64).contains(store.utf8.count),
      store.utf8.allSatisfy({
        (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-")
      })
    else { return nil }
    self.files = files
    self.root = root
    self.store = store
    directory = root + "/tocsin/" + store
  }

  /// The index, if there is one of this store, version and policy that is the user's own and whole
  /// as far as can be told at once; `rebuild` makes the image of a header's line from the journal.
  func open(
    sortedBy policy: ClockPolicy, rebuild: @escaping @Sendable (IndexHeader) -> [UInt8]
  ) -> QueueIndex? {
    guard isOwn(directory), let file = try? files.open(path, .read) else { return nil }
    guard let status = try? files.status(of: file), status.kind == .regular, status.links == 1,
      status.owner == files.user.uid, status.mode & 0o077 == 0,
      let header = header(file, status, policy),
      let sums = sums(file, header)
    else {
      files.close(file)
      return nil
    }
    let pages = IndexPages(file, files, sums: sums) {
      // What is damaged now would be found damaged by the next console, too.
      try? files.remove(path)
      return rebuild(header)
    }
    return QueueIndex(header, pages)
  }

  private func header(
    _ file: OpenFile, _ status: FileStatus, _ policy: ClockPolicy
  ) -> IndexHeader? {
    guard let page = try? files.read(file, at: 0, count: IndexPages.size),
      let header = IndexHeader(page: page), header.store == store,
      header.policy == policy.fingerprint, header.fileSize == status.size
    else { return nil }
    return header
  }

  private func sums(_ file: OpenFile, _ header: IndexHeader) -> [UInt64]? {
    guard
      let table = try? files.read(
        file, at: header.pages * IndexPages.size, count: header.pages * 8),
      table.count == header.pages * 8, pageSum(table) == header.tableSum
    else { return nil }
    return (0..<header.pages).map { table.word(at: $0 * 8) }
  }

  /// Puts an index in the place of the one there is.
  func write(_ image: [UInt8]) throws(StoreError) {
    try make(directory)
    guard isOwn(directory) else {
      throw .untrusted(path: directory, reason: "It is not yours alone.")
    }
    sweep()
    try files.write(image, to: path, mode: 0o600, isSynced: true)
  }

  /// Removes what a process that ended too soon left behind, once nobody can be writing it still.
  private func sweep() {
    for name in (try? files.names(in: directory)) ?? [] where name.hasSuffix(".tmp") {
      let path = directory + "/" + name
      guard let status = try? files.status(at: path), let newest = try? files.status(at: self.path),
        status.modifiedAt < newest.modifiedAt
      else { continue }
      try? files.remove(path)
    }
  }

  private func isOwn(_ path: String) -> Bool {
    guard let status = try? files.status(at: path) else { return false }
    return status.kind == .directory && status.owner == files.user.uid && status.mode & 0o022 == 0
  }

  private func make(_ path: String) throws(StoreError) {
    guard try files.status(at: path) == nil else { return }
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try make(String(path[..<slash]))
    }
    do { try files.makeDirectory(path, mode: 0o700) } catch {
      guard error.isExistence else { throw error }
    }
  }
}
