// SPDX-License-Identifier: MIT

import Synchronization

/// Where the consoles of one user keep what was typed and not recorded, in the state directory.
///
/// Each console has a file of its own and holds a lock beside it as long as it lives, so that two of
/// them never write over each other, and what a console left that is gone can be told from what
/// another is typing.
package final class DraftFiles: Sendable {
  private static let limit = 8 * 1024 * 1024

  private struct Own {
    var lock: OpenFile
    var path: String
  }

  private let folders: [String]
  private let state: RememberedHeads
  private let own = Mutex<Own?>(nil)

  /// The drafts for a store, by its id, in `tocsin` of the user's state directory.
  package init(
    in directory: String, ofStore id: String, files: any FileSystem = PosixFileSystem()
  ) {
    state = RememberedHeads(in: directory, files: files)
    folders = ["\(directory)/\(id)", "\(directory)/\(id)/drafts"]
  }

  deinit {
    if let own = own.withLock({ $0 }) { state.files.close(own.lock) }
  }

  private var folder: String { folders[1] }

  /// Takes over what consoles left that are gone; texts for the same thing are put one below the
  /// other, so that none is lost.
  package func adopt() throws(StoreError) -> [KeptDraft] {
    guard try state.files.status(at: folder) != nil else { return [] }
    try state.prepare(folders)
    var found: [KeptDraft] = []
    var left: [(path: String, lock: OpenFile)] = []
    defer { for (_, lock) in left { state.files.close(lock) } }
    for name in try state.files.names(in: folder).sorted() where name.hasSuffix(".json") {
      let path = "\(folder)/\(name)"
      guard path != own.withLock({ $0?.path }), let lock = try? lockLeft(path) else { continue }
      left.append((path, lock))
      // Whoever had the lock a moment ago may have taken the file over.
      guard let bytes = try? contents(path) else { continue }
      for draft in [KeptDraft](bytes) { found.add(draft) }
    }
    // Theirs go only when ours hold what was in them.
    if !found.isEmpty { try keep(found) }
    for (path, _) in left {
      try? state.files.remove(path)
      try? state.files.remove(Self.lock(of: path))
    }
    return found
  }

  /// Keeps drafts in place of those kept before; none leaves no file.
  package func keep(_ drafts: [KeptDraft]) throws(StoreError) {
    if drafts.isEmpty {
      own.withLock { own in
        if let path = own?.path { try? state.files.remove(path) }
      }
      return
    }
    let path = try ownPath()
    try state.files.write(drafts.bytes, to: path, mode: 0o600, isSynced: true)
  }

  /// A directory of the user's own for files that are being edited; `nil` if none can be made.
  package var workplace: String? {
    do { try state.prepare(folders) } catch { return nil }
    return folders[0]
  }

  /// Clears the lock away if nothing is kept; else both stay for the next console.
  package func leave() {
    own.withLock { own in
      guard let known = own else { return }
      if (try? state.files.status(at: known.path)) == .some(nil) {
        try? state.files.remove(Self.lock(of: known.path))
      }
      state.files.close(known.lock)
      own = nil
    }
  }

  private static func lock(of path: String) -> String { path + ".lock" }

  private func ownPath() throws(StoreError) -> String {
    if let path = own.withLock({ $0?.path }) { return path }
    try state.prepare(folders)
    let name = String(UInt64.random(in: .min ... .max), radix: 36)
    let path = "\(folder)/\(name).json"
    let lock = try state.files.create(Self.lock(of: path), mode: 0o600)
    guard try state.files.lock(lock, .commit) else {
      state.files.close(lock)
      throw .busy(holder: "another console")
    }
    own.withLock { $0 = Own(lock: lock, path: path) }
    return path
  }

  /// The lock of a console that is gone; `nil` if it is not.
  private func lockLeft(_ path: String) throws(StoreError) -> OpenFile? {
    let name = Self.lock(of: path)
    guard let status = try state.files.status(at: folder) else { return nil }
    let lock: OpenFile
    if try state.files.status(at: name) == nil {
      lock = try state.files.create(name, mode: 0o600)
    } else {
      lock = try state.files.open(name, .write, by: state.rules(status))
    }
    if try state.files.lock(lock, .commit) { return lock }
    state.files.close(lock)
    return nil
  }

  private func contents(_ path: String) throws(StoreError) -> [UInt8] {
    guard let status = try state.files.status(at: folder) else { return [] }
    return try state.files.contents(of: path, by: state.rules(status), limit: Self.limit)
  }
}

extension [KeptDraft] {
  /// Adds a draft, below one for the same thing that says something else.
  fileprivate mutating func add(_ draft: KeptDraft) {
    guard let place = firstIndex(where: { $0.key == draft.key }) else { return append(draft) }
    if self[place].text.utf8.elementsEqual(draft.text.utf8) { return }
    self[place].text += "\n\n" + draft.text
  }
}
