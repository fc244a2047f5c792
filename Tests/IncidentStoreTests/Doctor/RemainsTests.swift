// SPDX-License-Identifier: MIT

import Glibc
import Incidents
import Testing

@testable import IncidentStore

/// What writers leave who end too early, and parts of a store that are missing.
@Suite struct RemainsTests {
  private let scratch = Scratch()
  private var layout: StoreLayout { StoreLayout(root: scratch.store) }

  private func makeStore() throws -> FileStore {
    let store = try FileStore.create(at: scratch.store, options: .test).store
    try take(incidentJSON("1"), into: store)
    return store
  }

  /// An unfinished file that was last written so many hours before noon.
  private func leave(_ path: String, hours: Int) -> String {
    let place = path + ".abc.tmp"
    close(creat(place, 0o600))
    let time = timespec(tv_sec: Int(noon.milliseconds / 1000) - hours * 3600, tv_nsec: 0)
    var times = [time, time]
    utimensat(AT_FDCWD, place, &times, 0)
    return place
  }

  private func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

  @Test func `unfinished files are told, and removed when they are a day old`() throws {
    let store = try makeStore()
    let inspection = StoreInspection(of: scratch.store)
    #expect(!inspection.findings().contains { $0.subject == "unfinished" })
    let old = [
      layout.identity, layout.lastImport, layout.segment(startingAt: 9),
      layout.quarantine + "/x.raw", layout.shard(of: id("1")) + "/1.json",
    ].map { leave($0, hours: 25) }
    let young = leave(layout.segment(startingAt: 5), hours: 23)
    let row = try #require(inspection.findings().first { $0.subject == "unfinished" })
    #expect(row.level == .notice)
    #expect(row.what.hasPrefix("6 files were begun and not finished; the oldest at 2026-"))
    #expect(old.contains(row.place))
    #expect(inspection.findings().allSatisfy { $0.level != .problem })
    let swept = inspection.sweepUnfinished(at: noon)
    #expect(Set(swept.gone) == Set(old) && swept.kept == [])
    #expect(isThere(young))
    #expect(!old.contains(where: isThere))
    #expect(try store.verify().state == .sound)
  }

  @Test func `an import removes them, too`() throws {
    let store = try makeStore()
    let old = [layout.identity, layout.segment(startingAt: 9), layout.quarantine + "/x.raw"].map {
      leave($0, hours: 25)
    }
    let young = leave(layout.lastImport, hours: 1)
    try take(incidentJSON("2"), into: store)
    #expect(!old.contains(where: isThere))
    #expect(isThere(young))
  }

  @Test func `a shard whose maker ended before its mode was set is finished by the next import`()
    throws
  {
    let store = try makeStore()
    let shard = layout.shard(of: id("72"))
    mkdir(shard, 0o100)
    chmod(shard, 0o100)
    try take(incidentJSON("72"), into: store)
    #expect(try PosixFileSystem().status(at: shard)?.mode == 0o700)
    #expect(try store.document(of: id("72")) != nil)
  }

  @Test(arguments: ["journal", "incidents", "store.json", "journal/000000000001.ndjson"])
  func `a store of which a part is missing cannot be used, and says what is missing`(
    _ name: String
  ) throws {
    _ = try makeStore()
    let path = scratch.store + "/" + name
    rename(path, scratch.path + "/aside")
    let error = #expect(throws: StoreError.self) {
      try FileStore.open(at: scratch.store, options: .test)
    }
    // Without any journal, a directory without a store.json is no store at all.
    guard case .incomplete(path, let reason) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(reason.hasPrefix("It is missing, ") && reason.contains("from a backup or an export"))
    rename(scratch.path + "/aside", path)
    #expect(try FileStore.open(at: scratch.store, options: .test).readOnlyReason == nil)
  }

  @Test func `no new store is made around a journal that is there`() throws {
    let id = try makeStore().id
    rename(layout.identity, scratch.path + "/aside")
    #expect(throws: StoreError.self) {
      try FileStore.create(at: scratch.store, options: .test)
    }
    #expect(!isThere(layout.identity))
    rename(scratch.path + "/aside", layout.identity)
    #expect(try FileStore.open(at: scratch.store, options: .test).id == id)
  }

  @Test(arguments: ["quarantine", "approvals"])
  func `a directory that may be empty is made anew`(_ name: String) throws {
    _ = try makeStore()
    let path = scratch.store + "/" + name
    rmdir(path)
    #expect(throws: StoreError.self) { try FileStore.open(at: scratch.store, options: .test) }
    let inspection = StoreInspection(of: scratch.store)
    let row = try #require(inspection.findings().first { $0.place == path })
    #expect(row.next == "'tocsin doctor --repair' makes it, empty.")
    #expect(try inspection.mendModes() == [PathMode(path: path, mode: 0o700)])
    #expect(try FileStore.open(at: scratch.store, options: .test).readOnlyReason == nil)
  }

  @Test func `a segment that is gone from the middle is named`() throws {
    let journal = try LongJournal(lines: 14, segmentLimit: 1200)
    try #require(journal.segments.count >= 3)
    let gone = journal.segments[1]
    unlink(gone)
    guard case .broken(let place) = try journal.open().verify().state else {
      Issue.record("not noticed")
      return
    }
    #expect(place.path == journal.segments[1] && place.line == 1)
    #expect(place.reason.contains(gone.suffix(19)))
  }
}
