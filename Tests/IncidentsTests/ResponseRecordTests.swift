// SPDX-License-Identifier: MIT

import Incidents
import Testing

/// A step on responses of several incidents, which may call theirs by the same ids.
@Suite struct ResponseRecordTests {
  /// Two incidents, each with responses "a" and "b", and one without any.
  private var script: JournalScript {
    var script = JournalScript()
    for id in ["1", "2"] {
      script.observed(id, since: JournalScript.time(ofLine: 1)) {
        $0.ask("a", .isolateDevice, on: "dev-\(id)")
        $0.ask("b", .runAntiVirusScan, on: "dev-\(id)")
      }
    }
    script.observed("3")
    return script
  }

  private func skip(_ responses: [String: [String]]) -> Event {
    let byIncident = responses.map { (incident($0.key), $0.value) }
    return .response(
      ResponseRecord(
        byIncident: Dictionary(uniqueKeysWithValues: byIncident), step: .skipped, note: "gone"))
  }

  private func statuses(_ script: JournalScript, _ id: String) -> [ResponseStatus?] {
    ["a", "b"].map { script.book.view(of: incident(id))?.response($0)?.status.value }
  }

  @Test func `each incident's own responses are meant, though others have the same ids`() {
    var script = script
    let judgement = script.propose("alice", skip(["1": ["a"], "2": ["b"]]), on: "1", "2")
    #expect(judgement.accepted.count == 2)
    #expect(statuses(script, "1") == [.notRelevant, .open])
    #expect(statuses(script, "2") == [.open, .notRelevant])
    #expect(script.entries.last?.phrase() == "skipped 2 responses of 2 incidents: gone")
  }

  @Test func `what cannot take part is left out, and what remains of one is written as of one`() {
    var script = script
    script.by("bob", .step(.completed, "a"), on: "1")
    let judgement = script.propose(
      "alice", skip(["1": ["a", "b"], "2": ["b"], "3": ["a"]]), on: "1", "2", "3")
    #expect(judgement.refused[incident("3")] == .unknownResponse("a"))
    #expect(judgement.refused[incident("1")] != nil)
    #expect(
      judgement.event
        == .response(ResponseRecord(responses: ["b"], step: .skipped, note: "gone")))
    #expect(statuses(script, "2") == [.open, .notRelevant])
  }

  @Test func `what a colleague did already stays theirs`() {
    var script = script
    script.by("bob", .step(.skipped, "a"), on: "1")
    script.propose("alice", skip(["1": ["a", "b"], "2": ["a"]]), on: "1", "2")
    let view = script.book.view(of: incident("1"))
    #expect(view?.response("a")?.status.current.origin == .person(JournalScript.author("bob")))
    #expect(statuses(script, "1") == [.notRelevant, .notRelevant])
  }

  @Test func `undo takes back on each incident what the line did there`() {
    var script = script
    script.propose("alice", skip(["1": ["a"], "2": ["b"]]), on: "1", "2")
    script.undo("alice")
    #expect(statuses(script, "1") + statuses(script, "2") == [.open, .open, .open, .open])
  }

  @Test func `of a merged incident it is written on the target`() {
    var script = script
    script.observed("2") { $0.merge(into: "3") }
    let judgement = script.propose("alice", skip(["1": ["a"], "2": ["b"]]), on: "1", "2")
    #expect(judgement.formerIDs == [incident("2")])
    #expect(statuses(script, "3") == [.open, .notRelevant])
  }

  @Test func `the care it needs is that of the incident's own responses`() {
    let script = script
    let record = ResponseRecord(
      byIncident: [incident("1"): ["b"], incident("2"): ["a"]], step: .completed)
    let dangers = ["1", "2"].map { id in
      script.book.view(of: incident(id)).map { Event.response(record).danger(on: $0) }
    }
    #expect(dangers == [.reversible, .hard])
  }
}
