// SPDX-License-Identifier: MIT

import Incidents
import Testing

@testable import IncidentStore

/// What a damaged journal is taken for.
@Suite struct DamageTests {
  private let scratch = Scratch()
  private var segment: String { scratch.store + "/journal/000000000001.ndjson" }

  /// A store with three short lines and one document.
  private func makeStore() throws -> FileStore {
    let store = try FileStore.create(at: scratch.store, options: .test).store
    try take(incidentJSON("1"), into: store)
    _ = try store.commit(Proposal(.acknowledged, on: [id("1")]), by: alice)
    _ = try store.commit(Proposal(.commented(text: "c"), on: [id("1")]), by: alice)
    return store
  }

  private func reopen() throws -> FileStore {
    try FileStore.open(at: scratch.store, options: .test)
  }

  @Test func `a sound store is sound`() throws {
    let found = try makeStore().verify()
    #expect(found.state == .sound)
    #expect((found.lines, found.headSeq, found.documents) == (3, 3, 1))
    #expect((found.torn, found.leftovers, found.quarantined) == (0, 0, 0))
    #expect(found.head.count == 43)
  }

  @Test func `every flipped byte of a journal is found`() throws {
    let store = try makeStore()
    let sound = contents(of: segment)
    for place in sound.indices {
      var bytes = sound
      bytes[place] ^= 0x01
      overwrite(segment, with: bytes)
      let found = try store.verify()
      #expect(found.state != .sound, "byte \(place)")
      #expect(found.lines < 3, "byte \(place)")
    }
    overwrite(segment, with: sound)
    #expect(try store.verify().state == .sound)
  }

  @Test func `a line changed in the middle breaks the journal: read-only, place named`() throws {
    _ = try makeStore()
    var bytes = contents(of: segment)
    let second = try #require(bytes.firstIndex(of: 0x0A)) + 30
    bytes[second] ^= 0x01
    overwrite(segment, with: bytes)
    let store = try reopen()
    #expect(try store.verify().state != .sound)
    #expect(store.readOnlyReason?.contains("line 2") == true)
    #expect(try store.entries(after: 0).map(\.seq) == [1])
    let error = #expect(throws: StoreError.self) {
      try store.commit(Proposal(.commented(text: "d"), on: [id("1")]), by: alice)
    }
    guard case .broken(segment, 2, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(contents(of: segment) == bytes)
  }

  @Test func `a removed or moved line breaks the journal`() throws {
    let store = try makeStore()
    let lines = contents(of: segment).split(separator: 0x0A).map { Array($0) + [0x0A] }
    for order in [[1, 2], [0, 2], [0, 2, 1], [0, 0, 1, 2]] {
      overwrite(segment, with: order.flatMap { lines[$0] })
      guard case .broken = try store.verify().state else {
        Issue.record("\(order)")
        continue
      }
    }
  }

  @Test func `a journal of another store is broken`() throws {
    let store = try makeStore()
    let other = Scratch()
    let theirs = try FileStore.create(at: other.store, options: .test).store
    try take(incidentJSON("1"), into: theirs)
    overwrite(segment, with: contents(of: other.store + "/journal/000000000001.ndjson"))
    guard case .broken = try store.verify().state else {
      Issue.record("believed")
      return
    }
  }

  @Test func `cut anywhere, the journal is unfinished and writing goes on`() throws {
    _ = try makeStore()
    let whole = contents(of: segment)
    let ends = whole.indices.filter { whole[$0] == 0x0A }.map { $0 + 1 }
    for length in 0..<whole.count {
      overwrite(segment, with: Array(whole.prefix(length)))
      let store = try reopen()
      let good = ends.count { $0 <= length }
      let state = try store.verify().state
      let isAtEnd = length == 0 || ends.contains(length)
      #expect(state == (isAtEnd ? .sound : .unfinished(afterSeq: good)), "\(length)")
      guard good > 0 else { continue }
      // A line that lacks only its line feed is whole, and is kept.
      let kept = ends.contains(length + 1) ? good + 1 : good
      let commit = try store.commit(
        Proposal(.commented(text: "after"), on: [id("1")]), by: alice)
      #expect(commit.entry?.seq == kept + 1, "\(length)")
      let after = try store.verify()
      #expect(after.state == .sound, "\(length)")
      #expect(after.lines == kept + 1)
      #expect(after.torn == (isAtEnd || kept > good ? 0 : 1), "\(length)")
      #expect(try reopen().entries(after: 0).count == kept + 1)
    }
  }

  @Test func `several torn lines in a row are harmless`() throws {
    let store = try makeStore()
    overwrite(
      segment, with: contents(of: segment) + Array("{\"v\":1,\"seq\"\n\n\u{0}\u{0}\nhalf".utf8))
    let commit = try store.commit(Proposal(.commented(text: "x"), on: [id("1")]), by: alice)
    #expect(commit.entry?.seq == 4)
    let found = try store.verify()
    #expect(found.state == .sound)
    #expect(found.torn == 4)
    #expect(try reopen().history(of: id("1")).map(\.seq) == [1, 2, 3, 4])
  }

  @Test func `garbage longer than any line is passed over`() throws {
    let store = try makeStore()
    overwrite(
      segment, with: contents(of: segment) + [UInt8](repeating: 0x78, count: 3 << 20))
    #expect(try store.verify().state == .unfinished(afterSeq: 3))
    let commit = try store.commit(Proposal(.commented(text: "x"), on: [id("1")]), by: alice)
    #expect(commit.entry?.seq == 4)
    #expect(try store.verify().torn == 1)
  }

  @Test func `a journal that became shorter under a reader is broken`() throws {
    let store = try makeStore()
    let bytes = contents(of: segment)
    overwrite(segment, with: Array(bytes.prefix(bytes.count / 2)))
    #expect(throws: StoreError.self) {
      try store.commit(Proposal(.commented(text: "x"), on: [id("1")]), by: alice)
    }
    #expect(store.readOnlyReason != nil)
  }

  @Test func `a journal that no longer holds a line seen before is broken`() throws {
    let store = try makeStore()
    let seen = try #require(store.durableHead)
    #expect(seen == store.head)
    #expect(seen.seq == 3)
    var options = StoreOptions.test
    options.remembered = seen
    #expect(try FileStore.open(at: scratch.store, options: options).readOnlyReason == nil)

    let whole = contents(of: segment)
    let shorter = Array(whole.prefix(2 + (whole.dropLast().lastIndex(of: 0x0A) ?? 0) - 1))
    overwrite(segment, with: shorter)
    #expect(try reopen().verify().state == .sound)
    let cut = try FileStore.open(at: scratch.store, options: options)
    #expect(cut.readOnlyReason?.contains("line 3 was seen before") == true)

    _ = try reopen().commit(Proposal(.commented(text: "other"), on: [id("1")]), by: bob)
    let replaced = try FileStore.open(at: scratch.store, options: options)
    #expect(replaced.readOnlyReason?.contains("not the one seen before") == true)
    #expect(throws: StoreError.self) {
      try replaced.commit(Proposal(.commented(text: "x"), on: [id("1")]), by: alice)
    }
  }

  @Test func `damaged, missing and superfluous documents are told`() throws {
    let store = try makeStore()
    try take(incidentJSON("2"), incidentJSON("3"), into: store)
    let layout = StoreLayout(root: scratch.store)
    let path = { (name: String) throws in
      layout.document(of: id(name), digest: try #require(try store.document(of: id(name))).digest)
    }
    let (first, second, third) = (try path("1"), try path("2"), try path("3"))
    overwrite(first, with: contents(of: first).dropLast() + [0x20])
    try PosixFileSystem().rename(second, to: third + ".tmp")
    let found = try store.verify()
    #expect(found.documents == 1)
    #expect(found.damagedDocuments.map(\.path) == [first, second])
    #expect(found.leftovers == 1)
    #expect(
      throws: StoreError.damagedDocument(path: first, reason: "It does not match its digest.")
    ) { try store.document(of: id("1")) }
    #expect(throws: StoreError.damagedDocument(path: second, reason: "It is missing.")) {
      try store.document(of: id("2"))
    }
  }
}
