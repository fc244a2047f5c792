// SPDX-License-Identifier: MIT

import Incidents
import Testing

@Suite struct EscalationRunTests {
  private let guide = EscalationGuide([
    .init(
      id: "major", question: "Major?",
      answers: [.init("yes", "Yes", next: "provider"), .init("no", "No", next: "stay")]),
    .init(id: "stay", question: "Stay", answers: [.init("done", "Understood", next: "major")]),
    .init(id: "provider", question: "Own provider?", answers: [.init("yes", "Yes")]),
  ])

  private func begun(_ script: inout JournalScript) throws -> Subject {
    let author = JournalScript.author("alice")
    let subject = try #require(
      Subject(
        .escalation, at: JournalScript.time(ofLine: 0), after: script.book.seq, by: author))
    script.record(
      "alice", .beginning(subject, about: [incident("7"), incident("3")], reason: "encrypted"))
    return subject
  }

  @Test func `answers lead through the guide, and only known ones lead on`() {
    #expect(guide.way { _ in nil }.map(\.id) == ["major"])
    #expect(guide.way { ["major": "yes"][$0] }.map(\.id) == ["major", "provider"])
    #expect(guide.way { ["major": "maybe"][$0] }.map(\.id) == ["major"])
    #expect(guide.way { ["major": "no", "stay": "done"][$0] }.map(\.id) == ["major", "stay"])
  }

  @Test func `times are the journal's: each step takes from the one before`() throws {
    var script = JournalScript()
    let subject = try begun(&script)
    script.observed("9")
    script.record("bob", RecordEdit(subject, ["answer/major": "yes", "note/major": "all of it"]))
    let run = try #require(script.book.record(subject).map(EscalationRun.init))
    let legs = run.legs(guide)
    #expect(legs.map(\.step.id) == ["major", "provider"])
    #expect(legs[0].title == "Yes")
    #expect(legs[0].answer?.by == "bob")
    #expect(legs[0].note?.text == "all of it")
    let now = JournalScript.time(ofLine: 13)
    #expect(legs[0].time(at: now)?.description == "2m")
    #expect(legs[1].time(at: now)?.description == "10m")
    #expect(run.incidents == [incident("3"), incident("7")])
    #expect(run.begunBy == "alice")
    #expect(run.elapsed(at: now)?.description == "12m")
  }

  @Test func `another answer drops the note on the first, unless it gets its own`() throws {
    var script = JournalScript()
    let subject = try begun(&script)
    func run() throws -> EscalationRun {
      EscalationRun(try #require(script.book.record(subject)))
    }
    script.record("bob", try run().edit(answering: "major", "yes", note: "all of it"))
    #expect(try run().legs(guide)[0].note?.text == "all of it")
    script.record("bob", try run().edit(answering: "major", "no", note: nil))
    #expect(try run().legs(guide)[0].note == nil)
    script.record("bob", try run().edit(answering: "major", "yes", note: "half of it"))
    #expect(try run().legs(guide)[0].note?.text == "half of it")
    #expect(
      try run().edit(answering: "major", "yes", note: nil)
        == RecordEdit(subject, ["answer/major": "yes"]))
  }

  @Test func `a step answered anew makes no later step negative`() throws {
    var script = JournalScript()
    let subject = try begun(&script)
    script.record("bob", RecordEdit(subject, ["answer/major": "yes"]))
    script.record("bob", RecordEdit(subject, ["answer/provider": "yes"]))
    script.record("bob", RecordEdit(subject, ["answer/major": "no"]))
    script.record("bob", RecordEdit(subject, ["answer/major": "yes"]))
    let legs = EscalationRun(try #require(script.book.record(subject))).legs(guide)
    #expect(legs[1].time(at: JournalScript.time(ofLine: 9))?.milliseconds == 0)
  }

  @Test func `an outcome ends it, and undoing the outcome opens it again`() throws {
    var script = JournalScript()
    let subject = try begun(&script)
    script.record("alice", RecordEdit(subject, ["outcome": "provider", "closing": "PO 7"]))
    #expect(script.book.escalations.first?.isOpen == false)
    #expect(script.book.escalations.first?.outcomeTitle == "handed to the provider")
    #expect(
      script.book.escalations.first?.elapsed(at: JournalScript.time(ofLine: 99))?.description
        == "1m")
    script.undo("alice")
    #expect(script.book.escalations.first?.isOpen == true)
  }

  @Test func `an outcome this version does not know is shown as it is`() throws {
    var script = JournalScript()
    let subject = try begun(&script)
    script.record("alice", RecordEdit(subject, ["outcome": "lawyers"]))
    #expect(script.book.escalations.first?.outcomeTitle == "lawyers")
  }

  @Test func `two calls by two people are two, whoever was first`() throws {
    var script = JournalScript()
    let subject = try begun(&script)
    let seen = script.book.seq
    for name in ["alice", "bob"] {
      let field = EscalationRun.field(
        "call/", after: seen, by: JournalScript.author(name))
      let judgement = script.record(
        name, RecordEdit(subject, [field: "\(name) called"]), seen: seen)
      #expect(judgement.refusedRecords.isEmpty)
    }
    #expect(script.book.escalations.first?.calls.map(\.text) == ["alice called", "bob called"])
  }

  @Test func `the run about an incident is found by what it was merged into`() throws {
    var script = JournalScript()
    script.observed("3")
    script.observed("8")
    let subject = try begun(&script)
    script.observed("3") { $0.merge(into: "8") }
    #expect(script.book.escalations(about: [incident("8")]).map(\.id) == [subject])
    #expect(script.book.escalations(about: [incident("9")]).isEmpty)
  }

  @Test func `names of records differ by author, and hold within a record's limits`() throws {
    let at = JournalScript.time(ofLine: 0)
    let names = try ["alice", "bøb", String(repeating: "x", count: 64)].map { name in
      try #require(
        Subject(.handover, at: at, after: 41, by: Author(name: name, uid: 7)))
    }
    #expect(Set(names).count == 3)
    #expect(names.allSatisfy { $0.name.hasPrefix("20261123T") && $0.name.contains("Z-42-") })
  }
}
