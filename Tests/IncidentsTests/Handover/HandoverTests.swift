// SPDX-License-Identifier: MIT

import Incidents
import Testing

@Suite struct HandoverTests {
  private func handover(_ script: JournalScript, sinceLine: Int = 0) -> Handover {
    Handover(
      script.book, TriageQueue(script.book), since: JournalScript.time(ofLine: sinceLine),
      at: JournalScript.time(ofLine: 600), hash: "abc")
  }

  @Test func `it names your move and what was touched since, in triage order`() {
    var script = JournalScript()
    script.observed("1") { $0.severity = .low }
    script.observed("2") { facts in
      facts.severity = .high
      facts.ask("r")
    }
    script.observed("3") { $0.severity = .low }
    script.by("alice", .commented(text: "old"), on: "3")
    let before = script.book.seq
    script.by("bob", .commented(text: "seen"), on: "1")
    let made = handover(script, sinceLine: before + 1)
    #expect(made.lines.map(\.id.text) == ["2", "1"])
    #expect(made.lines.map(\.isTouched) == [false, true])
    #expect(made.lines[0].last == nil)
    #expect(made.lines[1].last?.by == "bob")
    #expect(made.lines[1].last?.phrase == "commented: seen")
    #expect(made.unworked.map(\.id.text) == ["2"])
    #expect(made.left == 0)
  }

  @Test func `every other open incident is named in short, or counted`() {
    var script = JournalScript()
    script.observed("1") { $0.ask("r") }
    for id in ["2", "3", "4"] { script.observed(id) { $0.severity = id == "3" ? .high : .low } }
    script.observed("5") { $0.status = .resolved }
    let made = handover(script, sinceLine: 100)
    #expect(made.lines.map(\.id.text) == ["1"])
    #expect(made.others.map(\.id.text) == ["3", "2", "4"])
    #expect(made.others.map(\.since) == [3, 2, 4].map(JournalScript.time(ofLine:)))
    #expect(made.untold == 0)
    let short = Handover(
      script.book, TriageQueue(script.book), since: JournalScript.time(ofLine: 100),
      at: JournalScript.time(ofLine: 600), naming: 1)
    #expect(short.others.map(\.id.text) == ["3"])
    #expect(short.untold == 2)
  }

  @Test func `a next step makes it worked, and what is closed is counted apart`() {
    var script = JournalScript()
    script.observed("1") { $0.ask("r") }
    script.observed("2")
    script.by("alice", .noted(Note(nextStep: "call site IT", blocker: "no key")), on: "1")
    script.by("alice", .closed, on: "2")
    let made = handover(script)
    #expect(made.unworked.isEmpty)
    #expect(made.closed.map(\.text) == ["2"])
    let line = made.lines.first?.text ?? ""
    #expect(line.contains("next call site IT"))
    #expect(line.contains("blocked no key"))
    script.by("alice", .noted(Note(nextStep: "")), on: "1")
    #expect(handover(script).unworked.count == 1)
  }

  @Test func `a merged incident counts as what it was merged into`() {
    var script = JournalScript()
    script.observed("1")
    script.observed("2")
    script.by("alice", .commented(text: "mine"), on: "1")
    script.observed("1") { $0.merge(into: "2") }
    #expect(handover(script).lines.map(\.id.text) == ["2"])
  }

  @Test func `however many are your move, so many lines are named and the rest counted`() {
    var script = JournalScript()
    for number in 0..<(Handover.limit + 20) { script.observed("\(1000 + number)") { $0.ask("r") } }
    script.observed("2000")
    script.by("bob", .commented(text: "touched"), on: "2000")
    let made = handover(script)
    #expect(made.lines.count == Handover.limit)
    #expect(made.lines.last?.id.text == "2000")
    #expect(made.left == 21)
    #expect(made.others.count == 21 && made.untold == 0)
  }

  @Test func `a hostile title cannot make the signature too long for the journal`() {
    var script = JournalScript()
    let evil = String(repeating: "\u{202E}\u{1F4A3}\"\n", count: 60)
    for number in 0..<Handover.limit {
      script.observed("\(1000 + number)") { facts in
        facts.title = evil
        facts.ask("r")
      }
    }
    let fields = handover(script).signature(evil)
    let written = fields.reduce(0) { count, field in
      count + field.key.utf8.count + 8
        + field.value.unicodeScalars.reduce(0) { count, scalar in
          switch scalar.value {
          case 0x22, 0x5C: count + 2
          case 0x20...0x7E: count + 1
          case 0x1_0000...: count + 12
          default: count + 6
          }
        }
    }
    #expect(written < 200_000)
    #expect(fields.filter { $0.key.hasPrefix("line/") }.count == Handover.limit)
    #expect(fields.values.allSatisfy { $0.utf8.count <= Record.valueLimit })
  }

  @Test func `where nobody says, it begins at the last signature of the last day`() throws {
    var script = JournalScript()
    script.observed("1") { $0.ask("r") }
    let now = JournalScript.time(ofLine: 600)
    #expect(Handover.usualSince(script.book, at: now) == JournalScript.time(ofLine: 120))
    let subject = try #require(Subject(.handover, "a"))
    script.record("alice", RecordEdit(subject, handover(script).signature()))
    #expect(
      Handover.usualSince(script.book, at: now) == JournalScript.time(ofLine: script.book.seq))
    #expect(
      Handover.usualSince(script.book, at: JournalScript.time(ofLine: 2000))
        == JournalScript.time(ofLine: 1520))
  }
}
