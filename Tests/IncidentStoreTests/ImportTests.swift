// SPDX-License-Identifier: MIT

import Incidents
import Testing

@testable import IncidentStore

@Suite struct ImportTests {
  private let scratch = Scratch()

  @Test(arguments: StoreKind.allCases)
  func `the same bytes twice write no document and no line`(_ kind: StoreKind) throws {
    let store = try kind.make(in: scratch).store
    let text = [incidentJSON("1", tasks: ["t1"]), incidentJSON("2")]
    let first = try take(text[0], text[1], into: store)
    #expect((first.imported, first.documents, first.lines) == (2, 2, 2))
    let again = try take(text[0], text[1], into: store)
    #expect((again.unchanged, again.documents, again.lines) == (2, 0, 0))
    #expect(try store.verify().leftovers == 0)
    #expect(try store.lastImport() == ImportStamp(at: noon, by: alice, sources: ["test"]))
  }

  @Test(arguments: StoreKind.allCases)
  func `parts that come before and after their incident end in one document`(
    _ kind: StoreKind
  ) throws {
    let store = try kind.make(in: scratch).store
    let report = try take(
      taskJSON("t1", of: "1"), incidentJSON("1"), taskJSON("t2", of: "1"), into: store)
    #expect((report.imported, report.documents, report.lines) == (3, 1, 1))
    #expect(try store.incident(id("1"))?.responses.map(\.id) == ["t1", "t2"])
    #expect(try store.incident(id("1"))?.isReceived == true)
  }

  @Test(arguments: StoreKind.allCases)
  func `older news is skipped and counted`(_ kind: StoreKind) throws {
    let store = try kind.make(in: scratch).store
    try take(incidentJSON("1", title: "New", updated: "2026-11-23T12:00:00Z"), into: store)
    let report = try take(
      incidentJSON("1", title: "Old", updated: "2026-11-23T08:00:00Z"), into: store)
    #expect((report.older, report.lines) == (1, 0))
    #expect(try store.incident(id("1"))?.title == "New")
  }

  @Test(arguments: StoreKind.allCases)
  func `a dry run reports and writes nothing`(_ kind: StoreKind) throws {
    let store = try kind.make(in: scratch).store
    let report = try Importer(into: store, by: alice, isDryRun: true) { noon }.run([
      .bytes(Array((incidentJSON("1") + "\n{").utf8), name: "test")
    ])
    #expect((report.imported, report.documents, report.quarantined) == (1, 1, 1))
    #expect(try store.entries(after: 0).isEmpty)
    #expect(try store.lastImport() == nil)
    #expect(try store.verify() == Verification(state: .sound, head: try store.verify().head))
  }

  @Test(arguments: StoreKind.allCases)
  func `what is none of ours is counted, not kept`(_ kind: StoreKind) throws {
    let store = try kind.make(in: scratch).store
    let report = try take(#"{"error":{"code":"Unauthorized"}}"#, "[]", into: store)
    #expect((report.unrecognised, report.quarantined) == (1, 0))
    #expect(report.strangers.count == 1)
  }

  @Test(arguments: StoreKind.allCases)
  func `the note of an import counts what could not be read`(_ kind: StoreKind) throws {
    let store = try kind.make(in: scratch).store
    try take(incidentJSON("1"), #"{"id":"2",,}"#, into: store)
    #expect(
      try store.lastImport()
        == ImportStamp(at: noon, by: alice, sources: ["test"], quarantined: 1))
  }

  @Test(arguments: StoreKind.allCases)
  func `an import without anything of ours does not make the data fresher`(
    _ kind: StoreKind
  ) throws {
    let store = try kind.make(in: scratch).store
    try take("hello", into: store)
    #expect(try store.lastImport() == nil)
    try take(#"{"value":[]}"#, into: store)
    #expect(try store.lastImport()?.sources == ["test"])
  }

  @Test func `a note of an import by an older tocsin has no count`() throws {
    let store = try StoreKind.file.make(in: scratch).store
    try PosixFileSystem().write(
      Array(#"{"at":"2026-11-23T12:00:00.000Z","by":"bob","uid":1008,"sources":["x"]}"#.utf8),
      to: scratch.store + "/last-import.json", mode: 0o600, isSynced: false)
    #expect(try store.lastImport()?.quarantined == 0)
    #expect(try store.lastImport()?.sources == ["x"])
  }

  @Test(arguments: StoreKind.allCases)
  func `of one source only so many damaged fragments are kept, and all are counted`(
    _ kind: StoreKind
  ) throws {
    let store = try kind.make(in: scratch).store
    let text = (1...Importer.fragmentLimit + 3).map { #"{"id":"\#($0)",,}"# }
    let flood = ImportSource.bytes(Array(text.joined(separator: "\n").utf8), name: "flood")
    let other = ImportSource.bytes(Array(#"{"id":"x",,}"#.utf8), name: "other")
    let report = try Importer(into: store, by: alice) { noon }.run([flood, other])
    #expect(report.quarantined == Importer.fragmentLimit + 4)
    #expect(report.floods == [.init(source: "flood", count: 3)])
    #expect(try store.verify().quarantined == Importer.fragmentLimit + 1)
  }

  @Test(arguments: StoreKind.allCases)
  func `more incidents than a batch holds all arrive, in order`(_ kind: StoreKind) throws {
    let store = try kind.make(in: scratch).store
    let count = 1203
    let text = (1...count).map { incidentJSON(String($0)) }.joined(separator: "\n")
    var calls = 0
    let report = try Importer(into: store, by: alice) { noon }.run(
      [.bytes(Array(text.utf8), name: "test")], progress: { _ in calls += 1 })
    #expect((report.imported, report.lines) == (count, count))
    #expect(calls > 1)
    #expect(try store.entries(after: 0).map(\.incidents) == (1...count).map { [id(String($0))] })
    #expect(try store.verify().documents == count)
  }

  @Test func `waiting counts from the service's own time, and only when it becomes your move`()
    throws
  {
    let store = try StoreKind.memory.make(in: scratch).store
    try take(incidentJSON("1", tasks: ["t1"]), into: store)
    try take(incidentJSON("2", status: "active"), into: store)
    try take(incidentJSON("1", updated: "2026-11-23T11:00:00Z", tasks: ["t2"]), into: store)
    let since = try store.entries(after: 0).map { entry -> Timestamp? in
      guard case .observed(let observation) = entry.event else { return nil }
      return observation.awaitingSince
    }
    #expect(since == [Timestamp(iso8601: "2026-11-23T09:30:00Z"), nil, nil])
  }

  @Test(arguments: StoreKind.allCases)
  func `equal fragments are kept once, and counted as the store counts them`(
    _ kind: StoreKind
  ) throws {
    let store = try kind.make(in: scratch).store
    let text = "{\"id\": }\n{\"id\": !}\n{\"id\": }\n" + incidentJSON("1")
    let report = try Importer(into: store, by: alice) { noon }.run(
      [.bytes(Array(text.utf8), name: "test")])
    #expect((report.quarantined, report.repeated, report.imported) == (2, 1, 1))
    #expect(try store.verify().quarantined == report.quarantined)
  }
}
