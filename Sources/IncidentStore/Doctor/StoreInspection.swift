// SPDX-License-Identifier: MIT

private import DefenderWire
public import Incidents

/// Looks at a store's directory from outside, as it is, also where it cannot be opened.
public struct StoreInspection: Sendable {
  /// The most paths told for one reason.
  private static let listLimit = 20

  private let files: any FileSystem
  private let layout: StoreLayout

  /// An inspection of a place.
  public init(of path: String) { self.init(of: path, files: PosixFileSystem()) }

  package init(of path: String, files: any FileSystem) {
    self.files = files
    layout = StoreLayout(root: path)
  }

  /// Everything that can be told without opening the store.
  public func findings() -> [Finding] {
    guard let root = (try? files.status(at: layout.root)) ?? nil else {
      return [
        Finding(
          .problem, "store", "There is no store.", at: layout.root,
          next: "Make one with 'tocsin init', or import something.")
      ]
    }
    guard root.kind == .directory else {
      return [
        Finding(
          .problem, "store", "It is not a directory.", at: layout.root,
          next: "Name the directory itself.")
      ]
    }
    var found = format(root)
    found += permissions()
    found += place()
    found.append(lock(root))
    found.append(poison())
    found.append(quarantine(root))
    found += unfinished()
    return found
  }

  /// Removes what writers who ended too early left unfinished a day ago or longer; tells what is
  /// gone, and what is another's to remove.
  public func sweepUnfinished(at time: Timestamp) -> (gone: [String], kept: [String]) {
    let remains = StoreRemains(files, layout)
    return remains.remove(olderThan: remains.limit(at: time), in: remains.directories)
  }

  private func unfinished() -> [Finding] {
    let remains = StoreRemains(files, layout)
    let found = remains.found(in: remains.directories)
    guard let first = found.min(by: { $0.modifiedAt < $1.modifiedAt }) else { return [] }
    let oldest = Timestamp(milliseconds: first.modifiedAt).iso8601
    return [
      Finding(
        .notice, "unfinished",
        "\(found.count) \(found.count == 1 ? "file was" : "files were") begun and not finished; "
          + "the oldest at \(oldest).",
        at: first.path,
        next: "Nobody reads them; a day after, 'tocsin doctor --repair' removes them.")
    ]
  }

  /// Sets the modes that are not as `init` sets them, where this user may, and makes directories
  /// that may be empty; tells the paths.
  public func mendModes() throws(StoreError) -> [PathMode] {
    try StorePaths(files, layout).mend()
  }

  private func format(_ root: FileStatus) -> [Finding] {
    do throws(StoreError) {
      let bytes = try files.contents(
        of: layout.identity, by: OpeningRules(user: files.user, root: root), limit: 65_536)
      let identity = try StoreIdentity(bytes, at: layout.identity)
      if identity.isOld {
        return [
          Finding(
            .notice, "format", "Store \(identity.id) has the older format \(identity.format).",
            at: layout.identity, next: "Its owner's next command brings it up to date.")
        ]
      }
      return [
        Finding(.ok, "format", "Store \(identity.id), format \(identity.format).", at: layout.root)
      ]
    } catch {
      switch error {
      case .newerFormat(let path, let format):
        return [
          Finding(
            .problem, "format", "A newer tocsin made it (format \(format)).", at: path,
            next: "Use that one.")
        ]
      case .broken(let path, _, let reason), .untrusted(let path, let reason):
        return [
          Finding(
            .problem, "format", reason, at: path, next: "Put it back from a backup or an export.")
        ]
      default:
        return [
          Finding(
            .problem, "format", "There is no store.json that can be read.", at: layout.identity,
            next: "Put it back from a backup or an export.")
        ]
      }
    }
  }

  private func permissions() -> [Finding] {
    let wrong = StorePaths(files, layout).wrong()
    guard !wrong.isEmpty else {
      return [Finding(.ok, "permissions", "Every path is as 'tocsin init' makes it.")]
    }
    var found = wrong.prefix(Self.listLimit).map { path in
      Finding(
        .problem, "permissions", path.reason, at: path.path,
        next: path.next)
    }
    if wrong.count > found.count {
      found.append(
        Finding(.problem, "permissions", "\(wrong.count - found.count) more paths are not right."))
    }
    return found
  }

  private func place() -> [Finding] {
    guard let root = try? files.open(layout.root, .directory) else {
      return [Finding(.problem, "file system", "The directory cannot be opened.", at: layout.root)]
    }
    defer { files.close(root) }
    let name = OpeningRules.fileSystemName(magic: files.magic(of: root))
    var found: [Finding] = []
    do throws(StoreError) {
      try OpeningRules.checkPlace(root, at: layout.root, files)
      found.append(Finding(.ok, "file system", "It is on \(name)."))
    } catch {
      guard case .untrusted(_, let reason) = error else { return [] }
      found.append(
        Finding(
          .problem, "file system", reason, at: layout.root,
          next: "Move the store to a local disk."))
    }
    guard let free = files.freeSpace(of: root) else { return found }
    let text = "\(free >> 20) MiB are free."
    found.append(
      free < 100 << 20
        ? Finding(.problem, "space", text, at: layout.root, next: "Make room.")
        : Finding(.ok, "space", text))
    return found
  }

  private func lock(_ root: FileStatus) -> Finding {
    let rules = OpeningRules(user: files.user, root: root)
    guard let lock = try? files.open(layout.lock, .read, by: rules) else {
      return Finding(
        .problem, "lock", "The lock cannot be opened.", at: layout.lock,
        next: "See its permissions.")
    }
    defer { files.close(lock) }
    guard files.isLocked(lock, .commit) else { return Finding(.ok, "lock", "Nobody holds it.") }
    let bytes = (try? files.read(lock, at: 0, count: 200)) ?? []
    let holder = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
    return Finding(
      .notice, "lock", "It is held, by its own account by \(holder.isEmpty ? "somebody" : holder).",
      at: layout.lock, next: "If that lasts, look for a stopped process.")
  }

  private func poison() -> Finding {
    guard let status = try? files.status(at: layout.poison) else {
      return Finding(.ok, "flush", "No flush to disk has failed.")
    }
    let cause = (try? files.open(layout.poison, .read)).flatMap { file in
      defer { files.close(file) }
      return try? files.read(file, at: 0, count: min(4096, status.size))
    }
    let marker = cause.flatMap { try? JSONDocument(bytes: $0) }?.root
    let errno = Int32(truncatingIfNeeded: marker?["errno"]?.integer ?? 0)
    let what = marker?["call"]?.string?.text ?? "A flush"
    let at = marker?["at"]?.string?.text ?? "an unknown time"
    let meaning = errno == 0 ? "" : " (\(StoreError.meaning(ofErrno: errno)))"
    return Finding(
      .problem, "flush", "\(what) failed at \(at)\(meaning); nothing can be written.",
      at: layout.poison,
      next: "Look into the disk; then 'tocsin doctor --repair' rewrites the journal's end.")
  }

  private func quarantine(_ root: FileStatus) -> Finding {
    let names = ((try? files.names(in: layout.quarantine)) ?? []).filter { $0.hasSuffix(".json") }
    guard !names.isEmpty else { return Finding(.ok, "quarantine", "It is empty.") }
    let rules = OpeningRules(user: files.user, root: root)
    let newest = names.compactMap { name -> (time: Int64, reason: String)? in
      let path = layout.quarantine + "/" + name
      guard let status = try? files.status(at: path),
        let bytes = try? files.contents(of: path, by: rules, limit: 65_536),
        let reason = (try? JSONDocument(bytes: bytes))?.root["reason"]?.string?.text
      else { return nil }
      return (status.modifiedAt.milliseconds, reason)
    }.sorted { $0.time > $1.time }.prefix(3).map(\.reason)
    return Finding(
      .notice, "quarantine",
      "\(names.count) records could not be read; newest: \(newest.joined(separator: "; ")).",
      at: layout.quarantine, next: "Import them again once they are mended.")
  }
}
