// SPDX-License-Identifier: MIT

/// Every path of a store, and whether it is as `init` makes it.
struct StorePaths {
  /// A path that is not right.
  struct Wrong: Hashable {
    var path: String
    /// Why, as a sentence.
    var reason: String
    /// The mode it should have.
    var mode: UInt32
    /// Whether setting the mode is all it needs, or making it, and this user may.
    var isMendable: Bool
    /// What to do, as a sentence.
    var next: String {
      guard isMendable else {
        return isMissing
          ? "Put it back from a backup or an export." : "Its owner or root must look at it."
      }
      return isMissing
        ? "'tocsin doctor --repair' makes it, empty."
        : "'tocsin doctor --repair' sets it to \(String(mode, radix: 8))."
    }
    /// Whether nothing is there.
    var isMissing = false
  }

  private let files: any FileSystem
  private let layout: StoreLayout

  init(_ files: any FileSystem, _ layout: StoreLayout) {
    self.files = files
    self.layout = layout
  }

  /// The paths that are not right, the store's directory first.
  func wrong() -> [Wrong] {
    guard let root = (try? files.status(at: layout.root)) ?? nil else { return [] }
    // Somebody may have opened a private store to all; only `init --group` sets setgid.
    let isShared = root.mode & 0o2000 != 0 || root.mode & 0o022 == 0o020
    let check = Check(
      files: files, root: root, modes: isShared ? .group : .personal, isShared: isShared)
    var found: [Wrong] = []
    func directory(_ path: String) { found += check.directory(path) }
    func file(_ path: String, _ mode: UInt32, isSealed: Bool = true) {
      found += check.file(path, mode, isSealed: isSealed)
    }
    directory(layout.root)
    for path in layout.directories {
      // In these two nothing has to be that is not there; they can be made anew.
      let isSpare = path == layout.quarantine || path == layout.approvals
      found += check.directory(path, isSpare: isSpare)
    }
    file(layout.identity, check.modes.sealed)
    file(layout.lock, check.modes.shared, isSealed: false)
    for name in names(in: layout.journal) {
      let isSegment = StoreLayout.firstSeq(ofSegment: name) != nil
      file(
        layout.journal + "/" + name, isSegment ? check.modes.shared : check.modes.sealed,
        isSealed: !isSegment)
    }
    for shard in names(in: layout.incidents) {
      let path = layout.incidents + "/" + shard
      directory(path)
      for name in names(in: path) { file(path + "/" + name, check.modes.sealed) }
    }
    for path in [layout.quarantine, layout.approvals] {
      for name in names(in: path) { file(path + "/" + name, check.modes.sealed) }
    }
    for name in names(in: layout.root) where name.hasPrefix("last-import.") || name == "POISONED" {
      file(layout.root + "/" + name, check.modes.sealed)
    }
    return found
  }

  /// Sets the modes this user may set; tells the paths.
  func mend() throws(StoreError) -> [PathMode] {
    var done: [PathMode] = []
    // Twice: behind a directory that could not be searched there may be more.
    for _ in 0..<2 {
      for path in wrong() where path.isMendable {
        if path.isMissing {
          try files.makeDirectory(path.path, mode: path.mode)
          done.append(PathMode(path: path.path, mode: path.mode))
          continue
        }
        let status = try files.status(at: path.path)
        let file = try files.open(path.path, status?.kind == .directory ? .directory : .read)
        defer { files.close(file) }
        // What was opened, not what was looked at before.
        let opened = try files.status(of: file)
        guard opened.kind == .directory || (opened.kind == .regular && opened.links == 1) else {
          continue
        }
        try files.setMode(path.mode, of: file)
        done.append(PathMode(path: path.path, mode: path.mode))
      }
    }
    return done
  }

  private func names(in path: String) -> [String] {
    guard (try? files.status(at: path))?.kind == .directory else { return [] }
    return ((try? files.names(in: path)) ?? []).sorted()
  }
}

extension StorePaths {
  /// The rules for one path.
  private struct Check {
    let files: any FileSystem
    let root: FileStatus
    let modes: StoreModes
    let isShared: Bool

    func directory(_ path: String, isSpare: Bool = false) -> [Wrong] {
      guard let status = (try? files.status(at: path)) ?? nil else {
        return [missing(path, modes.directory, isMendable: isSpare)]
      }
      guard status.kind == .directory else {
        return [wrong(path, "It is not a directory.", modes.directory)]
      }
      return owner(path, status) ?? mode(path, status, modes.directory)
    }

    func file(_ path: String, _ mode: UInt32, isSealed: Bool) -> [Wrong] {
      guard let status = (try? files.status(at: path)) ?? nil else {
        return [missing(path, mode, isMendable: false)]
      }
      guard status.kind == .regular else {
        return [wrong(path, "It is not a regular file.", mode)]
      }
      guard status.links == 1 else {
        return [wrong(path, "It has another name (a hard link).", mode)]
      }
      if let found = owner(path, status) { return found }
      // A sealed file that is closed further harms nobody.
      if isSealed, status.mode & ~mode == 0, status.mode & 0o400 != 0 { return [] }
      return self.mode(path, status, mode)
    }

    private func owner(_ path: String, _ status: FileStatus) -> [Wrong]? {
      let isOwn = status.owner == root.owner || status.owner == 0 || status.owner == files.user.uid
      if isShared {
        if status.group == root.group { return nil }
        return [wrong(path, "It belongs to group \(status.group), not \(root.group).", 0)]
      }
      return isOwn ? nil : [wrong(path, "It belongs to user \(status.owner).", 0)]
    }

    private func mode(_ path: String, _ status: FileStatus, _ mode: UInt32) -> [Wrong] {
      guard status.mode != mode else { return [] }
      let isOurs = files.user.uid == 0 || status.owner == files.user.uid
      let found = String(status.mode, radix: 8)
      return [
        Wrong(
          path: path, reason: "Its mode is \(found), not \(String(mode, radix: 8)).", mode: mode,
          isMendable: isOurs)
      ]
    }

    private func missing(_ path: String, _ mode: UInt32, isMendable: Bool) -> Wrong {
      Wrong(
        path: path, reason: "It is missing.", mode: mode, isMendable: isMendable, isMissing: true)
    }

    private func wrong(_ path: String, _ reason: String, _ mode: UInt32) -> Wrong {
      Wrong(path: path, reason: reason, mode: mode, isMendable: false)
    }
  }
}
