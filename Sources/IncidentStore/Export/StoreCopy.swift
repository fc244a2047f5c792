// SPDX-License-Identifier: MIT

internal import Incidents

/// The making of a copy of a store, part by part; without its `store.json` it is no store yet.
struct StoreCopy {
  private static let chunk = 1 << 20

  let files: any FileSystem
  let rules: OpeningRules
  let source: StoreLayout
  let target: StoreLayout
  /// How many files were copied.
  private(set) var count = 0
  /// What was not, because it cannot be trusted.
  private(set) var leftOut: [Verification.Place] = []
  /// The permissions of the copy: the store's own, unless its group cannot be kept.
  private var modes: StoreModes { isGroupKept ? .matching(rules.root) : .personal }
  private var isGroupKept = true

  init(files: any FileSystem, rules: OpeningRules, source: StoreLayout, target: StoreLayout) {
    self.files = files
    self.rules = rules
    self.source = source
    self.target = target
  }

  /// Makes the directory, or takes one that is empty or holds an earlier copy.
  mutating func prepareRoot(
    of id: String, again: Bool, lock: OpenFile?
  ) throws(StoreError) {
    if try files.status(at: target.root) != nil {
      let names = try files.names(in: target.root)
      if !names.isEmpty { try checkEarlierCopy(of: id, again: again, lock: lock) }
    }
    try makeDirectory(target.root)
    for directory in source.directories {
      guard try files.status(at: directory) != nil else { continue }
      try makeDirectory(mapped(directory))
    }
  }

  private func checkEarlierCopy(
    of id: String, again: Bool, lock: OpenFile?
  ) throws(StoreError) {
    guard again else {
      throw .untrusted(path: target.root, reason: "It is not empty.")
    }
    let status = try files.status(at: target.root)
    guard let status, status.kind == .directory else {
      throw .untrusted(path: target.root, reason: "It is not a directory.")
    }
    let rules = OpeningRules(user: files.user, root: status)
    try rules.checkRoot(at: target.root)
    let identity = try StoreIdentity(
      files.contents(of: target.identity, by: rules, limit: 65_536), at: target.identity)
    guard identity.id == id else {
      throw .untrusted(path: target.root, reason: "It holds another store.")
    }
    // By whatever path it is named: one file cannot be locked twice.
    guard let lock else { throw .readOnly(reason: "It was opened read-only.") }
    guard try files.lock(lock, .snapshot) else { throw .busy(holder: "another export") }
    defer { files.unlock(lock, .snapshot) }
    let theirs = try files.open(target.lock, .read, by: rules)
    defer { files.close(theirs) }
    guard !files.isLocked(theirs, .snapshot) else {
      throw .untrusted(path: target.root, reason: "It is the store itself.")
    }
  }

  /// Copies the journal up to a place in its last segment; all of it where it is broken.
  mutating func copyJournal(upTo end: LinePlace?) throws(StoreError) {
    let breaks = JournalBreaks(files, source, rules)
    for segment in try breaks.segments(from: 1) where segment <= end?.segment ?? .max {
      let isLast = segment == end?.segment
      try copy(source.segment(startingAt: segment), limit: isLast ? end?.offset : nil)
    }
  }

  /// Copies the documents the journal names; one that is not there is named by the check.
  mutating func copyDocuments(_ digests: [IncidentID: String]) throws(StoreError) {
    var shards: Set<String> = []
    for (id, digest) in digests where !digest.isEmpty {
      let shard = source.shard(of: id)
      if shards.insert(shard).inserted { try makeDirectory(mapped(shard)) }
      let path = source.document(of: id, digest: digest)
      do { try copy(path, isSealed: true) } catch {
        switch error {
        case .untrusted: continue
        case .system where error.isAbsence: continue
        default: throw error
        }
      }
    }
  }

  /// Copies every version of every document there is, whatever the journal names.
  mutating func copyAllDocuments() throws(StoreError) {
    for name in try files.names(in: source.incidents) {
      let shard = source.incidents + "/" + name
      guard try files.status(at: shard)?.kind == .directory else { continue }
      let documents = try files.names(in: shard).filter {
        StoreLayout.incident(ofDocument: $0).map { source.shard(of: $0.id) } == shard
      }
      guard !documents.isEmpty else { continue }
      try makeDirectory(mapped(shard))
      for document in documents { try copyIfTrusted(shard + "/" + document, isSealed: true) }
    }
  }

  /// Copies quarantine, approvals and when was imported.
  mutating func copyRest() throws(StoreError) {
    for directory in [source.quarantine, source.approvals] {
      guard try files.status(at: directory) != nil else { continue }
      for name in try files.names(in: directory) where !name.hasSuffix(".tmp") {
        try copyIfTrusted(directory + "/" + name, isSealed: true)
      }
    }
    for name in try files.names(in: source.root)
    where name.hasPrefix("last-import.") && name.hasSuffix(".json") {
      try copyIfTrusted(source.root + "/" + name)
    }
  }

  /// Copies a file nothing depends on; what others put in its place is told and left out.
  private mutating func copyIfTrusted(
    _ path: String, isSealed: Bool = false
  ) throws(StoreError) {
    do throws(StoreError) { try copy(path, isSealed: isSealed) } catch {
      guard case .untrusted(_, let reason) = error else {
        // Removed since its name was read: it was superseded.
        if error.isAbsence { return }
        throw error
      }
      leftOut.append(Verification.Place(path: path, line: 0, reason: reason))
    }
  }

  /// Flushes everything, and only then makes it a store.
  mutating func finish() throws(StoreError) {
    if try files.status(at: target.lock) == nil {
      files.close(try files.create(target.lock, mode: modes.shared))
    }
    let root = try files.open(target.root, .directory)
    defer { files.close(root) }
    try files.syncAll(root)
    try copy(source.identity)
    try files.syncAll(root)
  }

  private func mapped(_ path: String) -> String {
    target.root + path.dropFirst(source.root.count)
  }

  private mutating func makeDirectory(_ path: String) throws(StoreError) {
    do { try files.makeDirectory(path, mode: 0o700) } catch {
      guard error.isExistence else { throw error }
    }
    let directory = try files.open(path, .directory)
    defer { files.close(directory) }
    if rules.root.mode & 0o020 != 0, isGroupKept {
      do { try files.setGroup(rules.root.group, of: directory) } catch {
        // Another group must not be let in instead.
        guard error.isRefusal else { throw error }
        isGroupKept = false
      }
    }
    try files.setMode(modes.directory, of: directory)
  }

  /// Copies a file, or the beginning of it; a sealed one that is there with its size is kept.
  private mutating func copy(
    _ path: String, limit: Int? = nil, isSealed: Bool = false
  ) throws(StoreError) {
    let place = mapped(path)
    let file = try files.open(path, .read, by: rules)
    defer { files.close(file) }
    let status = try files.status(of: file)
    if isSealed, let there = try files.status(at: place), there.kind == .regular,
      there.size == status.size
    {
      return
    }
    let part = place + ".part.tmp"
    if try files.status(at: part) != nil { try files.remove(part) }
    let mode = isGroupKept ? status.mode & 0o777 : status.mode & 0o700
    let copy = try files.create(part, mode: mode)
    do throws(StoreError) {
      defer { files.close(copy) }
      var offset = 0
      let end = min(limit ?? .max, status.size)
      while offset < end {
        let bytes = try files.read(file, at: offset, count: min(Self.chunk, end - offset))
        guard !bytes.isEmpty else { break }
        try files.append(bytes, to: copy)
        offset += bytes.count
      }
      try files.rename(part, to: place)
    } catch {
      try? files.remove(part)
      throw error
    }
    count += 1
  }
}
