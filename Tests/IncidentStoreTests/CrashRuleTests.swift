// SPDX-License-Identifier: MIT

import Glibc
import Incidents
import Synchronization
import Testing

@testable import IncidentStore

private final class Order: Sendable {
  let events = Mutex<[String]>([])
}

/// What a crash may leave and what it may not, one rule at a time.
@Suite struct CrashRuleTests {
  private let scratch = Scratch()
  private var segment: String { scratch.store + "/journal/000000000001.ndjson" }
  private let comment = Proposal(.commented(text: "c"), on: [id("1")])

  private func open() throws -> FileStore {
    try FileStore.open(at: scratch.store, options: .test)
  }

  /// A store with a line of its own, then four written together.
  private func makeStore() throws -> FileStore {
    let store = try FileStore.create(at: scratch.store, options: .test).store
    try take(incidentJSON("1"), into: store)
    try take(
      incidentJSON("2"), incidentJSON("3"), incidentJSON("4"), incidentJSON("5"), into: store)
    return store
  }

  private func lines() -> [[UInt8]] {
    contents(of: segment).split(separator: 0x0A).map(Array.init)
  }

  private func write(_ lines: [[UInt8]]) {
    overwrite(segment, with: Array(lines.map { $0 + [0x0A] }.joined()))
  }

  @Test func `lines written together say so, and hold together`() throws {
    _ = try makeStore()
    let texts = lines().map { String(decoding: $0, as: UTF8.self) }
    #expect(texts[0].hasPrefix(#"{"v":1,"seq":1,"t":"#))
    #expect(texts[1].hasPrefix(#"{"v":1,"seq":2,"t":"#))
    for seq in 3...5 { #expect(texts[seq - 1].hasPrefix(#"{"v":1,"seq":\#(seq),"with":2,"t":"#)) }
  }

  @Test(arguments: 1...3)
  func `what is left of lines written together is an unfinished end, and work goes on`(
    lost: Int
  ) throws {
    _ = try makeStore()
    var kept = lines()
    kept[lost] = [UInt8](repeating: 0, count: kept[lost].count)
    write(kept)
    let store = try open()
    #expect(store.readOnlyReason == nil)
    #expect(try store.verify().state == .unfinished(afterSeq: lost))
    #expect(try store.commit(comment, by: alice).entry?.seq == lost + 1)
    #expect(try store.verify().state == .sound)
    #expect(try store.verify().torn == 5 - lost)
    #expect(try open().entries(after: 0).map(\.seq) == Array(1...lost + 1))
    try take(incidentJSON("4"), incidentJSON("5"), into: store)
    #expect(try store.verify().damagedDocuments.isEmpty)
  }

  @Test func `the same damage with a later line after it is a break`() throws {
    let store = try makeStore()
    _ = try store.commit(comment, by: alice)
    var kept = lines()
    kept[2][40] ^= 1
    write(kept)
    #expect(try open().readOnlyReason != nil)
    guard case .broken = try open().verify().state else {
      Issue.record("a damaged line before later ones was not called a break")
      return
    }
  }

  @Test func `a line left out of those written together is a break`() throws {
    _ = try makeStore()
    var kept = lines()
    kept.remove(at: 2)
    write(kept)
    guard case .broken = try open().verify().state else {
      Issue.record("a missing line was not called a break")
      return
    }
  }

  @Test func `two who make a store at once end with one store`() async throws {
    let path = scratch.store
    let made = await withTaskGroup(of: Result<String, any Error>.self) { group in
      for _ in 0..<8 {
        group.addTask {
          Result { try FileStore.create(at: path, options: .test).store.id }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    let ids = made.compactMap { try? $0.get() }
    #expect(ids == [try open().id])
    for case .failure(let error) in made { #expect(error as? StoreError == .exists(path: path)) }
  }

  @Test func `a lock file whose maker died gets its mode`() throws {
    mkdir(scratch.store, 0o700)
    close(Glibc.open(scratch.store + "/lock", O_CREAT | O_WRONLY, 0o400))
    _ = try FileStore.create(at: scratch.store, options: .test)
    #expect(try PosixFileSystem().status(at: scratch.store + "/lock")?.mode == 0o600)
  }

  @Test func `a segment gets its name when it has its mode`() throws {
    _ = try makeStore()
    let files = WatchedFileSystem()
    var options = StoreOptions.test
    options.segmentLimit = 1
    let store = try FileStore(at: scratch.store, options: options, files: files)
    _ = try store.commit(comment, by: alice)
    let made = files.creations.withLock { $0.map(\.path) }.filter { $0.contains("/journal/") }
    #expect(made.count == 1)
    #expect(made.allSatisfy { $0.hasSuffix(".tmp") })
    let names = try PosixFileSystem().names(in: scratch.store + "/journal").sorted()
    #expect(names == ["000000000001.ndjson", "000000000006.ndjson"])
  }

  @Test func `a full segment without a good line takes the next line all the same`() throws {
    _ = try FileStore.create(at: scratch.store, options: .test)
    overwrite(segment, with: [UInt8](repeating: 0x78, count: 5000) + [0x0A])
    var options = StoreOptions.test
    options.segmentLimit = 4000
    let store = try FileStore.open(at: scratch.store, options: options)
    try take(incidentJSON("1"), into: store)
    #expect(try store.commit(comment, by: alice).entry?.seq == 2)
    #expect(try open().entries(after: 0).map(\.seq) == [1, 2])
    #expect(try open().verify().state == .sound)
  }

  @Test func `an old document that is swept before it is current again is written again`() throws {
    let store = try makeStore()
    let first = try #require(try store.document(of: id("1")))
    let facts = ServiceFacts(try #require(try store.incident(id("1"))))
    try take(incidentJSON("1", title: "New", updated: "2026-11-23T11:00:00Z"), into: store)
    let base = try #require(try store.document(of: id("1"))).digest
    let again = NewDocument(
      id: id("1"), bytes: first.bytes, digest: first.digest, base: base, facts: facts)
    try store.put([again])
    // Somebody's sweep comes between.
    unlink(StoreLayout(root: scratch.store).document(of: id("1"), digest: first.digest))
    #expect(try store.observe([again], by: alice).stale == [id("1")])
    try store.put([again])
    #expect(try store.observe([again], by: alice).entries.count == 1)
    #expect(try store.document(of: id("1")) == first)
  }

  @Test func `a record half of which a crash left in quarantine is kept again`() throws {
    let store = try makeStore()
    let record = QuarantinedRecord(
      bytes: Array("{\"id\":}".utf8), reason: "r", source: "-", line: 1, offset: 0)
    try store.quarantine(record)
    let raw = scratch.store + "/quarantine/" + documentDigest(record.bytes) + ".raw"
    #expect(contents(of: raw) == record.bytes)
    overwrite(raw, with: [])
    try store.quarantine(record)
    #expect(contents(of: raw) == record.bytes)
  }

  @Test func `who wants to stop the process waits until no store is locked`() async throws {
    let order = Order()
    let files = PosixFileSystem()
    let stopping = try files.withStopsHeld { () throws(StoreError) in
      let task = Task.detached {
        whileNoStoreIsLocked { order.events.withLock { $0.append("stop") } }
      }
      usleep(20_000)
      order.events.withLock { $0.append("released") }
      return task
    }
    await stopping.value
    #expect(order.events.withLock { $0 } == ["released", "stop"])
  }
}
