// SPDX-License-Identifier: MIT

import Incidents
import Testing

@Suite struct RecordTests {
  private func subject(_ name: String) throws -> Subject {
    try #require(Subject(.readiness, name))
  }

  @Test func `fields keep who set them and when, and emptied ones say nothing`() throws {
    var script = JournalScript()
    script.keep("alice", "mfa", ["state": "inProgress", "owner": "bob"])
    script.keep("bob", "mfa", ["owner": ""])
    let record = try #require(script.book.record(subject("mfa")))
    #expect(record["state"] == "inProgress")
    #expect(record.setting("state")?.origin == .person(JournalScript.author("alice")))
    #expect(record["owner"].isEmpty)
    #expect(record.setting("owner") == nil)
    #expect(record.changes.map(\.field) == ["owner", "state", "owner"])
    #expect(script.book.records(.readiness).map(\.subject) == [try subject("mfa")])
    #expect(script.book.records(.contact).isEmpty)
  }

  @Test func `a record whose fields are all emptied is gone, and can come back`() throws {
    var script = JournalScript()
    script.keep("alice", "mfa", ["state": "completed"])
    script.keep("alice", "mfa", ["state": ""])
    #expect(script.book.records(.readiness).isEmpty)
    script.undo("alice")
    #expect(script.book.records(.readiness).count == 1)
  }

  @Test func `two who set different fields both succeed; the same field, only the first`() throws {
    var script = JournalScript()
    script.keep("alice", "mfa", ["state": "inProgress"])
    let seen = script.book.seq
    script.keep("bob", "mfa", ["owner": "bob"])
    let mfa = try subject("mfa")
    let other = script.judge("alice", RecordEdit(mfa, ["state": "completed"]), seen: seen)
    #expect(other.acceptedRecords == [mfa: script.book.seq])
    let same = script.judge("alice", RecordEdit(mfa, ["owner": "carol"]), seen: seen)
    #expect(same.acceptedRecords.isEmpty)
    #expect(same.isConflict)
    #expect(same.firstRefusal?.refusal.sentence.hasPrefix("bob set owner to bob") == true)
  }

  @Test func `what is so already is left out, so that it stays the colleague's`() throws {
    var script = JournalScript()
    script.keep("alice", "mfa", ["state": "completed"])
    let mfa = try subject("mfa")
    let judgement = script.judge("bob", RecordEdit(mfa, ["state": "completed", "owner": "bob"]))
    #expect(judgement.event == .recorded(RecordEdit(mfa, ["owner": "bob"])))
    let nothing = script.judge("bob", RecordEdit(mfa, ["state": "completed"]))
    #expect(nothing.acceptedRecords.isEmpty)
    #expect(nothing.firstAlreadySo == "readiness/mfa says so already.")
  }

  @Test func `undo brings the value before back, redo the one after`() throws {
    var script = JournalScript()
    script.keep("alice", "mfa", ["state": "inProgress"])
    script.keep("alice", "mfa", ["state": "completed"])
    let mfa = try subject("mfa")
    script.undo("alice")
    #expect(script.book.record(mfa)?["state"] == "inProgress")
    script.redo("alice")
    #expect(script.book.record(mfa)?["state"] == "completed")
    script.undo("alice")
    script.undo("alice")
    #expect(script.book.record(mfa)?.isThere == false)
    #expect(script.undo("alice") == nil)
  }

  @Test func `a colleague's later value bars an undo, and says whose it is`() throws {
    var script = JournalScript()
    script.keep("alice", "mfa", ["state": "inProgress"])
    let line = script.book.seq
    script.keep("bob", "mfa", ["state": "completed"])
    let entry = try #require(script.book.action(seq: line))
    let judgement = script.book.judge(
      Proposal(undoing: entry), by: JournalScript.author("alice"))
    #expect(
      judgement.firstRefusal?.refusal
        == .changed("bob changed it since: now state completed."))
  }

  @Test(arguments: [
    ("readiness/mfa", ["checkedAt": "2026-11-24T08:15:00.000Z"], "last check 2026-11-24 08:15Z"),
    (
      "readiness/mfa", ["checkedAt": "", "state": "inProgress"], "no last check, state in progress"
    ),
    ("contact/ada", ["for": "serviceReview"], "purpose service review"),
    (
      "assets/2026-11-20", ["protectedDevices": "5", "targetDevices": "9"],
      "protected devices 5, devices to protect 9"
    ),
    ("exclusion/fin", ["kind": "userGroup"], "kind user group"),
    (
      "escalation/x", ["answer/major": "yes", "incident/7": "1", "call/9-a": "IT"],
      "answer to major yes, call IT, incident 7"
    ),
    ("escalation/x", ["outcome": "managed"], "outcome stays in managed response"),
    ("recommendation/x", ["due": "2026-11-24T08:15:00.000Z"], "due 2026-11-24 08:15Z"),
  ])
  func `what is set is said in words, not in the names of fields`(
    text: String, fields: [String: String], phrase: String
  ) throws {
    let edit = RecordEdit(try #require(Subject(text)), fields)
    #expect(edit.phrase { _ in "" } == phrase)
    #expect(edit.phrase { _ in "A" } == "A: " + phrase)
  }

  @Test func `a record goes by its title, cut where it is long`() throws {
    var script = JournalScript()
    script.keep("alice", "mfa", ["title": "Turn on MFA"])
    #expect(script.book.title(of: try subject("mfa")) == "Turn on MFA")
    script.keep("alice", "mfa", ["title": String(repeating: "a", count: 99)])
    #expect(script.book.title(of: try subject("mfa")).utf8.count == 60)
    #expect(script.book.title(of: try subject("none")) == "none")
  }

  @Test(arguments: [
    ("1234", ["a": "b"], "1234 is no record of ours."),
    ("readiness/mfa", ["a b": "c"], "“a b” cannot be the name of a field."),
    (
      "readiness/mfa", ["a": String(repeating: "x", count: 8193)],
      "The text for a is longer than 8192 bytes."
    ),
  ])
  func `what cannot be written is refused with a sentence`(
    _ subject: String, _ values: [String: String], _ sentence: String
  ) throws {
    let script = JournalScript()
    let judgement = script.judge("alice", RecordEdit(try #require(Subject(subject)), values))
    #expect(judgement.firstRefusal?.refusal == .unlawful(sentence))
  }

  @Test func `a line of a newer tocsin makes its record read-only here`() throws {
    var script = JournalScript()
    script.keep("alice", "mfa", ["state": "inProgress"])
    let mfa = try subject("mfa")
    script.rawOnRecord("bob", .other(kind: "weighed"), mfa)
    let judgement = script.judge("alice", RecordEdit(mfa, ["state": "completed"]))
    #expect(judgement.firstRefusal?.refusal == .newerVersion)
  }
}
