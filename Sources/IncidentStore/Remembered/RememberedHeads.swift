// SPDX-License-Identifier: MIT

private import DefenderWire
package import Incidents

/// What one user remembers of stores: at each place which store it was, and its newest durable line.
///
/// It lives in the user's own state directory, out of reach of those who share the store. An exact
/// copy has its original's id, so what is remembered belongs to a place, never to an id alone.
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

  /// Where it is remembered what was seen at a place.
  package func path(ofPlace place: String) -> String {
    "\(folder)/\(documentDigest(Array(place.utf8)).prefix(32))"
  }

  private var folder: String { directory + "/places" }

  /// The newest line seen in the store at a place, also if it was moved there from another; `nil` if
  /// none is remembered.
  package func head(
    ofStore id: String, atPlace place: String
  ) throws(Unusable) -> JournalHead? {
    try recall(ofStore: id, atPlace: place).head
  }

  /// What must be found at a place at which a store is: its newest line that was seen, and the store
  /// that was seen there; each `nil` if none is remembered.
  package func recall(
    ofStore id: String, atPlace place: String
  ) throws(Unusable) -> (head: JournalHead?, store: String?) {
    let there = try sight(atPlace: place)
    let known = there?.store == id ? there : try moved(id, to: place)
    return (known?.head, there?.store)
  }

  /// The id of the store that was seen at a place; `nil` if none is remembered.
  package func store(atPlace place: String) throws(Unusable) -> String? {
    try sight(atPlace: place)?.store
  }

  /// Remembers a line of the store at a place, unless a later one is remembered already.
  package func remember(
    _ head: JournalHead?, ofStore id: String, atPlace place: String, time: Timestamp
  ) throws(Unusable) {
    // What cannot be read is written anew; where one may not look, one may not write either.
    let there = (try? sight(atPlace: place)) ?? nil
    let known = there?.store == id ? there : (try? moved(id, to: place)) ?? nil
    var sight = StoreSight(place: place, store: id, file: mark(at: place), head: head, at: time)
    if let former = known?.head, former.seq >= head?.seq ?? 0 { sight.head = former }
    if let there, there.store == id, there.file == sight.file, there.head == sight.head { return }
    try write(sight)
  }

  /// Remembers a line whatever was remembered before.
  package func replaceHead(
    _ head: JournalHead, ofStore id: String, atPlace place: String, time: Timestamp
  ) throws(Unusable) {
    try write(
      StoreSight(place: place, store: id, file: mark(at: place), head: head, at: time))
  }

  /// What was seen at a place.
  private func sight(atPlace place: String) throws(Unusable) -> StoreSight? {
    let path = path(ofPlace: place)
    guard let root = try read(path) else { return nil }
    guard let sight = StoreSight(root), sight.place == place else { throw unreadable(path) }
    return sight
  }

  /// What was seen last of a store where it was before, if its `store.json` is still the same file.
  private func moved(_ id: String, to place: String) throws(Unusable) -> StoreSight? {
    guard let file = mark(at: place) else { return nil }
    var newest: StoreSight?
    for name in (try? files.names(in: folder)) ?? [] where !name.hasSuffix(".tmp") {
      guard let root = try? read("\(folder)/\(name)"), let sight = StoreSight(root),
        sight.store == id, sight.file == file, sight.at > newest?.at ?? .init(milliseconds: .min)
      else { continue }
      newest = sight
    }
    return newest
  }

  private func mark(at place: String) -> FileMark? {
    let status = (try? files.status(at: StoreLayout(root: place).identity)) ?? nil
    return status.map(FileMark.init)
  }

  private func unreadable(_ path: String) -> Unusable {
    Unusable(path: path, reason: "It is damaged.", isNoteworthy: true)
  }

  private func read(_ path: String) throws(Unusable) -> JSONValue? {
    do throws(StoreError) {
      for directory in [directory, folder] {
        guard let status = try files.status(at: directory) else { return nil }
        try rules(status).checkDirectory(status, at: directory)
      }
      guard let status = try files.status(at: path) else { return nil }
      let bytes = try files.contents(of: path, by: rules(status), limit: 16_384)
      guard let document = try? JSONDocument(bytes: bytes) else {
        throw .untrusted(path: path, reason: "It is damaged.")
      }
      return document.root
    } catch { throw Unusable(error, path) }
  }

  private func write(_ sight: StoreSight) throws(Unusable) {
    let path = path(ofPlace: sight.place)
    do throws(StoreError) {
      try prepare([folder])
      try files.write(sight.bytes, to: path, mode: 0o600, isSynced: true)
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
