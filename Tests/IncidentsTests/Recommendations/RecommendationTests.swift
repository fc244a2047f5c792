// SPDX-License-Identifier: MIT

import Incidents
import Testing

@Suite struct RecommendationTests {
  private func intake(
    _ script: JournalScript, _ text: String, from id: String
  ) -> RecommendationIntake {
    RecommendationIntake([text], from: incident(id), source: "incident \(id)", in: script.book)
  }

  @Test func `what is known already is linked, not written again`() throws {
    var script = JournalScript()
    for id in ["1", "2", "3"] { script.observed(id) }
    let first = intake(script, "1. Block USB\n2. Reset it", from: "1")
    #expect((first.new, first.known) == (2, 0))
    script.keep("alice", first.edit)
    #expect(first.phrase(in: script.book) == "2 new, 0 known already, now linked to 1 incident")
    let second = intake(script, "1. BLOCK usb!\n2. Call them", from: "2")
    #expect((second.new, second.known) == (1, 1))
    script.keep("bob", second.edit)
    #expect(second.phrase(in: script.book) == "1 new, 1 known already, now linked to 2 incidents")
    let line = try #require(script.entries.last)
    #expect(
      script.book.intakePhrase(of: line)
        == "1 new, 1 known already, now linked to 2 incidents")
    #expect(intake(script, "Block USB", from: "2").edit.values.isEmpty)
    let block = try #require(script.book.recommendations(at: line.at).first)
    #expect(block.text == "Block USB" && block.source == "incident 1")
    #expect(block.incidents(in: script.book).map(\.text) == ["1", "2"])
  }

  @Test func `what was put into other words is known by those, and by the old ones`() throws {
    var script = JournalScript()
    for id in ["1", "2", "3"] { script.observed(id) }
    script.keep("alice", intake(script, "Block USB", from: "1").edit)
    let subject = try #require(script.entries.last?.records.first)
    script.record("alice", RecordEdit(subject, [Recommendation.Field.text: "Deny USB storage"]))
    for (text, id) in [("deny usb STORAGE", "2"), ("Block USB", "3")] {
      let taken = intake(script, text, from: id)
      #expect((taken.new, taken.known) == (0, 1), "\(text)")
      #expect(script.book.subject(.recommendation, namedAfter: text) == subject)
      script.keep("bob", taken.edit)
    }
    let all = script.book.recommendations(at: JournalScript.time(ofLine: 9))
    #expect(all.map(\.text) == ["Deny USB storage"])
    #expect(all.first?.incidents(in: script.book).map(\.text) == ["1", "2", "3"])
  }

  @Test(arguments: [
    ("Set LAPS to >30 days", "Set LAPS to <30 days"), ("Raise to -1", "Raise to 1"),
    ("Enable C++", "Enable C#"), ("Cut it to 5%", "Cut it to 5"), ("Use 1.5", "Use 15"),
  ])
  func `a sign that carries meaning makes another recommendation`(
    _ one: String, _ other: String
  ) throws {
    for texts in [[one, other], [other, one]] {
      var script = JournalScript()
      script.observed("1")
      for text in texts {
        let taken = intake(script, text, from: "1")
        #expect((taken.new, taken.known) == (1, 0), "\(text)")
        script.keep("alice", taken.edit)
      }
      #expect(Set(script.book.records(.recommendation).map { $0["text"] }) == Set(texts))
      #expect(intake(script, " \(one.uppercased())  !", from: "1").known == 1)
      #expect(intake(script, "\(one)\n\(other)", from: "1").known == 2)
    }
  }

  @Test func `what was written before signs counted keeps its name, and bars no other text`() throws
  {
    var script = JournalScript()
    script.observed("1")
    let old = try #require(Subject(.recommendation, namedAfter: "Raise to -1"))
    script.keep("alice", .recommendation, old.name, ["text": "Raise to -1"])
    #expect(script.book.subject(.recommendation, namedAfter: "raise  to -1.") == old)
    let taken = intake(script, "Raise to 1", from: "1")
    #expect(taken.new == 1 && taken.subjects != [old])
    script.keep("alice", taken.edit)
    #expect(script.book.records(.recommendation).count == 2)
    #expect(intake(script, "Raise to 1", from: "1").subjects == taken.subjects)
  }

  @Test func `an incident merged into another counts once`() throws {
    var script = JournalScript()
    for id in ["1", "2"] {
      script.observed(id)
      script.keep("alice", intake(script, "Block USB", from: id).edit)
    }
    script.observed("1") { $0.merge(into: "2") }
    let item = try #require(script.book.recommendations(at: JournalScript.time(ofLine: 9)).first)
    #expect(item.incidents(in: script.book).map(\.text) == ["2"])
  }

  @Test func `too many at once are left out, and counted`() {
    let script = JournalScript()
    let text = (1...50).map { "- Do thing \($0)" }.joined(separator: "\n")
    let taken = intake(script, text, from: "1")
    #expect((taken.new, taken.left) == (40, 10))
  }

  @Test func `overdue comes first, then what is new, then what was decided`() throws {
    var script = JournalScript()
    let states = ["verified", "declined", "done", "accepted", "new", "accepted"]
    for (place, state) in states.enumerated() {
      script.keep(
        "alice", .recommendation, "r\(place)",
        [
          "text": "T\(place)", "state": state,
          "due": place > 4 || place == 0 ? "2020-01-01T00:00:00.000Z" : "",
        ])
    }
    script.keep("alice", .recommendation, "r6", ["text": "T6"])
    script.observed("1")
    script.keep("alice", .recommendation, "r6", ["incident/1": "1"])
    let now = JournalScript.time(ofLine: 60)
    let items = script.book.recommendations(at: now)
    #expect(items.map(\.id) == ["r5", "r6", "r4", "r3", "r2", "r0", "r1"])
    #expect(items.map { $0.isOverdue(at: now) } == [true] + Array(repeating: false, count: 6))
    #expect(items[1].age(at: now)?.description == "53m")
  }

  @Test func `declining needs a reason, and verifying evidence`() {
    #expect(RecommendationDecision.decline(reason: " \n").fields == nil)
    #expect(RecommendationDecision.verify(evidence: "").fields == nil)
    #expect(
      RecommendationDecision.decline(reason: " too dear ").fields
        == ["state": "declined", "reason": "too dear", "evidence": ""])
    #expect(
      RecommendationDecision.reopen.fields == ["state": "new", "reason": "", "evidence": ""])
  }
}
