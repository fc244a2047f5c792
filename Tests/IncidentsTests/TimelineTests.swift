// SPDX-License-Identifier: MIT

import Incidents
import Testing

@Suite struct TimelineTests {
  private func at(_ minute: Int) -> Timestamp { JournalScript.time(ofLine: minute) }

  private var document: Incident {
    var document = Incident(id: incident("1"))
    document.createdAt = at(-10)
    document.alerts = [Alert(id: "a"), Alert(id: "b")]
    document.alerts[0].title = "Loader"
    document.alerts[0].firstActivityAt = at(-30)
    document.alerts[0].createdAt = at(-12)
    document.comments = [
      Comment(text: "call us", author: "Defender Experts", createdAt: at(-2)),
      Comment(text: "undated", author: "x", createdAt: nil),
    ]
    document.responses = [ManagedResponse(id: "r1")]
    document.responses[0].title = "Isolate device FIN-SRV-04"
    document.responses[0].createdAt = at(-5)
    document.responses[0].createdBy = "Defender Experts"
    return document
  }

  @Test func `everything dated is there, oldest first`() {
    var script = JournalScript()
    script.observed("1") { $0.ask("r1") }
    script.by("alice", .step(.completed, "r1", note: ""), on: "1")
    let timeline = TimelineEntry.timeline(
      of: document, history: script.entries, undone: { _ in false })
    #expect(
      timeline.map(\.kind) == [
        .activity, .alert, .created, .response, .comment, .observed, .action,
      ])
    #expect(
      timeline.map(\.by) == [
        "", "", "", "Defender Experts", "Defender Experts", "", "alice",
      ])
    #expect(timeline.map(\.seq) == [nil, nil, nil, nil, nil, 1, 2])
    #expect(timeline.last?.text == "marked done Isolate device FIN-SRV-04")
    #expect(timeline.first?.text == "first activity: Loader")
  }

  @Test func `an author whose login differs is shown with both`() {
    let entry = JournalEntry(
      seq: 1, at: at(1), by: Author(name: "alice", uid: 1, login: "bob"),
      on: [Subject(incident("1")): 0], event: .acknowledged)
    let timeline = TimelineEntry.timeline(
      of: Incident(id: incident("1")), history: [entry], undone: { _ in false })
    #expect(timeline.map(\.by) == ["alice (login bob)"])
  }

  @Test func `what was undone is marked, until it is redone`() {
    var script = JournalScript()
    script.observed("1")
    let line = script.by("alice", .acknowledged, on: "1")
    func marked() -> [Int] {
      let book = script.book
      return TimelineEntry.timeline(
        of: document, history: script.entries, undone: { book.isUndone($0) }
      ).filter { $0.text.hasSuffix("(undone)") }.compactMap(\.seq)
    }
    #expect(marked() == [])
    script.undo("alice")
    #expect(marked() == [line])
    script.redo("alice")
    // Now the undo is what was undone.
    #expect(marked() == [line + 1])
  }

  @Test func `a bulk undone in part is not marked`() {
    var script = JournalScript()
    script.observed("1")
    script.observed("2")
    script.by("alice", .assigned(owner: "carol"), on: "1", "2")
    script.by("bob", .assigned(owner: "bob"), on: "2")
    script.undo("alice")
    #expect(!script.book.isUndone(script.entries[2]))
    #expect(script.book.undoer(of: 3, for: incident("1")) == 5)
    #expect(script.book.undoer(of: 3, for: incident("2")) == nil)
  }

  @Test func `what happened at one moment stays in the order it was told`() {
    let entries = (1...20).map { seq in
      JournalEntry(
        seq: seq, at: at(0), by: JournalScript.author("alice"),
        on: [Subject(incident("1")): seq - 1], event: .commented(text: "\(seq)"))
    }
    let timeline = TimelineEntry.timeline(
      of: Incident(id: incident("1")), history: entries, undone: { _ in false })
    #expect(timeline.compactMap(\.seq) == Array(1...20))
  }
}
