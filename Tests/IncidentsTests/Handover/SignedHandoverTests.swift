// SPDX-License-Identifier: MIT

import Incidents
import Testing

@Suite struct SignedHandoverTests {
  /// Two open incidents that are your move.
  private var script: JournalScript {
    var script = JournalScript()
    script.observed("1") { $0.ask("r") }
    script.observed("2") { $0.ask("r") }
    return script
  }

  @discardableResult
  private func sign(_ script: inout JournalScript, _ name: String) throws -> Judgement {
    let handover = Handover(
      script.book, TriageQueue(script.book), since: JournalScript.time(ofLine: 0),
      at: JournalScript.time(ofLine: script.book.seq), hash: "abc")
    let subject = try #require(
      Subject(
        .handover, at: handover.madeAt, after: script.book.seq, by: JournalScript.author(name)))
    return script.record(name, RecordEdit(subject, handover.signature("good luck")))
  }

  @Test func `a signature says who, when, from which head, and which lines had no next step`()
    throws
  {
    var script = script
    try sign(&script, "alice")
    let signed = try #require(script.book.signedHandovers.first)
    #expect(signed.signer == JournalScript.author("alice"))
    #expect(signed.signedAt == JournalScript.time(ofLine: 3))
    #expect(signed.head == 2)
    #expect(signed.hash == "abc")
    #expect(signed.comment == "good luck")
    #expect(signed.unworked.map(\.text) == ["1", "2"])
    #expect(signed.lines.map(\.incident.text) == ["1", "2"])
    #expect(signed.pending.count == 2)
    #expect(
      script.entries.last?.phrase()
        == "signed handover \(signed.id.name): 2 lines, without a next step: 1 2")
  }

  @Test func `two who sign at once make two handovers, and neither is overwritten`() throws {
    var script = script
    let seen = script.book
    let handover = Handover(
      seen, TriageQueue(seen), since: JournalScript.time(ofLine: 0),
      at: JournalScript.time(ofLine: 2))
    for name in ["alice", "bob"] {
      let subject = try #require(
        Subject(.handover, at: handover.madeAt, after: seen.seq, by: JournalScript.author(name)))
      let judgement = script.record(
        name, RecordEdit(subject, handover.signature()), seen: seen.seq)
      #expect(judgement.refusedRecords.isEmpty)
    }
    #expect(script.book.signedHandovers.map(\.signer.name) == ["bob", "alice"])
  }

  @Test func `lines are acknowledged one by one, by whoever did, and undo brings them back`()
    throws
  {
    var script = script
    try sign(&script, "alice")
    let signed = try #require(script.book.signedHandovers.first)
    script.record("bob", signed.acknowledging([incident("1")]))
    #expect(script.book.pendingPickups.map(\.id.text) == ["2"])
    let lines = script.book.signedHandovers.first?.lines
    #expect(lines?.first?.acknowledgement?.by == JournalScript.author("bob"))
    #expect(
      script.entries.last?.phrase() == "acknowledged 1 line of handover \(signed.id.name)")
    let again = script.record("carol", signed.acknowledging([incident("1")]))
    #expect(again.acceptedRecords.isEmpty)
    script.undo("bob")
    #expect(script.book.pendingPickups.count == 2)
  }

  @Test func `a signature is taken back only while nobody has acknowledged a line of it`() throws {
    var script = script
    try sign(&script, "alice")
    let signed = try #require(script.book.signedHandovers.first)
    script.record("bob", signed.acknowledging([incident("1")]))
    let refused = script.undo("alice")
    #expect(
      refused?.firstRefusal?.refusal
        == .changed("bob acknowledged 1 of it; what was acknowledged stays signed."))
    #expect(script.book.signedHandovers.count == 1)
    script.undo("bob")
    script.undo("alice")
    #expect(script.book.signedHandovers.isEmpty)
  }

  @Test func `an acknowledgement counts for its handover and those before, not for later ones`()
    throws
  {
    var script = script
    try sign(&script, "alice")
    try sign(&script, "bob")
    let newest = try #require(script.book.signedHandovers.first)
    let pickup = try #require(script.book.pendingPickups.first)
    #expect(pickup.times == 2)
    #expect(pickup.firstSignedAt == JournalScript.time(ofLine: 3))
    #expect(pickup.signer.name == "bob")
    script.record("carol", newest.acknowledging([incident("1"), incident("2")]))
    #expect(script.book.pendingPickups.isEmpty)
    try sign(&script, "carol")
    #expect(script.book.pendingPickups.map(\.times) == [1, 1])
  }

  @Test func `after a day it was never picked up; what is closed is not asked for`() throws {
    var script = script
    try sign(&script, "alice")
    let pickup = try #require(script.book.pendingPickups.first)
    let day = pickup.firstSignedAt.milliseconds + PendingPickup.patience
    #expect(!pickup.isStale(at: Timestamp(milliseconds: day - 1)))
    #expect(pickup.isStale(at: Timestamp(milliseconds: day)))
    script.by("bob", .closed, on: "1")
    #expect(script.book.pendingPickups.map(\.id.text) == ["2"])
  }

  @Test func `a merged incident waits under what it was merged into, and is acknowledged there`()
    throws
  {
    var script = script
    try sign(&script, "alice")
    script.observed("9")
    script.observed("1") { $0.merge(into: "9") }
    let pickups = script.book.pendingPickups
    #expect(pickups.map(\.id.text).sorted() == ["2", "9"])
    script.record("bob", script.book.acknowledging(pickups))
    #expect(script.book.pendingPickups.isEmpty)
  }

  @Test func `a signature taken back is none`() throws {
    var script = script
    try sign(&script, "alice")
    script.undo("alice")
    #expect(script.book.signedHandovers.isEmpty)
    #expect(script.book.pendingPickups.isEmpty)
  }
}
