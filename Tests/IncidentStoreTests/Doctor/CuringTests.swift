// SPDX-License-Identifier: MIT

import Glibc
import Incidents
import Synchronization
import Testing

@testable import IncidentStore

/// A store that a failed flush has closed, and how it is opened again.
@Suite struct CuringTests {
  private let scratch = Scratch()
  private var segment: String { scratch.store + "/journal/000000000001.ndjson" }

  /// A store with two good lines, closed by a flush that failed on the third.
  private func makePoisoned() throws -> FileStore {
    let files = FailingFileSystem()
    let (store, _) = try FileStore.create(
      at: scratch.store, group: nil, options: .test, files: files)
    try take(incidentJSON("1"), into: store)
    _ = try store.commit(Proposal(.acknowledged, on: [id("1")]), by: alice)
    files.failure.withLock { $0 = .flush }
    #expect(throws: StoreError.self) {
      try store.commit(Proposal(.commented(text: "lost"), on: [id("1")]), by: alice)
    }
    files.failure.withLock { $0 = nil }
    return store
  }

  private func inode(_ path: String) -> ino_t {
    var found = stat()
    return lstat(path, &found) == 0 ? found.st_ino : 0
  }

  @Test func `the last segment is written anew, byte for byte, and writing goes on`() throws {
    let poisoned = try makePoisoned()
    let before = contents(of: segment)
    let number = inode(segment)
    let store = try FileStore.open(at: scratch.store, options: .test)
    #expect(store.readOnlyReason != nil)
    #expect(try store.clearPoison(by: bob))
    #expect(contents(of: segment) == before)
    #expect(inode(segment) != number)
    #expect(try PosixFileSystem().status(at: segment)?.mode == 0o600)
    #expect(try PosixFileSystem().status(at: scratch.store + "/POISONED") == nil)

    let again = try FileStore.open(at: scratch.store, options: .test)
    #expect(again.readOnlyReason == nil)
    #expect(try again.verify().state == .sound)
    #expect(try again.clearPoison(by: bob) == false)
    let commit = try again.commit(Proposal(.commented(text: "on"), on: [id("1")]), by: bob)
    #expect(commit.entry != nil)
    // Whoever still has the old file open goes on with the new one, and never writes to the old.
    #expect(poisoned.readOnlyReason != nil)
    let next = try poisoned.commit(Proposal(.commented(text: "x"), on: [id("1")]), by: alice)
    #expect(next.entry?.seq == (commit.entry?.seq ?? 0) + 1)
    #expect(poisoned.readOnlyReason == nil)
    let last = try store.commit(Proposal(.commented(text: "y"), on: [id("1")]), by: alice)
    #expect(try again.entries(after: 0).last == last.entry)
    #expect(try poisoned.entries(after: 0) == again.entries(after: 0))
    #expect(try again.verify().state == .sound)
  }

  @Test func `torn bytes are kept, and a broken journal is left closed`() throws {
    _ = try makePoisoned()
    overwrite(segment, with: contents(of: segment) + Array("half".utf8))
    var before = contents(of: segment)
    #expect(try FileStore.open(at: scratch.store, options: .test).clearPoison(by: bob))
    #expect(contents(of: segment) == before)

    close(creat(scratch.store + "/POISONED", 0o600))
    before[40] ^= 1
    overwrite(segment, with: before)
    let store = try FileStore.open(at: scratch.store, options: .test)
    #expect(throws: StoreError.self) { try store.clearPoison(by: bob) }
    #expect(try PosixFileSystem().status(at: scratch.store + "/POISONED") != nil)
    #expect(contents(of: segment) == before)
    #expect(try PosixFileSystem().names(in: scratch.store + "/journal").count == 1)
  }

  @Test func `a process that holds the poison lock is waited for, not ignored`() throws {
    _ = try makePoisoned()
    let files = PosixFileSystem()
    let lock = try files.open(scratch.store + "/lock", .write)
    #expect(try files.lock(lock, .poison))
    let store = try FileStore.open(at: scratch.store, options: .test)
    #expect(throws: StoreError.self) { try store.clearPoison(by: bob) }
    files.close(lock)
    #expect(try store.clearPoison(by: bob))
  }

  @Test func `modes are set right where that is all that is wrong`() throws {
    let store = try FileStore.create(at: scratch.store, options: .test).store
    try take(incidentJSON("1"), into: store)
    let sound = StoreInspection(of: scratch.store)
    #expect(sound.findings().allSatisfy { $0.level == .ok })
    chmod(segment, 0o666)
    chmod(scratch.store, 0o777)
    chmod(scratch.store + "/quarantine", 0o755)
    #expect(throws: StoreError.self) { try FileStore.open(at: scratch.store, options: .test) }
    let wrong = sound.findings().filter { $0.subject == "permissions" }
    #expect(
      Set(wrong.map(\.place)) == [scratch.store, segment, scratch.store + "/quarantine"])
    #expect(wrong.allSatisfy { $0.level == .problem && $0.next.contains("--repair") })
    #expect(try sound.mendModes().count == 3)
    #expect(sound.findings().allSatisfy { $0.level == .ok })
    #expect(try FileStore.open(at: scratch.store, options: .test).readOnlyReason == nil)
  }

  @Test func `mending follows no link and changes nobody else's file`() throws {
    _ = try FileStore.create(at: scratch.store, options: .test)
    let victim = scratch.path + "/victim"
    close(creat(victim, 0o644))
    let record = scratch.store + "/quarantine/x.json"
    symlink(victim, record)
    link(victim, scratch.store + "/quarantine/y.json")
    let inspection = StoreInspection(of: scratch.store)
    #expect(try inspection.mendModes() == [])
    #expect(try PosixFileSystem().status(at: victim)?.mode == 0o644)
    let places = inspection.findings().filter { $0.level == .problem }.map(\.place)
    #expect(Set(places) == [record, scratch.store + "/quarantine/y.json"])
  }

  @Test func `a diagnosis changes nothing`() throws {
    let store = try makePoisoned()
    chmod(scratch.store + "/approvals", 0o755)
    let before = contents(of: segment)
    let findings = StoreInspection(of: scratch.store).findings() + (try store.verify().findings)
    #expect(findings.contains { $0.subject == "flush" && $0.level == .problem })
    #expect(findings.contains { $0.subject == "permissions" && $0.level == .problem })
    #expect(contents(of: segment) == before)
    #expect(try PosixFileSystem().status(at: scratch.store + "/approvals")?.mode == 0o755)
    #expect(try PosixFileSystem().status(at: scratch.store + "/POISONED") != nil)
  }

  @Test func `clocks that went back are listed with the line and the author`() throws {
    let scratch = Scratch()
    let times = Mutex<[Int64]>([0, 0, 10_000, 8000, 7000, 4000])
    let options = StoreOptions {
      times.withLock {
        Timestamp(milliseconds: noon.milliseconds + ($0.count > 1 ? $0.removeFirst() : $0[0]))
      }
    }
    let store = try FileStore.create(at: scratch.store, options: options).store
    try take(incidentJSON("1"), into: store)
    times.withLock { $0 = [10_000, 8000, 7000, 4999] }
    for _ in 0..<4 {
      _ = try store.commit(Proposal(.commented(text: "c"), on: [id("1")]), by: bob)
    }
    let found = try store.verify()
    // Two seconds are within what clocks do; 2.001 s are not.
    #expect(found.clockJumps.map(\.seq) == [5])
    #expect(found.clockJumps.map(\.milliseconds) == [2001])
    #expect(found.clockJumps.map(\.by) == ["bob"])
    #expect(found.clockJumpCount == 1)
    #expect(found.findings.contains { $0.subject == "clocks" && $0.what.contains("line 5 by bob") })
  }
}
