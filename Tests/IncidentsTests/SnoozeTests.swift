// SPDX-License-Identifier: MIT

import Incidents
import Testing

@Suite struct SnoozeTests {
  private static let later = Timestamp(milliseconds: JournalScript.start + 10_000_000)

  private func script() -> JournalScript {
    var script = JournalScript()
    for id in ["1", "2", "3"] {
      script.observed(id) {
        $0.severity = .high
        $0.ask("r1")
        $0.ask("r2", by: .experts)
      }
    }
    script.observed("4")
    return script
  }

  private func snooze(
    _ minutes: Int64? = nil, response: String? = nil, _ reason: String = "site IT calls back"
  ) -> Event {
    .snoozed(
      Snooze(
        until: minutes.map { Timestamp(milliseconds: Self.later.milliseconds + $0 * 60_000) },
        response: response, reason: reason))
  }

  private func order(_ script: JournalScript, at minutes: Int64? = nil) -> String {
    let now = minutes.map { Timestamp(milliseconds: Self.later.milliseconds + $0 * 60_000) }
    let book = CaseBook(ScriptArchive(script.book))
    let queue = TriageQueue(book, at: now)
    #expect(queue == TriageQueue(book, at: now))
    #expect(queue.rows.map(\.id) == TriageQueue(script.book, at: now).rows.map(\.id))
    return queue.rows.map { ($0.snoozed == nil ? "" : "z") + $0.id.text }.joined(separator: " ")
  }

  @Test func `what is snoozed comes after the rest of your move, what wakes first first`() {
    var script = script()
    script.by("alice", snooze(60), on: "1")
    script.by("alice", snooze(30), on: "2")
    #expect(order(script) == "3 z2 z1 4")
    #expect(order(script, at: 29) == "3 z2 z1 4")
    #expect(order(script, at: 30) == "2 3 z1 4")
    #expect(order(script, at: 60) == "1 2 3 4")
    let queue = TriageQueue(script.book)
    #expect(queue.yours == 3)
    #expect(queue.awake == 1)
    #expect(queue.snoozed == 2)
  }

  @Test func `waking by the clock moves what is due, and nothing else`() {
    var script = script()
    script.by("alice", snooze(60), on: "1")
    script.by("alice", snooze(30), on: "2")
    var queue = TriageQueue(CaseBook(ScriptArchive(script.book)))
    func at(_ minutes: Int64) -> Timestamp {
      Timestamp(milliseconds: Self.later.milliseconds + minutes * 60_000)
    }
    #expect(queue.nextWaking == at(30))
    #expect(queue.wake(at: at(29)) == [])
    #expect(queue.wake(at: at(31)).map(\.text) == ["2"])
    #expect(queue.wake(at: at(31)) == [])
    #expect(queue.snoozed == 1)
    #expect(queue.nextWaking == at(60))
    // A line about it does not put what woke to sleep again.
    let known = script.entries.count
    script.by("bob", .commented(text: "x"), on: "2")
    queue.refresh(after: Array(script.entries.dropFirst(known)), in: script.book, at: at(31))
    #expect(queue.rows.map(\.id.text) == ["2", "3", "1", "4"])
  }

  @Test func `an outcome of the response it waits for wakes it, and undoing that lets it sleep`() {
    var script = script()
    script.by("alice", snooze(response: "r2"), on: "1")
    #expect(script.view("1").snoozed?.by == "alice")
    script.by("alice", snooze(response: "r1"), on: "2")
    script.by("bob", .step(.failed, "r1"), on: "2")
    #expect(script.view("2").snoozed == nil)
    script.undo("bob")
    #expect(script.view("2").snoozed != nil)
    script.by("bob", .step(.started, "r1"), on: "2")
    #expect(script.view("2").snoozed != nil)
  }

  @Test func `whatever the service changes wakes it`() {
    var script = script()
    script.by("alice", snooze(60), on: "1")
    script.observed("1") { $0.updatedAt = Timestamp(milliseconds: 7) }
    #expect(script.view("1").snoozed == nil)
    #expect(script.undo("alice")?.conflict?.contains("Defender") == true)
  }

  @Test func `what is merged into it wakes it`() {
    var script = script()
    script.by("alice", snooze(60), on: "1")
    script.observed("2") { $0.merge(into: "1") }
    #expect(script.view("1").snoozed != nil)
    script.observed("2") { $0.ask("r9") }
    #expect(script.view("1").snoozed == nil)
  }

  @Test func `closing and opening again ends it, undo of that does not`() {
    var script = script()
    script.by("alice", snooze(60), on: "1")
    script.by("bob", .closed, on: "1")
    script.undo("bob")
    #expect(script.view("1").snoozed != nil)
    script.by("bob", .closed, on: "1")
    script.by("bob", .reopened, on: "1")
    #expect(script.view("1").snoozed == nil)
  }

  @Test func `a snooze is woken and taken back`() {
    var script = script()
    script.by("alice", snooze(60), on: "1")
    script.by("bob", .woken, on: "1")
    #expect(script.view("1").snoozed == nil)
    script.undo("bob")
    #expect(script.view("1").snoozed != nil)
    script.undo("alice")
    #expect(script.view("1").snoozed == nil)
    #expect(script.propose("bob", .woken, on: "1").alreadySo.count == 1)
  }

  @Test func `it needs a reason, a condition, and something to put off`() {
    var script = script()
    #expect(script.propose("alice", snooze(60, " \n"), on: "1").unlawful == "It needs a reason.")
    #expect(script.propose("alice", snooze(), on: "1").unlawful != nil)
    #expect(script.propose("alice", snooze(60), on: "4").unlawful != nil)
    #expect(
      script.propose("alice", snooze(response: "r7"), on: "1").refusal == .unknownResponse("r7"))
    script.by("alice", .step(.completed, "r1"), on: "1")
    #expect(script.propose("alice", snooze(response: "r1"), on: "1").unlawful != nil)
  }
}
