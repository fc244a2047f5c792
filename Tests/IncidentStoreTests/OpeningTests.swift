// SPDX-License-Identifier: MIT

import Glibc
import Incidents
import Testing

@testable import IncidentStore

/// What is believed when a store is opened, and the permissions it is made with.
@Suite(.serialized) struct OpeningTests {
  private let scratch = Scratch()

  private func makeStore() throws -> FileStore {
    try FileStore.create(at: scratch.store, options: .test).store
  }

  private func mode(_ path: String) throws -> UInt32? {
    try PosixFileSystem().status(at: path)?.mode
  }

  private func expectUntrusted(_ place: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let error = #expect(throws: StoreError.self, sourceLocation: sourceLocation) {
      try FileStore.open(at: scratch.store, options: .test)
    }
    guard case .untrusted(let path, _) = error else {
      Issue.record("\(String(describing: error))", sourceLocation: sourceLocation)
      return
    }
    #expect(path == place, sourceLocation: sourceLocation)
  }

  @Test(arguments: [0o000, 0o022, 0o077] as [mode_t])
  func `modes do not depend on the umask`(_ mask: mode_t) throws {
    let before = umask(mask)
    defer { umask(before) }
    let (store, modes) = try FileStore.create(at: scratch.store, options: .test)
    try take(incidentJSON("72"), into: store)
    for directory in ["", "/journal", "/incidents", "/incidents/72", "/quarantine"] {
      #expect(try mode(scratch.store + directory) == 0o700)
    }
    for file in ["/store.json", "/lock", "/journal/000000000001.ndjson", "/last-import.json"] {
      #expect(try mode(scratch.store + file) == 0o600)
    }
    #expect(modes.contains(PathMode(path: scratch.store + "/lock", mode: 0o600)))
    #expect(modes.first?.description == "700  \(scratch.store)")
  }

  @Test func `a store for a group is setgid and sticky`() throws {
    let group = try #require(getgrgid(getegid())).pointee.gr_name
    let name = String(cString: try #require(group))
    let store = try FileStore.create(at: scratch.store, group: name, options: .test).store
    try take(incidentJSON("72"), into: store)
    for directory in ["", "/journal", "/incidents", "/incidents/72", "/quarantine"] {
      #expect(try mode(scratch.store + directory) == 0o3770)
    }
    #expect(try mode(scratch.store + "/lock") == 0o660)
    #expect(try mode(scratch.store + "/journal/000000000001.ndjson") == 0o660)
    #expect(try mode(scratch.store + "/store.json") == 0o640)
    #expect(throws: StoreError.self) {
      try FileStore.create(at: scratch.path + "/other", group: "no such group", options: .test)
    }
  }

  @Test func `nothing is no store, and a store is not made twice`() throws {
    #expect(throws: StoreError.absent(path: scratch.store)) {
      try FileStore.open(at: scratch.store, options: .test)
    }
    #expect(throws: StoreError.absent(path: scratch.path)) {
      try FileStore.open(at: scratch.path, options: .test)
    }
    _ = try makeStore()
    #expect(throws: StoreError.exists(path: scratch.store)) {
      try FileStore.create(at: scratch.store, options: .test)
    }
    #expect(throws: StoreError.untrusted(path: scratch.path, reason: "It is not empty.")) {
      try FileStore.create(at: scratch.path, options: .test)
    }
  }

  @Test func `a store half made is made whole`() throws {
    _ = try makeStore()
    unlink(scratch.store + "/store.json")
    rmdir(scratch.store + "/quarantine")
    let store = try makeStore()
    #expect(try store.verify().state == .sound)
  }

  @Test func `a newer format is refused`() throws {
    _ = try makeStore()
    let path = scratch.store + "/store.json"
    overwrite(path, with: Array(#"{"format":2,"id":"x"}"#.utf8))
    #expect(throws: StoreError.newerFormat(path: path, format: 2)) {
      try FileStore.open(at: scratch.store, options: .test)
    }
  }

  @Test(arguments: ["store.json", "lock", "journal/000000000001.ndjson"])
  func `links, hard links, pipes and files anybody may write are refused`(_ name: String) throws {
    _ = try makeStore()
    let path = scratch.store + "/" + name
    let elsewhere = scratch.path + "/elsewhere"

    chmod(path, 0o666)
    expectUntrusted(path)
    chmod(path, 0o600)

    link(path, elsewhere)
    expectUntrusted(path)
    unlink(elsewhere)

    rename(path, elsewhere)
    symlink(elsewhere, path)
    expectUntrusted(path)
    unlink(path)

    mkfifo(path, 0o600)
    expectUntrusted(path)
    unlink(path)

    rename(elsewhere, path)
    #expect(throws: Never.self) { try FileStore.open(at: scratch.store, options: .test) }
  }

  @Test func `directories that are links or that anybody may write are refused`() throws {
    _ = try makeStore()
    chmod(scratch.store, 0o777)
    expectUntrusted(scratch.store)
    chmod(scratch.store, 0o700)
    let journal = scratch.store + "/journal"
    rename(journal, scratch.path + "/journal")
    symlink(scratch.path + "/journal", journal)
    expectUntrusted(journal)
    symlink(scratch.store, scratch.path + "/link")
    #expect(throws: StoreError.self) {
      try FileStore.open(at: scratch.path + "/link", options: .test)
    }
  }

  @Test func `a document that is a link is not read`() throws {
    let store = try makeStore()
    try take(incidentJSON("1"), into: store)
    let digest = try #require(try store.document(of: id("1"))).digest
    let path = StoreLayout(root: scratch.store).document(of: id("1"), digest: digest)
    rename(path, scratch.path + "/elsewhere")
    symlink(scratch.path + "/elsewhere", path)
    #expect(throws: StoreError.untrusted(path: path, reason: "It is a symbolic link.")) {
      try store.document(of: id("1"))
    }
    #expect(try store.verify().damagedDocuments.count == 1)
  }

  @Test func `opened read-only, nothing is written`() throws {
    try take(incidentJSON("1"), into: try makeStore())
    let segment = scratch.store + "/journal/000000000001.ndjson"
    overwrite(segment, with: contents(of: segment) + [0x7B])
    let before = contents(of: segment)
    var options = StoreOptions.test
    options.isReadOnly = true
    let store = try FileStore.open(at: scratch.store, options: options)
    #expect(store.readOnlyReason != nil)
    #expect(try store.entries(after: 0).count == 1)
    #expect(throws: StoreError.self) {
      try store.commit(Proposal(.acknowledged, on: [id("1")]), by: alice)
    }
    #expect(throws: StoreError.self) { try take(incidentJSON("2"), into: store) }
    #expect(contents(of: segment) == before)
    #expect(try store.verify().leftovers == 0)
  }

  @Test(
    arguments: [
      (0x6969, true), (0x517B, true), (0xFF53_4D42, true), (0x6573_5546, true), (0xEF53, false),
      (0x0102_1994, false),
    ] as [(UInt64, Bool)])
  func `file systems that lose appends are refused`(_ magic: UInt64, _ isRefused: Bool) {
    let check = { try OpeningRules.checkFileSystem(magic: magic, at: "/srv") }
    if isRefused {
      #expect(throws: StoreError.self, performing: check)
    } else {
      #expect(throws: Never.self, performing: check)
    }
  }
}
