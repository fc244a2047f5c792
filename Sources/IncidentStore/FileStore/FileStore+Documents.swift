// SPDX-License-Identifier: MIT

private import DefenderWire
public import Incidents
private import Synchronization

extension FileStore {
  /// An incident as its current document says it; `nil` if there is none.
  public func incident(_ id: IncidentID) throws(StoreError) -> Incident? {
    guard let stored = try document(of: id) else { return nil }
    let path = layout.document(of: id, digest: stored.digest)
    guard let document = try? JSONDocument(bytes: stored.bytes),
      let incident = decodeIncident(document)
    else { throw .damagedDocument(path: path, reason: "It is not an incident in JSON.") }
    return incident
  }

  /// The current document of an incident and its digest, as bytes; `nil` if there is none.
  public func document(of id: IncidentID) throws(StoreError) -> StoredDocument? {
    var tried = ""
    while true {
      let (digest, isUntold) = try state.withLock { state throws(StoreError) in
        try catchUp(&state)
        let known = state.book.case(id)
        return (known?.digest ?? "", known?.service.isUntold ?? false)
      }
      guard !digest.isEmpty else { return nil }
      let path = layout.document(of: id, digest: digest)
      do throws(StoreError) {
        let bytes = try files.contents(of: path, by: rules)
        guard documentDigest(bytes) == digest else {
          throw .damagedDocument(path: path, reason: "It does not match its digest.")
        }
        return StoredDocument(bytes: bytes, digest: digest, isUntold: isUntold)
      } catch {
        guard error.isAbsence else { throw error }
        // It may have been superseded and swept since the journal was read.
        guard digest != tried else {
          throw .damagedDocument(path: path, reason: "It is missing.")
        }
        tried = digest
      }
    }
  }

  /// Writes documents without making them current, and flushes them together.
  public func put(_ documents: [NewDocument]) throws(StoreError) {
    guard !documents.isEmpty else { return }
    var checked = try state.withLock { state throws(StoreError) in
      try checkWritable(state)
      return state.shards
    }
    if let poison = poison() { throw poison }
    for document in documents {
      try prepareShard(of: document.id, &checked)
      try write(document)
    }
    let touched = Set(documents.map { layout.shard(of: $0.id) })
    try state.withLock { state throws(StoreError) in
      state.shards.formUnion(checked)
      state.unswept.formUnion(touched)
    }
    do { try files.syncAll(root) } catch {
      throw state.withLock { poison(because: error, &$0) }
    }
  }

  /// Writes a document under its own name at once: until a line names it nobody reads it, and a
  /// move without a flush would promise no more.
  ///
  /// A file that has the name may be what a crash left of one; only its content tells.
  private func write(_ document: NewDocument) throws(StoreError) {
    let path = layout.document(of: document.id, digest: document.digest)
    do throws(StoreError) {
      let file = try files.create(path, mode: modes.sealed)
      defer { files.close(file) }
      try files.append(document.bytes, to: file)
    } catch {
      guard error.isExistence else { throw error }
      let bytes = try files.contents(of: path, by: rules)
      guard documentDigest(bytes) != document.digest else { return }
      try files.write(document.bytes, to: path, mode: modes.sealed, isSynced: false)
    }
  }

  private func prepareShard(
    of id: IncidentID, _ checked: inout Set<String>
  ) throws(StoreError) {
    let shard = layout.shard(of: id)
    guard !checked.contains(shard) else { return }
    do { try files.makeDirectory(shard, mode: modes.directory) } catch {
      guard error.isExistence else { throw error }
      try finishShard(shard)
    }
    try rules.checkDirectory(files.status(at: shard), at: shard)
    checked.insert(shard)
  }

  /// Gives a shard its mode where whoever made it ended before: the others may not enter it.
  ///
  /// Only its owner can; for them the next import does it, for everybody `doctor --repair`.
  private func finishShard(_ shard: String) throws(StoreError) {
    guard let status = try files.status(at: shard), status.kind == .directory,
      status.owner == files.user.uid, status.mode != modes.directory,
      status.mode & ~modes.directory == 0
    else { return }
    let directory = try files.open(shard, .directory)
    defer { files.close(directory) }
    guard try files.status(of: directory).owner == files.user.uid else { return }
    try files.setMode(modes.directory, of: directory)
  }
}
