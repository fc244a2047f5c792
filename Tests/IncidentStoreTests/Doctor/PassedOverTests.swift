// SPDX-License-Identifier: MIT

import Glibc
import Incidents
import Synchronization
import Testing

@testable import IncidentStore

/// What becomes of the incidents whose lines a repair passed over.
@Suite struct PassedOverTests {
  private let scratch = Scratch()
  private var options: StoreOptions {
    let time = noon.milliseconds
    return StoreOptions { Timestamp(milliseconds: time) }
  }

  private func flip(line: Int, at place: Int) {
    let path = StoreLayout(root: scratch.store).segment(startingAt: 1)
    var lines = contents(of: path).split(separator: 0x0A).map { Array($0) + [0x0A] }
    lines[line - 1][place] ^= 1
    overwrite(path, with: lines.flatMap(\.self))
  }

  /// Makes a store whose repair passed over the line with the newest document of incident 1.
  ///
  /// Gives that document's path; the journal names the one before.
  private func makeRepaired() throws -> String {
    let store = try FileStore.create(at: scratch.store, options: options).store
    try take(incidentJSON("1"), incidentJSON("2"), into: store)
    try take(incidentJSON("1", title: "Newest", updated: "2026-11-23T11:00:00Z"), into: store)
    let digest = try #require(try store.document(of: id("1"))).digest
    _ = try store.commit(Proposal(.acknowledged, on: [id("2")]), by: alice)
    flip(line: 3, at: 30)
    #expect(try FileStore.open(at: scratch.store, options: options).reanchor(by: bob)?.seq == 5)
    let path = StoreLayout(root: scratch.store).document(of: id("1"), digest: digest)
    #expect(try PosixFileSystem().status(at: path) != nil)
    return path
  }

  @Test func `the incidents in a stretch that was passed over are named`() throws {
    _ = try makeRepaired()
    let store = try FileStore.open(at: scratch.store, options: options)
    let found = try store.verify()
    #expect(found.reanchored.map(\.incidents) == [[id("1")]])
    let row = try #require(found.findings.first { $0.what.contains("re-anchored") })
    #expect(row.what.hasSuffix("What was passed over names 1."))
    #expect(row.next.contains("Import them again"))
    let entry = try #require(try store.entries(after: 4).first)
    #expect(try store.incidentsPassedOver(by: entry) == [id("1")])
  }

  @Test(
    arguments: [
      (#"{"seq":1,"on":{"a":1,"b-2":0,"store/chain":3},"body":{}}"#, ["a", "b-2"]),
      (#"damaged,"on":{"7":12,"8"#, ["7"]), (#""on":{"7":1}"#, []), ("", []),
      (#","on":{"../x":1,"":2,7:3,"9":4}"#, ["9"]),
      (#"{"body":{"text":"\",\"on\":{\"7\":1}"}}"#, []),
    ] as [(String, [String])])
  func `only what is written as a line's subject counts as named`(
    _ text: String, _ ids: [String]
  ) {
    #expect(JournalBreaks.incidents(namedBy: Array(text.utf8)[...]).map(\.text) == ids)
  }

  @Test func `a document only a lost line names is neither swept nor left out of a copy`() throws {
    let path = try makeRepaired()
    let store = try FileStore.open(at: scratch.store, options: options)
    #expect(store.isAnchored)
    let copy = try store.export(to: scratch.path + "/copy")
    let copied = path.replacing(scratch.store, with: scratch.path + "/copy")
    #expect(contents(of: copied) == contents(of: path))
    #expect(copy.verification.state == .sound)

    // Two days later everything is old enough to be swept; what the chain names and has superseded
    // goes, what only the lost line names stays.
    let later = StoreOptions {
      var now = timespec()
      clock_gettime(CLOCK_REALTIME, &now)
      return Timestamp(milliseconds: (Int64(now.tv_sec) + 2 * 86_400) * 1000)
    }
    let old = try #require(try store.document(of: id("2"))).digest
    let importing = try FileStore.open(at: scratch.store, options: later)
    try take(
      incidentJSON("2", title: "Later", updated: "2026-11-23T12:00:00Z"), into: importing)
    let again = try FileStore.open(at: scratch.store, options: later)
    #expect(again.isAnchored)
    try age(StoreLayout(root: scratch.store).shard(of: id("1")))
    sweepAll(again)
    #expect(try PosixFileSystem().status(at: path) != nil)
    let superseded = StoreLayout(root: scratch.store).document(of: id("2"), digest: old)
    #expect(try PosixFileSystem().status(at: superseded) == nil)
  }

  /// Nothing here depends on when the test runs: what is on the disk is as old as the epoch.
  private func age(_ shard: String) throws {
    for folder in [shard, StoreLayout(root: scratch.store).shard(of: id("2"))] {
      for name in try PosixFileSystem().names(in: folder) {
        var times = [timespec](repeating: timespec(tv_sec: 1, tv_nsec: 0), count: 2)
        utimensat(AT_FDCWD, folder + "/" + name, &times, 0)
      }
    }
  }

  private func sweepAll(_ store: FileStore) {
    let layout = StoreLayout(root: scratch.store)
    store.state.withLock { $0.unswept = [layout.shard(of: id("1")), layout.shard(of: id("2"))] }
    store.sweep(by: alice)
  }

  @Test func `a copy of a broken store has the documents of the lines behind the break`() throws {
    let store = try FileStore.create(at: scratch.store, options: options).store
    try take(incidentJSON("1"), into: store)
    _ = try store.commit(Proposal(.acknowledged, on: [id("1")]), by: alice)
    try take(incidentJSON("2"), into: store)
    let digest = try #require(try store.document(of: id("2"))).digest
    flip(line: 2, at: 30)
    let broken = try FileStore.open(at: scratch.store, options: options)
    #expect(broken.readOnlyReason != nil)
    _ = try broken.export(to: scratch.path + "/copy")
    let copied = StoreLayout(root: scratch.path + "/copy").document(of: id("2"), digest: digest)
    #expect(try PosixFileSystem().status(at: copied) != nil)
  }
}
