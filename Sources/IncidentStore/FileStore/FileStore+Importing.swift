// SPDX-License-Identifier: MIT

private import DefenderWire
internal import Incidents
private import Synchronization

extension FileStore {
  /// Keeps a record that could not be read, with the reason; the same bytes are kept once.
  ///
  /// The bytes go to a file named by their digest, the reason to one beside it, written last.
  public func quarantine(_ record: QuarantinedRecord) throws(StoreError) {
    try state.withLock { state throws(StoreError) in try checkWritable(state) }
    if let poison = poison() { throw poison }
    let name = layout.quarantine + "/" + documentDigest(record.bytes)
    guard try files.status(at: name + ".json") == nil else { return }
    try files.write(record.bytes, to: name + ".raw", mode: modes.sealed, isSynced: false)
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("at", options.clock().iso8601)
      writer.member("reason", record.reason)
      writer.member("source", record.source)
      writer.member("line", record.line)
      writer.member("offset", record.offset)
    }
    try files.write(
      writer.bytes + [0x0A], to: name + ".json", mode: modes.sealed, isSynced: false)
  }

  /// Notes when, by whom and from what was last imported, and sweeps what was superseded.
  public func noteImport(_ stamp: ImportStamp) throws(StoreError) {
    try state.withLock { state throws(StoreError) in try checkWritable(state) }
    if let poison = poison() { throw poison }
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("at", stamp.at.iso8601)
      writer.member("by", stamp.by.name)
      writer.member("uid", Int(stamp.by.uid))
      if let login = stamp.by.login { writer.member("login", login) }
      writer.member("sources", stamp.sources)
      writer.member("quarantined", stamp.quarantined)
    }
    let bytes = writer.bytes + [0x0A]
    do throws(StoreError) {
      try files.write(bytes, to: layout.lastImport, mode: modes.sealed, isSynced: true)
    } catch {
      // In a sticky directory nobody replaces another's file; each importer then has their own.
      guard error.isRefusal else { throw error }
      let path = "\(layout.root)/last-import.\(files.user.uid).json"
      try files.write(bytes, to: path, mode: modes.sealed, isSynced: true)
    }
    sweep()
  }

  /// When, by whom and from what was last imported; `nil` if never.
  public func lastImport() throws(StoreError) -> ImportStamp? {
    var latest: ImportStamp?
    for name in try files.names(in: layout.root)
    where name.hasPrefix("last-import.") && name.hasSuffix(".json") {
      guard let bytes = try? files.contents(of: layout.root + "/" + name, by: rules),
        let stamp = ImportStamp(bytes), stamp.at > latest?.at ?? .init(milliseconds: .min)
      else { continue }
      latest = stamp
    }
    return latest
  }
}

extension ImportStamp {
  fileprivate init?(_ bytes: [UInt8]) {
    guard let root = (try? JSONDocument(bytes: bytes))?.root, let at = root["at"]?.timestamp,
      let name = root["by"]?.string?.text,
      let uid = root["uid"]?.integer.flatMap({ UInt32(exactly: $0) })
    else { return nil }
    self.init(
      at: at, by: Author(name: name, uid: uid, login: root["login"]?.string?.text),
      sources: root["sources"]?.texts ?? [],
      quarantined: max(0, root["quarantined"]?.integer.flatMap { Int(exactly: $0) } ?? 0))
  }
}
