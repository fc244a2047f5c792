// SPDX-License-Identifier: MIT

import Incidents

@testable import IncidentStore

/// A store with an index in a cache of its own.
struct IndexedStore {
  let scratch = Scratch()
  var files: any FileSystem = PosixFileSystem()
  var policy = ClockPolicy.standard

  var cache: String { scratch.path + "/cache" }
  var journal: String { scratch.store + "/journal/000000000001.ndjson" }

  private var options: StoreOptions {
    var options = StoreOptions.test
    options.cacheDirectory = cache
    options.clockPolicy = policy
    options.indexTail = (lines: 0, bytes: 0)
    return options
  }

  /// Makes the store; nothing is in it.
  func make() throws -> FileStore {
    try FileStore.create(at: scratch.store, group: nil, options: options, files: files).store
  }

  /// Opens it with what the cache holds.
  func open(readsLater: Bool = false) throws -> FileStore {
    var options = options
    options.readsLater = readsLater
    return try FileStore(at: scratch.store, options: options, files: files)
  }

  /// What the journal says, folded from the first line.
  func folded() throws -> CaseBook {
    try FileStore(at: scratch.store, options: .test, files: PosixFileSystem()).snapshot()
  }

  /// The index's file.
  func index(of store: FileStore) -> String { "\(cache)/tocsin/\(store.id)/queue.idx" }
}

extension FileStore {
  /// Lets the service and people do things at random: merges, undo and hostile text among them.
  func grow(_ random: inout Seeded, steps: Int, ids count: Int = 12) throws {
    for step in 0..<steps {
      let target = IncidentStoreTests.id("\(Int.random(in: 1...count, using: &random))")
      let author = Bool.random(using: &random) ? alice : bob
      switch Int.random(in: 0..<8, using: &random) {
      case 0..<4:
        let bytes = Array("{\"step\":\(step),\"seed\":\(random.next())}".utf8)
        let base = try snapshot().case(target)?.digest
        let document = NewDocument(
          id: target, bytes: bytes, digest: documentDigest(bytes),
          base: base?.isEmpty == false ? base : nil, facts: .random(&random))
        try put([document])
        _ = try observe([document], by: author)
      case 4: _ = try commit(Proposal(.commented(text: "é\u{202E}"), on: [target]), by: author)
      case 5:
        guard let entry = try snapshot().undoable(by: author) else { continue }
        _ = try commit(
          Proposal(.undone(seq: entry.seq), on: entry.incidents), by: author)
      case 6: _ = try commit(Proposal(.acknowledged, on: [target]), by: author)
      default:
        let record = ResponseRecord(responses: ["a"], step: .completed)
        _ = try commit(Proposal(.response(record), on: [target]), by: author)
      }
    }
  }
}

/// What differs between two books, as far as the store and the console ask.
func difference(_ book: CaseBook, _ other: CaseBook) -> String? {
  func reflected(_ value: some Any) -> [UInt8] { Array(String(reflecting: value).utf8) }
  guard book.seq == other.seq, Set(book.cases.keys) == Set(other.cases.keys) else {
    return "cases"
  }
  for id in other.cases.keys {
    if reflected(book.case(id)) != reflected(other.case(id)) { return "case \(id)" }
    if reflected(book.view(of: id)) != reflected(other.view(of: id)) { return "view \(id)" }
  }
  guard Array(book.actions) == Array(other.actions) else { return "actions" }
  guard book.undone.map(\.seq) == other.undone.map(\.seq) else { return "undone" }
  for author in [alice, bob] {
    guard book.undoable(by: author) == other.undoable(by: author),
      book.redoable(by: author) == other.redoable(by: author)
    else { return "undo" }
  }
  return reflected(book.queue()) == reflected(other.queue()) ? nil : "queue"
}
