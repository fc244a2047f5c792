// SPDX-License-Identifier: MIT

private import Incidents

extension FileStore {
  /// Makes a store in a directory that is new or empty, for one user or for a group, and tells
  /// the permissions it set.
  public static func create(
    at path: String, group: String? = nil, options: StoreOptions
  ) throws(StoreError) -> (store: FileStore, modes: [PathMode]) {
    try create(at: path, group: group, options: options, files: PosixFileSystem())
  }

  package static func create(
    at path: String, group name: String?, options: StoreOptions, files: any FileSystem
  ) throws(StoreError) -> (store: FileStore, modes: [PathMode]) {
    let layout = StoreLayout(root: path)
    var group: UInt32?
    if let name {
      guard let found = files.group(named: name) else {
        throw .untrusted(path: layout.root, reason: "There is no group \(name) here.")
      }
      group = found
    }
    let creation = StoreCreation(
      files: files, layout: layout, modes: group == nil ? .personal : .group, group: group,
      lockLimit: options.lockLimit, allowsUnsafeFileSystem: options.allowsUnsafeFileSystem)
    let modes = try creation.run(at: options.clock())
    return (try FileStore(at: path, options: options, files: files), modes)
  }
}

/// The making of a store; what an interrupted one left is taken up again.
private struct StoreCreation {
  let files: any FileSystem
  let layout: StoreLayout
  let modes: StoreModes
  let group: UInt32?
  let lockLimit: Duration
  let allowsUnsafeFileSystem: Bool

  func run(at time: Timestamp) throws(StoreError) -> [PathMode] {
    var done: [PathMode] = []
    try makeParents(of: layout.root)
    try makeDirectory(layout.root, &done)
    try checkEmpty()
    try checkPlace()
    var locks: [PathMode] = []
    try makeFile(layout.lock, &locks)
    // Nothing but the lock can answer to its name in other letters, unless case is ignored.
    if !allowsUnsafeFileSystem, try files.status(at: layout.root + "/LOCK") != nil {
      throw .untrusted(
        path: layout.root, reason: "Names there that differ in case are one.")
    }
    let lock = try files.open(layout.lock, .write)
    defer { files.close(lock) }
    try take(lock)
    // Another who makes a store here at the same time may have been first.
    try checkEmpty()
    for directory in layout.directories { try makeDirectory(directory, &done) }
    done += locks
    try makeFile(layout.segment(startingAt: 1), &done)
    let root = try files.open(layout.root, .directory)
    defer { files.close(root) }
    try files.syncAll(root)
    // Written when all else is on the disk: only now is it a store.
    try files.write(
      StoreIdentity.random().bytes(createdAt: time.iso8601), to: layout.identity,
      mode: modes.sealed, isSynced: true)
    done.append(PathMode(path: layout.identity, mode: modes.sealed))
    return done
  }

  private func checkEmpty() throws(StoreError) {
    let ours: Set = ["journal", "incidents", "quarantine", "approvals", "lock"]
    let names = try files.names(in: layout.root)
    guard !names.contains("store.json") else { throw .exists(path: layout.root) }
    // With another id nobody could believe that journal any more.
    guard !layout.isHoldingLines(files) else {
      throw .untrusted(
        path: layout.root,
        reason: "It holds a journal without its store.json; put that back from a backup or an "
          + "export.")
    }
    guard names.allSatisfy({ ours.contains($0) || $0.hasPrefix("store.json.") }) else {
      throw .untrusted(path: layout.root, reason: "It is not empty.")
    }
  }

  private func take(_ lock: OpenFile) throws(StoreError) {
    let deadline = ContinuousClock.now + lockLimit
    while !(try files.lock(lock, .commit)) {
      guard ContinuousClock.now < deadline else {
        throw .busy(holder: "somebody who makes a store at the same place")
      }
      files.pause(microseconds: 5000)
    }
  }

  private func checkPlace() throws(StoreError) {
    guard !allowsUnsafeFileSystem else { return }
    let root = try files.open(layout.root, .directory)
    defer { files.close(root) }
    try OpeningRules.checkPlace(root, at: layout.root, files)
  }

  private func makeParents(of path: String) throws(StoreError) {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return }
    let parent = String(path[..<slash])
    guard try files.status(at: parent) == nil else { return }
    try makeParents(of: parent)
    do { try files.makeDirectory(parent, mode: 0o700) } catch {
      guard error.isExistence else { throw error }
    }
  }

  private func makeDirectory(_ path: String, _ done: inout [PathMode]) throws(StoreError) {
    do { try files.makeDirectory(path, mode: modes.directory) } catch {
      guard error.isExistence else { throw error }
    }
    guard try files.status(at: path)?.kind == .directory else {
      throw .untrusted(path: path, reason: "It is not a directory.")
    }
    let directory = try files.open(path, .directory)
    defer { files.close(directory) }
    // Changing the group clears setgid, so the mode comes last.
    if let group { try files.setGroup(group, of: directory) }
    try files.setMode(modes.directory, of: directory)
    done.append(PathMode(path: path, mode: modes.directory))
  }

  private func makeFile(_ path: String, _ done: inout [PathMode]) throws(StoreError) {
    do { files.close(try files.create(path, mode: modes.shared)) } catch {
      guard error.isExistence else { throw error }
      // Whoever began may have ended before the mode was set.
      guard try files.status(at: path)?.kind == .regular else {
        throw .untrusted(path: path, reason: "It is not a regular file.")
      }
      let file = try files.open(path, .write)
      defer { files.close(file) }
      try files.setMode(modes.shared, of: file)
    }
    done.append(PathMode(path: path, mode: modes.shared))
  }
}
