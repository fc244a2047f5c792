// SPDX-License-Identifier: MIT

import Glibc
import Incidents
import Synchronization
import Testing

@testable import IncidentStore

/// Torn, unfinished and broken in a journal of several segments, and cuts that only a memory shows.
@Suite struct LocatingTests {
  @Test func `a flipped byte in any segment is found and placed`() throws {
    let journal = try LongJournal(lines: 14, segmentLimit: 1200)
    let segments = journal.segments
    try #require(segments.count >= 3)
    let store = try journal.open()
    for path in segments {
      let sound = contents(of: path)
      let first = try #require(StoreLayout.firstSeq(ofSegment: String(path.suffix(19))))
      for place in stride(from: 0, to: sound.count, by: 3) {
        var bytes = sound
        bytes[place] ^= 0x01
        overwrite(path, with: bytes)
        let line = first + sound[..<place].count { $0 == 0x0A }
        let found = try store.verify()
        // A flipped line feed joins its line to the next; the line before is still good.
        let isEnd = line == 14
        #expect(found.lines == line - 1, "byte \(place) of \(path)")
        switch found.state {
        case .sound: Issue.record("byte \(place) of \(path) was not found")
        case .unfinished(let seq):
          #expect(isEnd && seq == 13, "byte \(place) of \(path)")
        case .broken(let where_):
          #expect(!isEnd, "byte \(place) of \(path)")
          // The line whose own hash does not fit, not the first that no longer follows.
          #expect(where_.path == path, "byte \(place) of \(path)")
          #expect(where_.line == line - first + 1, "byte \(place) of \(path)")
          #expect(where_.reason.contains("its own hash"), "byte \(place) of \(path)")
        }
      }
      overwrite(path, with: sound)
    }
    #expect(try store.verify().state == .sound)
  }

  @Test func `a cut at any line is noticed by whoever remembers a later one`() throws {
    let journal = try LongJournal(lines: 14, segmentLimit: 1200)
    let sound = journal.save()
    let entries = try journal.open()
    var heads: [JournalHead] = []
    try entries.state.withLock { state throws(StoreError) in
      try entries.lines(from: 1, to: 14, state) { _, _, frame in
        heads.append(JournalHead(seq: frame.seq, hash: frame.hash.description))
      }
    }
    try #require(heads.count == 14)
    for kept in 0..<14 {
      journal.restore(sound)
      for path in journal.segments {
        let first = try #require(StoreLayout.firstSeq(ofSegment: String(path.suffix(19))))
        if first > max(1, kept) {
          unlink(path)
        } else {
          overwrite(path, with: journal.lines(of: path).prefix(kept - first + 1).flatMap(\.self))
        }
      }
      // Nothing in the journal itself tells.
      #expect(try journal.open().verify().state == .sound, "\(kept)")
      for head in heads {
        let store = try journal.open(remembering: head)
        let isBroken = head.seq > kept
        #expect((store.readOnlyReason != nil) == isBroken, "\(head.seq) of \(kept)")
        #expect((store.strayReason != nil) == isBroken, "\(head.seq) of \(kept)")
        if case .broken(let place) = try store.verify().state {
          #expect(isBroken)
          #expect(place.reason.contains("line \(head.seq) was seen before"))
          #expect(place.path == journal.journal)
        } else {
          #expect(!isBroken)
        }
      }
    }
  }

  @Test func `a last line that is damaged is named where it was seen before`() throws {
    let journal = try LongJournal(lines: 5, segmentLimit: 1 << 20)
    let seen = try journal.open().head
    let path = journal.segments[0]
    var bytes = contents(of: path)
    bytes[bytes.count - 80] ^= 1
    overwrite(path, with: bytes)
    let store = try journal.open(remembering: seen)
    #expect(store.strayReason?.contains("line 5 was seen before") == true)
    let found = try store.verify()
    guard case .broken(let place) = found.state else {
      Issue.record("\(found.state)")
      return
    }
    #expect(found.isStray)
    #expect(place.path == path && place.line == 5 && place.reason.contains("its own hash"))
    let row = try #require(found.findings.first { $0.subject == "journal" })
    #expect(row.next.contains("--accept-head") && !row.next.contains("--repair"))
    // To whoever has not seen it, it is an end that was never finished.
    #expect(try journal.open().verify().state == .unfinished(afterSeq: 4))
    #expect(try store.acceptHead(by: alice)?.seq == 5)
  }

  @Test func `a forked journal is noticed, and only accepting it lets writing go on`() throws {
    let journal = try LongJournal(lines: 5, segmentLimit: 1 << 20)
    let early = journal.save()
    _ = try journal.open().commit(Proposal(.commented(text: "mine"), on: [id("1")]), by: alice)
    let seen = try journal.open().head
    journal.restore(early)
    _ = try journal.open().commit(Proposal(.commented(text: "theirs"), on: [id("1")]), by: bob)
    let store = try journal.open(remembering: seen)
    #expect(store.strayReason?.contains("Line 6 is not the one seen before") == true)
    #expect(try store.reanchor(by: alice) == nil)
    let entry = try #require(try store.acceptHead(by: alice))
    #expect(entry.event.kind == "head.accepted")
    #expect(entry.incidents == [])
    #expect(store.readOnlyReason == nil)
    #expect(try store.verify().state == .sound)
    #expect(store.durableHead?.seq == 7)
    let last = try #require(try journal.open().entries(after: 6).first)
    #expect(
      last.event
        == .headAccepted(
          HeadAcceptance(remembered: ChainBreak.Line(seq: 6, hash: seen.hash))))
    #expect(try journal.open().acceptHead(by: alice) == nil)
  }

  @Test func `another store at a known place is broken until it is accepted`() throws {
    let journal = try LongJournal(lines: 3)
    let store = try journal.open()
    store.hold(toStore: store.id)
    #expect(store.readOnlyReason == nil)
    store.hold(toStore: "another")
    #expect(store.strayReason?.contains("another store") == true)
    guard case .broken(let place) = try store.verify().state else {
      Issue.record("believed")
      return
    }
    #expect(place.path.hasSuffix("/store.json"))
    let entry = try #require(try store.acceptHead(by: alice))
    #expect(
      entry.event == .headAccepted(HeadAcceptance(remembered: nil, formerStore: "another")))
    #expect(store.readOnlyReason == nil)
  }

  @Test func `only a line that was flushed is remembered`() throws {
    let journal = try LongJournal(lines: 3)
    let reader = try journal.open()
    #expect(reader.durableHead == nil)
    #expect(reader.settledHead() == reader.head)
    #expect(reader.durableHead == reader.head)

    let files = FailingFileSystem()
    let failing = try FileStore(at: journal.scratch.store, options: journal.options, files: files)
    files.failure.withLock { $0 = .flush }
    #expect(failing.settledHead() == nil)
    #expect(failing.durableHead == nil)
    // The flush told of a loss; everybody must know.
    #expect(try journal.open().readOnlyReason != nil)
    #expect(try journal.open().settledHead() == nil)
  }
}
