// SPDX-License-Identifier: MIT

private import DefenderWire
package import Incidents

/// What one user remembers of stores: the newest durable line, and which store stood at a place.
///
/// It lives in the user's own state directory, out of reach of those who share the store.
///
/// An older memory is as good as none; a damaged one is ignored. Neither raises an alarm.
package struct RememberedHeads: Sendable {
  /// A memory cannot be used, and why, as a sentence.
  package struct Unusable: Error, Hashable, Sendable {
    /// The file or directory.
    package let path: String
    /// Why.
    package let reason: String
    /// Whether somebody should look, rather than that there just is none.
    package let isNoteworthy: Bool
  }

  /// The directory, `tocsin` in the user's state directory.
  package let directory: String
  let files: any FileSystem

  /// The memory in a directory.
  package init(in directory: String, files: any FileSystem = PosixFileSystem()) {
    self.directory = directory
    self.files = files
  }

  /// Where the head of a store is remembered.
  package func path(ofStore id: String) -> String { "\(directory)/\(id)/head" }

  private func path(ofPlace place: String) -> String {
    "\(directory)/places/\(documentDigest(Array(place.utf8)).prefix(32))"
  }

  /// The newest line seen in a store; `nil` if none is remembered.
  package func head(ofStore id: String) throws(Unusable) -> JournalHead? {
    let path = path(ofStore: id)
    guard let root = try read(path, in: "\(directory)/\(id)") else { return nil }
    guard let seq = root["seq"]?.integer, seq > 0, let hash = root["h"]?.string?.text,
      hash.utf8.count == LineHash.length, root["store"]?.string?.text == id
    else { throw unreadable(path) }
    return JournalHead(seq: Int(seq), hash: hash)
  }

  /// The id of the store that was seen at a place; `nil` if none is remembered.
  package func store(atPlace place: String) throws(Unusable) -> String? {
    let path = path(ofPlace: place)
    guard let root = try read(path, in: "\(directory)/places") else { return nil }
    guard let id = root["store"]?.string?.text, root["place"]?.string?.text == place,
      StoreIdentity.isIdentity(id)
    else { throw unreadable(path) }
    return id
  }

  /// Remembers a line of the store at a place, unless a later one is remembered already.
  package func remember(
    _ head: JournalHead?, ofStore id: String, atPlace place: String, time: Timestamp
  ) throws(Unusable) {
    if let head, try isNews(head, ofStore: id) {
      try replaceHead(head, ofStore: id, time: time)
    }
    if (try? store(atPlace: place)) == id { return }
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("place", place)
      writer.member("store", id)
    }
    try write(writer.bytes, to: path(ofPlace: place), in: "\(directory)/places")
  }

  /// Remembers a line whatever was remembered before.
  package func replaceHead(
    _ head: JournalHead, ofStore id: String, time: Timestamp
  ) throws(Unusable) {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("store", id)
      writer.member("seq", head.seq)
      writer.member("h", head.hash)
      writer.member("at", time.iso8601)
    }
    try write(writer.bytes, to: path(ofStore: id), in: "\(directory)/\(id)")
  }

  private func isNews(_ head: JournalHead, ofStore id: String) throws(Unusable) -> Bool {
    do throws(Unusable) {
      guard let known = try self.head(ofStore: id) else { return true }
      return known.seq < head.seq
    } catch {
      // What cannot be read is written anew; where one may not look, one may not write either.
      return true
    }
  }

  private func unreadable(_ path: String) -> Unusable {
    Unusable(path: path, reason: "It is damaged.", isNoteworthy: true)
  }

  private func read(_ path: String, in folder: String) throws(Unusable) -> JSONValue? {
    do throws(StoreError) {
      for directory in [directory, folder] {
        guard let status = try files.status(at: directory) else { return nil }
        try rules(status).checkDirectory(status, at: directory)
      }
      guard let status = try files.status(at: path) else { return nil }
      let bytes = try files.contents(of: path, by: rules(status), limit: 4096)
      guard let document = try? JSONDocument(bytes: bytes) else {
        throw .untrusted(path: path, reason: "It is damaged.")
      }
      return document.root
    } catch { throw Unusable(error, path) }
  }

  private func write(
    _ bytes: [UInt8], to path: String, in folder: String
  ) throws(Unusable) {
    do throws(StoreError) {
      try prepare([folder])
      try files.write(bytes + [0x0A], to: path, mode: 0o600, isSynced: true)
    } catch { throw Unusable(error, path) }
  }

  /// Makes directories one in the other that are the user's own.
  func prepare(_ folders: [String]) throws(StoreError) {
    try makeDirectories(upTo: directory)
    for directory in [directory] + folders {
      try makeDirectory(directory)
      guard let status = try files.status(at: directory) else { continue }
      try rules(status).checkDirectory(status, at: directory)
    }
  }

  private func makeDirectories(upTo path: String) throws(StoreError) {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return }
    let parent = String(path[..<slash])
    guard try files.status(at: parent) == nil else { return }
    try makeDirectories(upTo: parent)
    try makeDirectory(parent)
  }

  private func makeDirectory(_ path: String) throws(StoreError) {
    do { try files.makeDirectory(path, mode: 0o700) } catch {
      guard error.isExistence else { throw error }
    }
  }

  /// Everything here must be the user's own and nobody else's to write; even root is shown no
  /// other user's memory.
  func rules(_ status: FileStatus) throws(StoreError) -> OpeningRules {
    guard status.owner == files.user.uid else {
      throw .untrusted(path: directory, reason: "It belongs to user \(status.owner).")
    }
    guard status.mode & 0o022 == 0 else {
      throw .untrusted(path: directory, reason: "Others may write to it.")
    }
    return OpeningRules(user: files.user, root: status)
  }
}

extension RememberedHeads.Unusable {
  fileprivate init(_ error: StoreError, _ path: String) {
    switch error {
    case .untrusted(let path, let reason):
      self.init(path: path, reason: reason, isNoteworthy: true)
    case .system(let call, let path, let errno):
      self.init(
        path: path, reason: "\(call): \(StoreError.meaning(ofErrno: errno)).", isNoteworthy: false)
    default: self.init(path: path, reason: "It cannot be read.", isNoteworthy: true)
    }
  }
}
