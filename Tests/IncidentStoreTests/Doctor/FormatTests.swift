// SPDX-License-Identifier: MIT

import Glibc
import Incidents
import Testing

@testable import IncidentStore

/// Older and newer formats of `store.json`, and lines of a kind this version does not know.
@Suite struct FormatTests {
  private let scratch = Scratch()
  private var identity: String { scratch.store + "/store.json" }

  /// A store as format 0 had it: the id under another name, and no approvals.
  private func makeOld() throws -> String {
    let store = try FileStore.create(at: scratch.store, options: .test).store
    try take(incidentJSON("1"), into: store)
    _ = try store.commit(Proposal(.acknowledged, on: [id("1")]), by: alice)
    overwrite(
      identity,
      with: Array(
        #"{"format":0,"storeId":"\#(store.id)","createdAt":"2026-01-02T03:04:05.000Z"}"#.utf8))
    rmdir(scratch.store + "/approvals")
    return store.id
  }

  @Test func `format 0 is brought to format 1, and nothing else is touched`() throws {
    let old = try makeOld()
    let journal = StoreLayout(root: scratch.store).segment(startingAt: 1)
    let before = contents(of: journal)
    let store = try FileStore.open(at: scratch.store, options: .test)
    #expect(store.id == old)
    #expect(store.readOnlyReason == nil)
    #expect(
      String(decoding: contents(of: identity), as: UTF8.self)
        == #"{"format":1,"id":"\#(old)","createdAt":"2026-01-02T03:04:05.000Z"}"# + "\n")
    #expect(try PosixFileSystem().status(at: scratch.store + "/approvals")?.mode == 0o700)
    #expect(try PosixFileSystem().status(at: identity)?.mode == 0o600)
    #expect(contents(of: journal) == before)
    #expect(try store.verify().state == .sound)
    #expect(try store.entries(after: 0).count == 2)
    let again = try FileStore.open(at: scratch.store, options: .test)
    _ = try again.commit(Proposal(.commented(text: "c"), on: [id("1")]), by: alice)
    #expect(StoreInspection(of: scratch.store).findings().allSatisfy { $0.level == .ok })
  }

  @Test func `who only reads reads format 0 as it is`() throws {
    _ = try makeOld()
    let before = contents(of: identity)
    var options = StoreOptions.test
    options.isReadOnly = true
    let store = try FileStore.open(at: scratch.store, options: options)
    #expect(try store.verify().state == .sound)
    #expect(contents(of: identity) == before)
    #expect(try PosixFileSystem().status(at: scratch.store + "/approvals") == nil)
    #expect(
      StoreInspection(of: scratch.store).findings().contains {
        $0.subject == "format" && $0.level == .notice
      })
    let copy = try store.export(to: scratch.path + "/copy")
    #expect(copy.verification.state == .sound)
  }

  @Test(
    arguments: [
      "", "{}", "[]", #"{"format":1}"#, #"{"format":1,"id":""}"#, #"{"format":1,"id":"../x"}"#,
      #"{"format":-1,"id":"a"}"#, #"{"format":0,"id":"a"}"#, #"{"format":"1","id":"a"}"#,
    ])
  func `a description that says nothing is refused`(_ text: String) throws {
    _ = try makeOld()
    overwrite(identity, with: Array(text.utf8))
    let error = #expect(throws: StoreError.self) {
      try FileStore.open(at: scratch.store, options: .test)
    }
    guard case .broken(identity, 1, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(contents(of: identity) == Array(text.utf8))
  }

  @Test(arguments: [2, 3, 99])
  func `a newer format is refused, and left alone`(_ format: Int) throws {
    _ = try makeOld()
    let text = #"{"format":\#(format),"other":true}"#
    overwrite(identity, with: Array(text.utf8))
    #expect(throws: StoreError.newerFormat(path: identity, format: format)) {
      try FileStore.open(at: scratch.store, options: .test)
    }
    #expect(contents(of: identity) == Array(text.utf8))
    #expect(
      StoreInspection(of: scratch.store).findings().contains {
        $0.subject == "format" && $0.level == .problem && $0.what.contains("format \(format)")
      })
  }

  @Test func `lines about the store itself are read back as they were written`() throws {
    let item = ChainBreak(
      after: ChainBreak.Line(seq: 0, hash: String(repeating: "h", count: 43)),
      start: ChainBreak.Place(segment: 1, offset: 0), end: ChainBreak.Place(segment: 5, offset: 9),
      digest: String(repeating: "0", count: 64), resumed: nil)
    var second = item
    second.resumed = ChainBreak.Line(seq: 7, hash: String(repeating: "r", count: 43))
    let events: [Event] = [
      .reanchored([item]), .reanchored([item, second]),
      .headAccepted(HeadAcceptance(remembered: item.after)),
      .headAccepted(HeadAcceptance(remembered: second.resumed, formerStore: "x")),
      .headAccepted(HeadAcceptance(remembered: nil, formerStore: "x")),
    ]
    for event in events {
      let entry = JournalEntry(seq: 4, at: noon, by: alice, on: [.chain: 3], event: event)
      let line = entry.line(after: LineHash(ofStore: "s")).bytes.dropLast()
      let bytes = Array(line)
      let frame = try #require(JournalLine(bytes, in: bytes.indices))
      #expect(JournalEntry(bytes, in: bytes.indices, frame: frame) == entry)
      #expect(!event.isUndoable)
    }
  }
}
