// SPDX-License-Identifier: MIT

import Incidents
import Testing

@Suite struct HandOffPacketTests {
  private func packet(_ script: JournalScript, _ change: (inout Incident) -> Void = { _ in })
    -> HandOffPacket
  {
    var document = Incident(id: incident("1"))
    change(&document)
    let source = HandOffPacket.Source(
      view: script.view("1"), incident: document, merged: [],
      timeline: TimelineEntry.timeline(
        of: document, history: script.entries, undone: script.book.isUndone))
    return HandOffPacket(
      [source], book: script.book, queue: TriageQueue(script.book), guide: EscalationGuide(),
      provider: ResponseProvider(), documents: [], store: "s", hash: "h",
      by: JournalScript.author("alice"), at: JournalScript.time(ofLine: 99))
  }

  private func isolating(_ facts: inout ServiceFacts) {
    facts.responses = [
      ResponseFacts(
        id: "on", title: "Isolate", action: .isolateDevice, target: "d1", status: .open,
        performer: .you, createdAt: nil),
      ResponseFacts(
        id: "off", title: "Release", action: .unIsolateDevice, target: "d1", status: .open,
        performer: .you, createdAt: nil),
      ResponseFacts(
        id: "text", title: "Call", action: .text, target: "", status: .open, performer: .you,
        createdAt: nil),
    ]
  }

  @Test func `what is done is in force until its inverse is done; then it is reversed`() {
    var script = JournalScript()
    script.observed("1", isolating)
    script.by("alice", .step(.completed, "on"), on: "1")
    var made = packet(script)
    #expect(made.containment.map(\.response.response) == ["on"])
    #expect(made.actions.map(\.standing) == [.done, .pending, .pending])
    script.by("bob", .step(.completed, "off"), on: "1")
    script.by("bob", .step(.skipped, "text"), on: "1")
    made = packet(script)
    #expect(made.containment.isEmpty)
    #expect(made.actions.map(\.standing) == [.reversed, .done, .skipped])
    #expect(made.actions.map(\.by) == ["alice", "bob", "bob"])
  }

  @Test func `files have their hashes, and addresses only where they are judged`() {
    var script = JournalScript()
    script.observed("1")
    let made = packet(script) { document in
      var file = Evidence(kind: .file, type: "fileEvidence")
      file.name = "invoice.js"
      file.fields = [.init("sha256", "aa"), .init("sha1", "bb")]
      var address = Evidence(kind: .address, type: "ipEvidence")
      address.name = "203.0.113.7"
      var bad = address
      bad.name = "203.0.113.9"
      bad.verdict = .malicious
      var alert = Alert(id: "a")
      alert.evidence = [file, file, address, bad]
      document.alerts = [alert]
    }
    #expect(made.indicators.map(\.name) == ["invoice.js", "203.0.113.9"])
    #expect(made.indicators.first?.sha256 == "aa")
    #expect(made.indicators.first?.sha1 == "bb")
    #expect(
      made.openQuestions.map(\.text) == ["3 pieces of evidence have no verdict."])
  }

  @Test func `the open questions are those written down and those the incidents leave`() throws {
    var script = JournalScript()
    script.observed("1", isolating)
    script.by("alice", .step(.failed, "on"), on: "1")
    script.by(
      "alice", .noted(Note(hypothesis: "stolen key", blocker: "no access")), on: "1")
    let subject = try #require(Subject(.escalation, "x"))
    script.record("bob", .beginning(subject, about: [incident("1")], reason: "r"))
    script.record("bob", RecordEdit(subject, ["question/1": "is the backup clean?"]))
    let made = packet(script)
    #expect(made.runs.map(\.id) == [subject])
    #expect(
      made.openQuestions.map { "\($0.origin): \($0.text)" } == [
        "written down by bob: is the backup clean?", "hypothesis, not confirmed: stolen key",
        "blocker: no access", "response that failed: Isolate",
      ])
  }

  @Test func `every run about the incidents is in it, those that go on first`() throws {
    var script = JournalScript()
    script.observed("1", isolating)
    let subjects = try ["a", "b", "c", "d"].map { try #require(Subject(.escalation, $0)) }
    for (place, subject) in subjects.enumerated() {
      let about = incident(place == 3 ? "2" : "1")
      script.record("bob", .beginning(subject, about: [about], reason: "r"))
      script.record("bob", RecordEdit(subject, ["question/\(place)": "q\(place)"]))
    }
    script.record("bob", RecordEdit(subjects[2], ["outcome": "managed"]))
    let made = packet(script)
    #expect(made.runs.map(\.id.name) == ["b", "a", "c"])
    #expect(made.openQuestions.map(\.text) == ["q1", "q0", "q2"])
  }

  @Test func `a line of the journal that concerns two of the incidents is told once`() {
    var script = JournalScript()
    script.observed("1")
    script.observed("2")
    script.by("alice", .commented(text: "both"), on: "1", "2")
    let sources = ["1", "2"].map { name in
      let document = Incident(id: incident(name))
      return HandOffPacket.Source(
        view: script.view(name), incident: document, merged: [],
        timeline: TimelineEntry.timeline(
          of: document, history: script.entries.filter { $0.incidents.contains(document.id) },
          undone: script.book.isUndone))
    }
    let made = HandOffPacket(
      sources, book: script.book, queue: TriageQueue(script.book), guide: EscalationGuide(),
      provider: ResponseProvider(), documents: [], store: "s", hash: "h",
      by: JournalScript.author("alice"), at: JournalScript.time(ofLine: 9))
    #expect(made.timeline.count { $0.entry.text == "commented: both" } == 1)
  }
}
