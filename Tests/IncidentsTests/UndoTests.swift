// SPDX-License-Identifier: MIT

import Incidents
import Testing

@Suite struct UndoTests {
  private func script() -> JournalScript {
    var script = JournalScript()
    for id in ["1", "2", "3"] {
      script.observed(id) {
        $0.ask("r1")
        $0.ask("r2")
      }
    }
    return script
  }

  @Test func `undo takes back mine from the newest, and leaves other people's alone`() {
    var script = script()
    script.by("alice", .step(.started, "r1"), on: "1")
    script.by("bob", .step(.completed, "r2"), on: "1")
    script.by("alice", .step(.completed, "r1"), on: "1")
    script.by("bob", .acknowledged, on: "2")
    script.undo("alice")
    #expect(script.responseStatus("1", "r1") == .inProgress)
    script.undo("alice")
    #expect(script.responseStatus("1", "r1") == .open)
    #expect(script.undo("alice") == nil)
    #expect(script.responseStatus("1", "r2") == .completed)
    #expect(script.view("2").acknowledgement.value?.by.name == "bob")
  }

  @Test func `the same name under another login is somebody else`() {
    var script = script()
    script.by("alice", .acknowledged, on: "1")
    let other = Author(name: "alice", uid: 7)
    #expect(script.book.undoable(by: other) == nil)
    let proposal = Proposal(.undone(seq: script.book.seq), on: [incident("1")])
    #expect(script.book.judge(proposal, by: other).unlawful != nil)
  }

  @Test func `a field that moved on is not undone, and who moved it is named`() {
    var script = script()
    script.by("alice", .assigned(owner: "alice"), on: "1")
    script.by("bob", .assigned(owner: "bob"), on: "1")
    let judgement = script.undo("alice")
    #expect(judgement?.accepted.isEmpty == true)
    #expect(judgement?.conflict?.contains("bob") == true)
    #expect(script.view("1").owner.value == "bob")
  }

  @Test func `a change of the service in between is named as Defender's`() {
    var script = script()
    script.by("alice", .step(.completed, "r1"), on: "1")
    script.observed("1") { $0.ask("r1", .failed) }
    #expect(script.undo("alice")?.conflict?.contains("Defender") == true)
    #expect(script.responseStatus("1", "r1") == .failed)
  }

  @Test func `a change of another field does not stand in the way`() {
    var script = script()
    script.by("alice", .step(.completed, "r1"), on: "1")
    script.observed("1") { $0.ask("r2", .failed) }
    script.by("bob", .assigned(owner: "bob"), on: "1")
    #expect(script.undo("alice")?.accepted.count == 1)
    #expect(script.responseStatus("1", "r1") == .open)
  }

  @Test func `undoing an acknowledgement gives the owner back too`() {
    var script = script()
    script.by("alice", .acknowledged, on: "1")
    script.undo("alice")
    #expect(script.view("1").acknowledgement.value == nil)
    #expect(script.view("1").owner.value == "")
    script.redo("alice")
    #expect(script.view("1").acknowledgement.value?.by.name == "alice")
    #expect(script.view("1").owner.value == "alice")
  }

  @Test func `an acknowledgement whose owner moved on stays`() {
    var script = script()
    script.by("alice", .acknowledged, on: "1")
    script.by("bob", .assigned(owner: "bob"), on: "1")
    #expect(script.undo("alice")?.conflict?.contains("bob") == true)
    #expect(script.view("1").acknowledgement.value?.by.name == "alice")
  }

  @Test func `a clock stopped by what is undone runs on as if never stopped`() {
    var script = script()
    let since = Timestamp(milliseconds: 5)
    script.observed("1", since: since) { $0.status = .awaitingAction }
    let before = script.book.row(of: incident("1"))
    script.by("alice", .acknowledged, on: "1")
    script.by("alice", .step(.completed, "r1", "r2"), on: "1")
    #expect(script.view("1").turn == .doneHere)
    script.undo("alice")
    script.undo("alice")
    var after = script.book.row(of: incident("1"))
    #expect(after?.awaitingSince == since)
    after?.version = before?.version ?? 0
    #expect(after == before)
  }

  @Test func `redo brings back exactly what was, with its own time`() {
    var script = script()
    let line = script.by("alice", .step(.completed, "r1"), on: "1")
    let done = script.view("1").response("r1")?.status.current
    script.undo("alice")
    script.redo("alice")
    #expect(script.view("1").response("r1")?.status.current == done)
    #expect(done?.seq == line)
    #expect(script.redo("alice") == nil)
  }

  @Test func `undo and redo can alternate for ever`() {
    var script = script()
    script.by("alice", .step(.started, "r1"), on: "1")
    script.by("alice", .step(.completed, "r1"), on: "1")
    for _ in 0..<5 {
      script.undo("alice")
      #expect(script.responseStatus("1", "r1") == .inProgress)
      script.redo("alice")
      #expect(script.responseStatus("1", "r1") == .completed)
    }
    script.undo("alice")
    script.undo("alice")
    #expect(script.responseStatus("1", "r1") == .open)
    script.redo("alice")
    #expect(script.responseStatus("1", "r1") == .inProgress)
  }

  @Test func `redo is refused when the field was set meanwhile`() {
    var script = script()
    script.by("alice", .step(.completed, "r1"), on: "1")
    script.undo("alice")
    script.by("bob", .step(.skipped, "r1"), on: "1")
    #expect(script.redo("alice")?.conflict?.contains("bob") == true)
    #expect(script.responseStatus("1", "r1") == .notRelevant)
  }

  @Test func `redo is refused when the service spoke meanwhile`() {
    var script = script()
    script.by("alice", .step(.completed, "r1"), on: "1")
    script.undo("alice")
    script.observed("1") { $0.ask("r1", .inProgress) }
    #expect(script.redo("alice")?.conflict?.contains("Defender") == true)
  }

  @Test func `a bulk is undone where it still can be, and the rest is listed`() {
    var script = script()
    script.by("alice", .commented(text: "before"), on: "3")
    script.by("alice", .assigned(owner: "carol"), on: "1", "2", "3")
    script.by("bob", .assigned(owner: "bob"), on: "2")
    let judgement = script.undo("alice")
    #expect(Set(judgement?.accepted.keys.map(\.text) ?? []) == ["1", "3"])
    #expect(judgement?.conflict?.contains("bob") == true)
    #expect(["1", "2", "3"].map { script.view($0).owner.value } == ["", "bob", ""])

    // The part that moved on does not bar the way to what is older.
    script.undo("alice")
    #expect(script.view("3").remarks.map(\.isWithdrawn) == [true])
    script.redo("alice")
    script.redo("alice")
    #expect(["1", "2", "3"].map { script.view($0).owner.value } == ["carol", "bob", "carol"])
  }

  @Test func `what is undone already says so`() {
    var script = script()
    let line = script.by("alice", .acknowledged, on: "1")
    script.undo("alice")
    let judgement = script.propose("alice", .undone(seq: line), on: "1")
    #expect(judgement.accepted.isEmpty)
    #expect(judgement.alreadySo[incident("1")]?.contains("already undone") == true)
  }

  @Test func `only a line of mine about this incident can be undone here`() {
    var script = script()
    let line = script.by("alice", .acknowledged, on: "1")
    #expect(script.propose("alice", .undone(seq: line), on: "2").unlawful != nil)
    #expect(script.propose("bob", .undone(seq: line), on: "1").unlawful != nil)
    #expect(script.propose("alice", .undone(seq: 1), on: "1").unlawful != nil)
    #expect(script.propose("alice", .undone(seq: 999), on: "1").unlawful != nil)
  }

  @Test func `a redo is undone through its action, not through its line`() {
    var script = script()
    script.by("alice", .acknowledged, on: "1")
    script.undo("alice")
    script.redo("alice")
    #expect(script.propose("alice", .undone(seq: script.book.seq), on: "1").unlawful != nil)
    script.undo("alice")
    #expect(script.view("1").acknowledgement.value == nil)
  }

  @Test func `a resolution is undone whole`() {
    var script = script()
    script.by("alice", .closed, on: "1")
    script.undo("alice")
    #expect(script.view("1").status.value == .active)
    #expect(script.view("1").resolution.value.classification == .unknown)
    #expect(script.view("1").turn.isYours)
  }

  @Test func `the book of the same lines is the same book`() {
    var script = script()
    script.by("alice", .assigned(owner: "carol"), on: "1", "2")
    script.by("bob", .step(.failed, "r1"), on: "1")
    script.undo("alice")
    script.undo("bob")
    script.redo("alice")
    #expect(script.replayed == script.book)
  }

  @Test func `an undo of a line nobody knows changes nothing but the version`() {
    var script = script()
    let before = script.view("1")
    script.raw("alice", .undone(seq: 4711), on: "1")
    #expect(script.view("1").version == script.book.seq)
    #expect(script.view("1").responses == before.responses)
    #expect(script.view("1").status == before.status)
  }
}
