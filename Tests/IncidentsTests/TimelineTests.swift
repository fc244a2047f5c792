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

  private func evidence(_ name: String, at minute: Int?) -> Evidence {
    var evidence = Evidence(kind: .device, type: "deviceEvidence")
    evidence.name = name
    evidence.verdict = .suspicious
    evidence.createdAt = minute.map(at)
    return evidence
  }

  @Test func `evidence stands where it was first recorded, once`() {
    var document = Incident(id: incident("1"))
    document.alerts = [Alert(id: "a"), Alert(id: "b")]
    document.alerts[0].evidence = [evidence("srv", at: 9), evidence("undated", at: nil)]
    document.alerts[1].evidence = [evidence("srv", at: 4)]
    let timeline = TimelineEntry.timeline(of: document, history: [], undone: { _ in false })
    #expect(timeline.map(\.text) == ["evidence: device srv, suspicious, 2 times"])
    #expect(timeline.map(\.at) == [at(4)])
    #expect(timeline.map(\.entities) == [[Entity(.device, "srv")]])
  }

  @Test func `what was merged tells its own story, each thing once`() {
    var source = Incident(id: incident("2"))
    source.createdAt = at(-20)
    // The service moved this alert to the target; the other it did not.
    source.alerts = [document.alerts[0], Alert(id: "c")]
    source.alerts[1].title = "Beacon"
    source.alerts[1].createdAt = at(-15)
    source.comments = document.comments
    source.responses = [ManagedResponse(id: "r2")]
    source.responses[0].title = "Block it"
    var script = JournalScript()
    script.observed("1")
    script.observed("2") { $0.ask("r2") }
    script.by("alice", .step(.completed, "r2", note: ""), on: "2")
    let timeline = TimelineEntry.timeline(
      of: document, sources: [source], history: script.entries, undone: { _ in false })
    let theirs = timeline.filter { $0.source != nil }
    #expect(theirs.allSatisfy { $0.source == incident("2") })
    #expect(
      theirs.map(\.text) == [
        "incident created", "alert: Beacon", "received from Defender", "marked done Block it",
      ])
    #expect(timeline.filter { $0.text == "alert: Loader" }.count == 1)
    #expect(timeline.filter { $0.kind == .comment }.count == 1)
    #expect(timeline.map(\.at) == timeline.map(\.at).sorted())
  }

  @Test func `an undone action and its undoing concern what the action did`() {
    var document = document
    document.alerts[0].evidence = [evidence("FIN-SRV-04", at: nil)]
    document.alerts[0].evidence[0].identifier = "dev-1"
    document.responses[0].target = "DEV-1"
    var script = JournalScript()
    script.observed("1") { $0.ask("r1") }
    script.by("alice", .step(.completed, "r1", note: ""), on: "1")
    script.undo("alice")
    let book = script.book
    let timeline = TimelineEntry.timeline(
      of: document, history: script.entries, undone: book.isUndone)
    #expect(timeline.filter(\.isUndone).map(\.seq) == [2])
    let about = TimelineFilter(entity: Entity(.device, "fin-srv-04"))
    #expect(timeline.filter(about.matches).compactMap(\.seq) == [1, 2, 3])
    #expect(
      timeline.filter(TimelineFilter(facet: .responses).matches).map(\.kind) == [
        .response, .observed, .action, .action,
      ])
  }

  @Test func `a comment of ours is a comment and an action`() {
    var script = JournalScript()
    script.observed("1")
    script.by("alice", .commented(text: "called"), on: "1")
    script.by("alice", .acknowledged, on: "1")
    let timeline = TimelineEntry.timeline(
      of: document, history: script.entries, undone: { _ in false })
    func seqs(_ facet: TimelineFilter.Facet) -> [Int?] {
      timeline.filter(TimelineFilter(facet: facet).matches).map(\.seq)
    }
    #expect(seqs(.comments) == [nil, 2])
    #expect(seqs(.actions) == [2, 3])
    #expect(seqs(.changes) == [nil, 1])
    let all = TimelineFilter.Facet.allCases.flatMap(seqs).count
    #expect(all >= timeline.count && timeline.allSatisfy { !$0.facets.isEmpty })
  }
}
