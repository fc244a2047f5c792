// SPDX-License-Identifier: MIT

import Glibc
import Incidents
import Testing

@testable import IncidentStore

/// What a broken journal is after `doctor --repair`: all that can be read, and one line that says
/// what cannot.
@Suite struct ReanchoringTests {
  /// Anchors a broken journal and checks what must be true afterwards; gives the lines kept.
  private func repair(
    _ journal: LongJournal, _ comment: Testing.Comment,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [Int] {
    let broken = try journal.open()
    let before = journal.save()
    guard case .broken = try broken.verify().state else {
      Issue.record("not broken: \(comment)", sourceLocation: sourceLocation)
      return []
    }
    let anchor = try #require(try broken.reanchor(by: bob), comment)
    // Nothing was changed: every byte is where it was, and what is new stands behind it.
    for (path, bytes) in before {
      #expect(contents(of: path).starts(with: bytes), comment, sourceLocation: sourceLocation)
    }
    let store = try journal.open()
    #expect(store.readOnlyReason == nil, comment, sourceLocation: sourceLocation)
    let found = try store.verify()
    #expect(found.state == .sound, comment, sourceLocation: sourceLocation)
    #expect(!found.reanchored.isEmpty, comment, sourceLocation: sourceLocation)
    #expect(found.reanchored.allSatisfy { $0.by == "bob" && $0.seq == anchor.seq }, comment)
    let entries = try store.entries(after: 0)
    let seqs = entries.map(\.seq)
    #expect(seqs == seqs.sorted() && Set(seqs).count == seqs.count, comment)
    #expect(seqs.count == found.lines, comment)
    #expect(seqs.last == anchor.seq, comment)
    #expect(entries.last?.event == anchor.event, comment)
    #expect(entries.last?.incidents == [], comment)
    // Each line alone, and each incident's own, are found again in spite of the gap.
    for seq in seqs { #expect(try store.entries(after: seq - 1).first?.seq == seq, comment) }
    #expect(try store.history(of: id("1")).map(\.seq) == seqs.dropLast(), comment)
    let commit = try store.commit(Proposal(.commented(text: "after"), on: [id("1")]), by: alice)
    #expect(commit.entry?.seq == anchor.seq + 1, comment)
    let again = try journal.open()
    #expect(try again.verify().state == .sound, comment, sourceLocation: sourceLocation)
    #expect(try again.verify().reanchored == found.reanchored, comment)
    #expect(try again.reanchor(by: bob) == nil, comment)
    return Array(seqs.dropLast())
  }

  @Test(arguments: [2, 3, 7, 33, 34, 64, 89])
  func `a changed line is passed over, and every other is kept`(_ victim: Int) throws {
    let journal = try LongJournal(lines: 90, segmentLimit: 9000)
    try #require(journal.segments.count > 2)
    let path = try #require(
      journal.segments.last { segment in
        (StoreLayout.firstSeq(ofSegment: String(segment.suffix(19))) ?? .max) <= victim
      })
    let first = try #require(StoreLayout.firstSeq(ofSegment: String(path.suffix(19))))
    var lines = journal.lines(of: path)
    lines[victim - first][40] ^= 0x04
    overwrite(path, with: lines.flatMap(\.self))
    let kept = try repair(journal, "line \(victim)")
    #expect(kept == Array(1...90).filter { $0 != victim })
  }

  @Test func `a removed segment is passed over`() throws {
    let journal = try LongJournal(lines: 90, segmentLimit: 9000)
    let firsts = journal.segments.compactMap {
      StoreLayout.firstSeq(ofSegment: String($0.suffix(19)))
    }
    try #require(firsts.count > 2)
    unlink(journal.segments[1])
    let kept = try repair(journal, "second segment")
    #expect(kept == Array(1..<firsts[1]) + Array(firsts[2]...90))
  }

  @Test(arguments: [
    [0, 2, 3, 4], [0, 2, 1, 3, 4], [1, 2, 3, 4], [0, 0, 1, 2, 3, 4], [0, 4, 3, 2, 1],
  ])
  func `removed, moved and repeated lines are passed over`(_ order: [Int]) throws {
    let journal = try LongJournal(lines: 5, segmentLimit: 1 << 20)
    let path = journal.segments[0]
    let lines = journal.lines(of: path)
    overwrite(path, with: order.flatMap { lines[$0] })
    _ = try repair(journal, "\(order)")
  }

  @Test func `a forged line among the true ones costs none of them`() throws {
    let journal = try LongJournal(lines: 5, segmentLimit: 1 << 20)
    let path = journal.segments[0]
    let lines = journal.lines(of: path)
    let forged = JournalEntry(
      seq: 3, at: noon, by: bob, on: [Subject(id("1")): 2], event: .acknowledged
    ).line(after: LineHash(ofStore: "elsewhere")).bytes
    overwrite(path, with: (lines[..<2] + [forged] + lines[2...]).flatMap(\.self))
    #expect(try repair(journal, "forged") == [1, 2, 3, 4, 5])
  }

  @Test func `damage after damage, and damage to the anchor itself, are anchored anew`() throws {
    let journal = try LongJournal(lines: 9, segmentLimit: 1 << 20)
    let path = journal.segments[0]
    func flip(line: Int) {
      var lines = journal.lines(of: path)
      lines[line - 1][40] ^= 0x04
      overwrite(path, with: lines.flatMap(\.self))
    }
    flip(line: 3)
    #expect(try repair(journal, "first") == [1, 2, 4, 5, 6, 7, 8, 9])
    // 10 is the anchor, 11 a comment.
    flip(line: 6)
    #expect(try journal.open().reanchor(by: alice) != nil)
    #expect(try journal.open().entries(after: 0).map(\.seq) == [1, 2, 4, 5, 7, 8, 9, 10, 11, 12])
    #expect(try journal.open().verify().reanchored.map(\.seq) == [10, 12])
    flip(line: 10)
    #expect(try journal.open().readOnlyReason != nil)
    #expect(try journal.open().reanchor(by: alice) != nil)
    let store = try journal.open()
    #expect(try store.verify().state == .sound)
    #expect(try store.entries(after: 0).map(\.seq) == [1, 2, 4, 5, 7, 8, 9, 11, 12, 13])
  }

  @Test func `bytes changed once more after the anchor are not believed`() throws {
    let journal = try LongJournal(lines: 9, segmentLimit: 1 << 20)
    let path = journal.segments[0]
    var lines = journal.lines(of: path)
    lines[2][40] ^= 0x04
    overwrite(path, with: lines.flatMap(\.self))
    _ = try journal.open().reanchor(by: bob)
    lines = journal.lines(of: path)
    lines[2][41] ^= 0x04
    overwrite(path, with: lines.flatMap(\.self))
    #expect(try journal.open().readOnlyReason?.contains("line 3") == true)
  }

  @Test func `a sound, torn or unfinished journal is not anchored`() throws {
    let journal = try LongJournal(lines: 5, segmentLimit: 1 << 20)
    #expect(try journal.open().reanchor(by: bob) == nil)
    let path = journal.segments[0]
    overwrite(path, with: contents(of: path) + Array("half".utf8))
    let before = contents(of: path)
    #expect(try journal.open().reanchor(by: bob) == nil)
    #expect(contents(of: path) == before)
  }

  @Test func `whatever bytes are damaged, a repaired journal is sound`() throws {
    let journal = try LongJournal(lines: 40, segmentLimit: 4000)
    let sound = journal.save()
    var random = Seeded(state: 20)
    var repaired = 0
    for round in 0..<60 {
      journal.restore(sound)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let path = journal.segments[Int.random(in: 0..<journal.segments.count, using: &random)]
        var bytes = contents(of: path)
        guard !bytes.isEmpty else { continue }
        let start = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, start + Int.random(in: 1...700, using: &random))
        switch Int.random(in: 0...2, using: &random) {
        case 0:
          for place in start..<end { bytes[place] = UInt8.random(in: 0...255, using: &random) }
        case 1: bytes.removeSubrange(start..<end)
        default: bytes.insert(contentsOf: bytes[start..<end], at: start)
        }
        overwrite(path, with: bytes)
      }
      guard case .broken = try journal.open().verify().state else { continue }
      repaired += 1
      _ = try repair(journal, "round \(round)")
    }
    #expect(repaired > 30)
  }
}
