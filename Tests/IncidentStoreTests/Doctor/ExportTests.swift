// SPDX-License-Identifier: MIT

import Glibc
import Incidents
import Synchronization
import TestSupport
import Testing

@testable import IncidentStore

/// Copies: exact ones by `export`, plain ones by `cp -a`, both while others write.
@Suite struct ExportTests {
  private let scratch = Scratch()

  /// Writes comments and imports from threads of its own until the body is done.
  private func underLoad(_ body: (FileStore) throws -> Void) throws {
    var options = StoreOptions.test
    options.segmentLimit = 20_000
    let opening = options
    let path = scratch.store
    let store = try FileStore.create(at: path, options: opening).store
    for number in 0..<20 { try take(incidentJSON("\(number)"), into: store) }
    let isDone = Mutex(false)
    let threads = (0..<2).map { writer in
      LoadThread {
        guard let mine = try? FileStore.open(at: path, options: opening) else { return }
        var round = 0
        while !isDone.withLock({ $0 }) {
          round += 1
          let target = id("\((round * 7 + writer) % 20)")
          _ = try? mine.commit(Proposal(.commented(text: "r\(round)"), on: [target]), by: bob)
          if round % 5 == 0 {
            _ = try? take(
              incidentJSON(
                "\(target)", title: "t\(writer) \(round)",
                updated: "2026-11-24T0\(round / 5 % 10):00:0\(writer)Z"),
              into: mine)
          }
        }
      }
    }
    defer {
      isDone.withLock { $0 = true }
      for thread in threads { thread.join() }
    }
    try body(store)
  }

  @Test func `an export under load is exact, whole and up to date`() throws {
    try underLoad { store in
      for round in 0..<6 {
        let before = store.head.seq
        let entries = try store.entries(after: 0)
        let target = scratch.path + "/copy\(round)"
        let report = try store.export(to: target)
        #expect(report.verification.state == .sound)
        #expect(report.verification.damagedDocuments == [])
        #expect(report.verification.torn == 0)
        #expect(report.verification.leftovers == 0)
        #expect(report.verification.documents == 20)
        #expect(report.verification.headSeq >= before)
        let copy = try FileStore.open(at: target, options: .test)
        #expect(copy.id == store.id)
        #expect(Array(try copy.entries(after: 0).prefix(entries.count)) == entries)
        // It is a store like any other.
        _ = try copy.commit(Proposal(.commented(text: "x"), on: [id("1")]), by: alice)
        usleep(20_000)
      }
    }
  }

  @Test func `a plain copy under load opens and has every action that came before it`() throws {
    try underLoad { store in
      for round in 0..<6 {
        let entry = try #require(
          try store.commit(Proposal(.commented(text: "mark \(round)"), on: [id("1")]), by: alice)
            .entry)
        let target = scratch.path + "/plain\(round)"
        let child = try ChildProgram("/bin/cp", ["-a", scratch.store, target], environment: [:])
        // A file that is swept or made while it is copied is told by cp, and costs nothing.
        _ = child.wait(seconds: 60)
        let copy = try FileStore.open(at: target, options: .test)
        #expect(copy.readOnlyReason == nil)
        let found = try copy.verify()
        if case .broken(let place) = found.state { Issue.record("\(place)") }
        #expect(try copy.entries(after: entry.seq - 1).first == entry)
        #expect(try copy.entries(after: 0).count == found.lines)
        for place in found.damagedDocuments {
          #expect(place.reason == "It is missing.")
          #expect(try PosixFileSystem().status(at: place.path) == nil)
        }
        #expect(found.documents + found.damagedDocuments.count == 20)
        usleep(20_000)
      }
    }
  }

  private func makeStore() throws -> FileStore {
    let store = try FileStore.create(at: scratch.store, options: .test).store
    try take(incidentJSON("1"), incidentJSON("2"), "{\"id\":7", into: store)
    return store
  }

  @Test func `everything is copied byte for byte with its mode`() throws {
    let store = try makeStore()
    let target = scratch.path + "/copy"
    _ = try store.export(to: target)
    let files = PosixFileSystem()
    func compare(_ folder: String) throws {
      #expect(
        try files.names(in: scratch.store + folder).sorted()
          == files.names(in: target + folder).sorted())
      for name in try files.names(in: scratch.store + folder) {
        let path = folder + "/" + name
        let status = try #require(try files.status(at: scratch.store + path))
        #expect(try files.status(at: target + path)?.mode == status.mode, "\(path)")
        if status.kind == .directory {
          try compare(path)
        } else if name != "lock" {
          #expect(contents(of: target + path) == contents(of: scratch.store + path), "\(path)")
        }
      }
    }
    try compare("")
    #expect(try files.status(at: target)?.mode == files.status(at: scratch.store)?.mode)
  }

  @Test func `what is there already is refused, unless it is an earlier copy`() throws {
    let store = try makeStore()
    let target = scratch.path + "/copy"
    _ = try store.export(to: target)
    #expect(throws: StoreError.untrusted(path: target, reason: "It is not empty.")) {
      try store.export(to: target)
    }
    _ = try store.commit(Proposal(.acknowledged, on: [id("1")]), by: alice)
    let again = try store.export(to: target, again: true)
    #expect(again.verification.headSeq == store.head.seq)
    #expect(again.verification.state == .sound)

    let other = Scratch()
    _ = try FileStore.create(at: other.store, options: .test)
    #expect(throws: StoreError.untrusted(path: other.store, reason: "It holds another store.")) {
      try store.export(to: other.store, again: true)
    }
    mkdir(scratch.path + "/full", 0o700)
    close(creat(scratch.path + "/full/mine", 0o600))
    for again in [false, true] {
      #expect(throws: StoreError.self) {
        try store.export(to: scratch.path + "/full", again: again)
      }
    }
    #expect(try PosixFileSystem().names(in: scratch.path + "/full") == ["mine"])
  }

  @Test func `the store is never copied onto itself or into itself`() throws {
    let store = try makeStore()
    let before = contents(of: scratch.store + "/journal/000000000001.ndjson")
    let names = [
      scratch.store, scratch.store + "/copy", scratch.path + "/./store",
      scratch.path + "/../" + (scratch.path.split(separator: "/").last.map(String.init) ?? "")
        + "/store",
    ]
    for name in names {
      #expect(throws: StoreError.self, "\(name)") { try store.export(to: name, again: true) }
    }
    #expect(contents(of: scratch.store + "/journal/000000000001.ndjson") == before)
    #expect(try store.verify().state == .sound)
    #expect(try store.verify().leftovers == 0)
  }

  @Test func `a copy that holds more than the store is never written over`() throws {
    let store = try makeStore()
    let target = scratch.path + "/copy"
    let before = contents(of: scratch.store + "/journal/000000000001.ndjson")
    _ = try store.commit(
      Proposal(.acknowledged, on: [id("1")]), by: Author(name: "alice", uid: 1))
    _ = try store.export(to: target)
    let copied = contents(of: target + "/journal/000000000001.ndjson")
    overwrite(scratch.store + "/journal/000000000001.ndjson", with: before)
    let restored = try FileStore.open(at: scratch.store, options: .test)
    #expect(throws: StoreError.self) { try restored.export(to: target, again: true) }
    #expect(contents(of: target + "/journal/000000000001.ndjson") == copied)
  }

  @Test func `a broken store is copied as it is, and missing documents are named`() throws {
    let store = try makeStore()
    let digest = try #require(try store.document(of: id("2"))).digest
    let layout = StoreLayout(root: scratch.store)
    unlink(layout.document(of: id("2"), digest: digest))
    let journal = layout.segment(startingAt: 1)
    // A line after those of the import: without it, they would be an end that was never finished.
    _ = try store.commit(
      Proposal(.acknowledged, on: [id("1")]), by: Author(name: "alice", uid: 1))
    var bytes = contents(of: journal)
    let report = try store.export(to: scratch.path + "/one")
    #expect(
      report.verification.damagedDocuments.map(\.path)
        == [StoreLayout(root: scratch.path + "/one").document(of: id("2"), digest: digest)])
    bytes[50] ^= 1
    overwrite(journal, with: bytes)
    let broken = try FileStore.open(at: scratch.store, options: .test)
    let second = try broken.export(to: scratch.path + "/two")
    guard case .broken = second.verification.state else {
      Issue.record("\(second.verification.state)")
      return
    }
    #expect(contents(of: scratch.path + "/two/journal/000000000001.ndjson") == bytes)
  }
}

/// A thread that can be joined.
private final class LoadThread: Sendable {
  private let id: pthread_t

  init(_ body: @escaping @Sendable () -> Void) {
    let box = Unmanaged.passRetained(Box(body))
    var id = pthread_t()
    pthread_create(
      &id, nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().body()
        return nil
      }, box.toOpaque())
    self.id = id
  }

  func join() { pthread_join(id, nil) }

  private final class Box: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
