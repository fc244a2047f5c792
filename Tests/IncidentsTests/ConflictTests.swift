// SPDX-License-Identifier: MIT

import Incidents
import Testing

@Suite struct ConflictTests {
  private func script() -> JournalScript {
    var script = JournalScript()
    script.observed("1") {
      $0.ask("r1")
      $0.ask("r2")
    }
    return script
  }

  @Test func `a field another changed since is refused, and who is named`() {
    var script = script()
    let seen = script.book.seq
    script.by("bob", .assigned(owner: "bob"), on: "1")
    let judgement = script.propose("alice", .assigned(owner: "alice"), on: "1", seen: seen)
    #expect(judgement.isConflict)
    #expect(judgement.conflict?.contains("bob") == true)
    #expect(script.view("1").owner.value == "bob")
  }

  @Test func `with the version that has the change it is lawful`() {
    var script = script()
    script.by("bob", .assigned(owner: "bob"), on: "1")
    let judgement = script.propose(
      "alice", .assigned(owner: "alice"), on: "1", seen: script.book.seq)
    #expect(judgement.refused.isEmpty)
    #expect(script.view("1").owner.value == "alice")
  }

  @Test func `no version means the current one`() {
    var script = script()
    script.by("bob", .assigned(owner: "bob"), on: "1")
    script.by("alice", .assigned(owner: "alice"), on: "1")
  }

  // What bob does in between; which of alice's actions that stands in the way of.
  @Test(arguments: [
    (Event.assigned(owner: "bob"), "assign"),
    (.step(.started, "r1"), "r1"),
    (.step(.started, "r2"), ""),
    (.step(.acknowledged, "r1"), ""),
    (.commented(text: "hello"), ""),
    (.noted(Note(hypothesis: "phish")), ""),
    (.tagged(TagEdit(add: ["vip"])), ""),
    (.snoozed(Snooze(until: Timestamp(milliseconds: 9), reason: "lunch")), "snooze"),
    (.classified(.truePositive, .phishing), "classify"),
  ])
  func `only the fields an action reads stand in its way`(meanwhile: Event, blocked: String) {
    let actions: [(String, Event)] = [
      ("assign", .assigned(owner: "alice")), ("r1", .step(.completed, "r1")),
      ("resolve", .closed), ("comment", .commented(text: "x")), ("ack", .acknowledged),
      ("note", .noted(Note(hypothesis: "usb"))), ("tag", .tagged(TagEdit(add: ["x"]))),
      ("snooze", .snoozed(Snooze(until: Timestamp(milliseconds: 8), reason: "call"))),
      ("classify", .classified(.falsePositive, .other)),
    ]
    for (name, event) in actions {
      var script = script()
      let seen = script.book.seq
      script.by("bob", meanwhile, on: "1")
      let judgement = script.propose("alice", event, on: "1", seen: seen)
      #expect(judgement.isConflict == (name == blocked), "\(name)")
      #expect(judgement.accepted.isEmpty == (name == blocked), "\(name)")
    }
  }

  @Test func `an undo by another is a change too`() {
    var script = script()
    script.by("bob", .step(.started, "r1"), on: "1")
    let seen = script.book.seq
    script.undo("bob")
    #expect(
      script.propose("alice", .step(.completed, "r1"), on: "1", seen: seen)
        .conflict?.contains("bob") == true)
  }

  @Test func `what the service says never conflicts`() {
    for event in [
      Event.assigned(owner: "alice"), .step(.completed, "r1"), .closed, .acknowledged,
    ] {
      var script = script()
      let seen = script.book.seq
      script.observed("1") {
        $0.owner = "carol"
        $0.status = .awaitingAction
        $0.ask("r1", .inProgress)
      }
      #expect(!script.propose("alice", event, on: "1", seen: seen).accepted.isEmpty)
    }
  }

  @Test func `what is already so says who did it, and writes nothing`() {
    var script = script()
    let seen = script.book.seq
    script.by("bob", .acknowledged, on: "1")
    let line = script.book.seq
    let judgement = script.propose("alice", .acknowledged, on: "1", seen: seen)
    #expect(judgement.alreadySo[incident("1")]?.contains("bob") == true)
    #expect(script.book.seq == line)
    #expect(script.view("1").acknowledgement.value?.by.name == "bob")
  }

  @Test func `a colleague who did the same meanwhile is no conflict`() {
    for (event, before) in [
      (Event.step(.completed, "r1"), nil), (.closed, nil), (.assigned(owner: "carol"), nil),
      (.reopened, Event.closed), (.step(.acknowledged, "r1"), nil),
    ] {
      var script = script()
      if let before { script.by("carol", before, on: "1") }
      let seen = script.book.seq
      script.by("bob", event, on: "1")
      let judgement = script.propose("alice", event, on: "1", seen: seen)
      #expect(judgement.alreadySo.count == 1, "\(event.kind)")
      #expect(judgement.refused.isEmpty && judgement.accepted.isEmpty, "\(event.kind)")
    }
  }

  @Test func `resolved otherwise is not already so`() {
    var script = script()
    script.by("bob", .closed, on: "1")
    let other = Event.resolved(
      Resolution(classification: .falsePositive, determination: .notMalicious))
    let judgement = script.propose("alice", other, on: "1")
    #expect(judgement.alreadySo.isEmpty)
    #expect(judgement.unlawful?.contains("reopen") == true)
    #expect(script.view("1").resolution.value.classification == .truePositive)
  }

  @Test func `a step on several responses leaves a colleague's outcome theirs`() {
    var script = script()
    script.by("bob", .step(.completed, "r1"), on: "1")
    script.by("alice", .assigned(owner: "alice"), on: "1")
    let judgement = script.propose("alice", .step(.completed, "r1", "r2"), on: "1")
    #expect(judgement.event == .step(.completed, "r2"))
    #expect(
      script.view("1").responses.map(\.status.current.origin)
        == [.person(JournalScript.author("bob")), .person(JournalScript.author("alice"))])
  }

  @Test func `a step is refused whole if one response cannot take it`() {
    var script = script()
    script.by("bob", .step(.skipped, "r1"), on: "1")
    let line = script.book.seq
    #expect(script.propose("alice", .step(.completed, "r1", "r2"), on: "1").unlawful != nil)
    #expect(
      script.propose("alice", .step(.completed, "r2", "r9"), on: "1").refusal
        == .unknownResponse("r9"))
    #expect(script.book.seq == line)
  }

  @Test(arguments: [ResponseStep.failed, .skipped], ["", " ", "\n\t "])
  func `failing and skipping need a reason`(step: ResponseStep, note: String) {
    var script = script()
    #expect(script.propose("alice", .step(step, "r1", note: note), on: "1").unlawful != nil)
    script.by("alice", .step(step, "r1", note: "no such device"), on: "1")
  }

  @Test func `the other steps need none`() {
    for step in [ResponseStep.acknowledged, .started, .completed] {
      var script = script()
      script.by("alice", .step(step, "r1", note: ""), on: "1")
    }
  }

  @Test func `an incident that is not here is refused, the others go on`() {
    var script = script()
    let judgement = script.propose("alice", .acknowledged, on: "1", "404")
    #expect(judgement.refused == [incident("404"): .unknownIncident])
    #expect(judgement.accepted.keys.map(\.text) == ["1"])
  }

  @Test func `nobody but an import records what the service says`() {
    var script = script()
    for event in [Event.observed(Observation(digest: "x")), .other(kind: "escalated")] {
      #expect(script.propose("alice", event, on: "1").unlawful != nil)
    }
  }

  @Test func `an action is written with the version each incident has`() {
    var script = script()
    script.observed("2")
    script.by("bob", .acknowledged, on: "1")
    let judgement = script.propose("alice", .commented(text: "x"), on: "1", "2")
    #expect(judgement.accepted == [incident("1"): 3, incident("2"): 2])
  }
}
