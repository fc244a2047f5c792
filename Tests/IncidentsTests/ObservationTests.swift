// SPDX-License-Identifier: MIT

import Incidents
import Testing

@Suite struct ObservationTests {
  @Test(arguments: 0..<40 as Range<UInt64>)
  func `what is diffed and applied is what was said`(seed: UInt64) {
    var random = SeededGenerator(seed)
    var told = ServiceFacts()
    random.change(&told)
    // A first observation owes nothing to what the receiver thought before.
    var folded = ServiceFacts()
    folded.apply(Observation(digest: "0", from: nil, to: told))
    #expect(bytes(folded) == bytes(told))
    for step in 1..<60 {
      let old = told
      random.change(&told)
      folded.apply(Observation(digest: "\(step)", from: old, to: told))
      #expect(bytes(folded) == bytes(told))
    }
  }

  @Test func `what did not change is not said`() {
    var facts = ServiceFacts()
    facts.title = "Phishing"
    facts.tags = ["vip"]
    facts.ask("r1")
    #expect(Observation(digest: "d", from: facts, to: facts) == Observation(digest: "d"))
  }

  @Test func `a first observation says everything, of every response`() {
    var facts = ServiceFacts()
    facts.ask("r1")
    facts.ask("r2")
    let observation = Observation(digest: "d", from: nil, to: facts)
    #expect(observation.title == Change(old: nil, new: ""))
    #expect(observation.redirect == Change(old: nil, new: nil))
    #expect(observation.responses.map(\.new.id) == ["r1", "r2"])
    #expect(observation.responses.allSatisfy { $0.old == nil })
  }

  @Test func `texts that only look the same are a change`() {
    var old = ServiceFacts()
    old.title = "caf\u{E9}"
    old.owner = "\u{212B}"
    old.tags = ["caf\u{E9}"]
    old.ask("r1")
    old.responses[0].target = "caf\u{E9}"
    var new = old
    new.title = "cafe\u{301}"
    new.owner = "\u{C5}"
    new.tags = ["cafe\u{301}"]
    new.responses[0].target = "cafe\u{301}"
    let observation = Observation(digest: "d", from: old, to: new)
    #expect(observation.title != nil)
    #expect(observation.owner != nil)
    #expect(observation.tags != nil)
    #expect(observation.responses.count == 1)
  }

  @Test func `responses whose ids only look the same are two`() {
    var script = JournalScript()
    script.observed("1") {
      $0.ask("caf\u{E9}")
      $0.ask("cafe\u{301}")
    }
    #expect(script.view("1").responses.count == 2)
    script.by("alice", .step(.completed, "cafe\u{301}"), on: "1")
    #expect(script.responseStatus("1", "caf\u{E9}") == .open)
    #expect(script.responseStatus("1", "cafe\u{301}") == .completed)
  }

  @Test func `a new response is appended, wherever the document has it`() {
    var old = ServiceFacts()
    old.ask("b")
    var new = ServiceFacts()
    new.ask("a")
    new.ask("b")
    var folded = old
    folded.apply(Observation(digest: "d", from: old, to: new))
    #expect(folded.responses.map(\.id) == ["b", "a"])
  }

  private func phrase(_ change: (inout ServiceFacts) -> Void) -> String {
    var old = ServiceFacts()
    old.severity = .medium
    old.owner = "bob"
    old.ask("r1")
    var new = old
    change(&new)
    return Observation(digest: "d", from: old, to: new).phrase
  }

  @Test func `a change is told in words`() {
    #expect(phrase { $0.severity = .high } == "severity Medium → High")
    #expect(phrase { $0.status = .awaitingAction } == "status Active → Awaiting your action")
    #expect(phrase { $0.owner = "" } == "owner bob → nobody")
    #expect(phrase { $0.tags = ["vip", "hq"] } == "tags none → vip, hq")
    #expect(phrase { $0.redirect = incident("77") } == "merged into nothing → 77")
    #expect(phrase { $0.alertCount = 3 } == "alerts 0 → 3")
    #expect(phrase { $0.ask("r1", .completed) } == "Step r1: open → completed")
    #expect(phrase { $0.ask("r2") } == "asked: Step r2")
    #expect(phrase { $0.updatedAt = Timestamp(milliseconds: 1) } == "changed in Defender")
    #expect(
      phrase {
        $0.severity = .low
        $0.ask("r2")
      } == "severity Medium → Low; asked: Step r2")
    #expect(
      Observation(digest: "d", from: nil, to: ServiceFacts()).phrase == "received from Defender")
  }

  @Test func `details that arrive later are told as changes`() {
    var part = ServiceFacts()
    part.isReceived = false
    var whole = part
    whole.isReceived = true
    whole.severity = .high
    #expect(
      Observation(digest: "d", from: part, to: whole).phrase == "severity Unknown → High")
  }

  @Test func `actions are told in words`() {
    func phrase(_ event: Event) -> String {
      var document = Incident(id: incident("1"))
      document.responses = [ManagedResponse(id: "r1"), ManagedResponse(id: "r2")]
      document.responses[0].title = "Isolate device FIN-SRV-04"
      return JournalEntry(
        seq: 9, at: Timestamp(milliseconds: 0), by: JournalScript.author("alice"),
        on: [Subject(incident("1")): 0], event: event
      ).phrase(titles: document)
    }
    #expect(phrase(.acknowledged) == "acknowledged")
    #expect(phrase(.assigned(owner: "bob")) == "assigned to bob")
    #expect(phrase(.assigned(owner: nil)) == "assigned to nobody")
    #expect(phrase(.commented(text: "hi")) == "commented: hi")
    #expect(phrase(.closed) == "resolved as True positive, Malware: cleaned")
    #expect(phrase(.reopened) == "reopened")
    #expect(
      phrase(.step(.completed, "r1", note: "by phone"))
        == "marked done Isolate device FIN-SRV-04: by phone")
    // A response without a title, and one that is not in the document, go by their ids.
    #expect(
      phrase(.step(.started, "r2", "r3", note: "")) == "began response r2, response r3")
    #expect(phrase(.undone(seq: 4)) == "took back line 4")
    #expect(phrase(.other(kind: "escalated")) == "escalated (by a newer tocsin)")
  }
}
