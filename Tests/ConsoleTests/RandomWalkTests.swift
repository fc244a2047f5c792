// SPDX-License-Identifier: MIT

import Cells
import HostileText
import IncidentStore
import Incidents
import SafeText
import TestSupport
import Testing

@testable import Console

/// A console and a store under random keys, with nothing between them that takes time.
struct Walk {
  var generator: SeededGenerator
  var state: State
  let store: MemoryStore
  let clock = FixedClock()
  private var kept: [Draft: String] = [:]
  private var seq = 0
  private var milliseconds: Int64 = 0
  private var documents: [IncidentID: Opened] = [:]

  static let keys: [Key] =
    "jkjkjkjkggGhlhl123acwRoiuUxsfny?!/nNVq xyxyetzK,:S   v*M.gjgl".unicodeScalars.map {
      .character($0)
    } + [
      .enter, .enter, .enter, .escape, .escape, .tab, .backtab, .up, .down, .left, .right, .home,
      .end, .pageUp, .pageDown, .control("d"), .control("u"), .control("l"), .backspace, .delete,
      .function(2), .function(3),
      .control("x"), .control("e"), .control("j"), .control("s"), .control("k"), .control("w"),
    ]
  static let sizes = [
    Size(rows: 24, columns: 80), Size(rows: 12, columns: 60), Size(rows: 30, columns: 120),
    Size(rows: 14, columns: 90), Size(rows: 18, columns: 60), Size(rows: 11, columns: 60),
    Size(rows: 1, columns: 1), Size(rows: 50, columns: 200),
  ]

  init(seed: UInt64, readOnlyReason: String? = nil) {
    generator = SeededGenerator(seed: seed)
    store = MemoryStore(holding: [], clock: clock)
    state = State(
      author: Story.author("alice"), storeTitle: HostileText.random(using: &generator),
      now: clock.now, size: Size(rows: 24, columns: 80))
    state.readOnlyReason = readOnlyReason
    state.isPlain = seed % 3 == 0
    store.take((0..<8).map { _ in incident() }, clock: clock)
    news()
  }

  /// An incident with a random trick in every text, new or known.
  private mutating func incident() -> SampleIncident {
    func text() -> String {
      (HostileText.corpus.randomElement(using: &generator) ?? "")
        + HostileText.random(using: &generator)
    }
    var incident = SampleIncident.ransomware
    incident.id = "\(Int.random(in: 100..<112, using: &generator))"
    for name in incident.texts.keys.sorted() where !name.hasSuffix("DateTime") {
      incident.texts[name] = text()
    }
    incident.texts["status"] =
      ["active", "awaitingAction", "resolved", text()].randomElement(using: &generator)
    incident.texts["severity"] = ["high", "low", text()].randomElement(using: &generator)
    if Int.random(in: 0..<5, using: &generator) == 0 {
      incident.texts["status"] = "redirected"
      incident.texts["redirectIncidentId"] = "\(Int.random(in: 100..<115, using: &generator))"
    }
    incident.tags = [text()]
    incident.alerts[0].texts["title"] = text()
    incident.tasks = (0..<Int.random(in: 0..<7, using: &generator)).map { place in
      let action = ResponseAction.names.randomElement(using: &generator)?.name ?? ""
      return SampleTask(
        id: "t\(place)", title: text(), action: action, target: text(), isExperts: place == 3)
    }
    return incident
  }

  /// One thing that can happen.
  mutating func step() {
    switch Int.random(in: 0..<100, using: &generator) {
    case 0: tell(.resized(Self.sizes.randomElement(using: &generator) ?? state.size))
    case 1: tell(.pasted(HostileText.random(using: &generator)))
    case 2:
      documents = [:]
      let arriving = incident()
      store.take([arriving], clock: clock)
      news()
    case 3 where state.readOnlyReason == nil: colleague()
    case 4: tell(.ticked(clock.now))
    case 5: tell(.painted(at: milliseconds))
    case 13...15:
      let point = Point(
        row: Int.random(in: -1...state.size.rows, using: &generator),
        column: Int.random(in: -1...state.size.columns, using: &generator))
      let kinds: [Mouse.Kind] = [.press, .wheelUp, .wheelDown]
      tell(.mouse(Mouse(kinds.randomElement(using: &generator) ?? .press, at: point)))
    case 6...12:
      let scalar = HostileText.scalars.randomElement(using: &generator) ?? "a"
      press(.character(scalar))
    default: press(Self.keys.randomElement(using: &generator) ?? .enter)
    }
  }

  private mutating func press(_ key: Key) {
    milliseconds += Int64.random(in: 0...600, using: &generator)
    if Bool.random(using: &generator) { _ = state.update(.painted(at: milliseconds)) }
    tell(.key(key, at: milliseconds))
  }

  /// Closes what lies on top, so that what it kept back is taken over.
  mutating func close() {
    tell(.resized(Self.sizes[0]))
    for _ in 0..<3 { tell(.key(.escape, at: milliseconds)) }
  }

  private mutating func colleague() {
    let events: [Event] = [.acknowledged, .reopened, .assigned(owner: "bob")]
    if let id = state.book.cases.keys.sorted().randomElement(using: &generator),
      let event = events.randomElement(using: &generator)
    {
      _ = try? store.commit(Proposal(event, on: [id]), by: Story.author("bob"))
    }
    news()
  }

  private mutating func news() {
    let entries = store.entries(after: seq)
    seq = entries.last?.seq ?? seq
    tell(.journalGrew(entries))
  }

  private mutating func tell(_ message: Message) {
    for effect in state.update(message) {
      switch effect {
      case .open(let id): tell(.opened(id, document(id)))
      case .figures(let kind): tell(.figured(kind, nil))
      case .survey: tell(.surveyed([:]))
      case .ask, .approve, .perform: continue
      case .history(let query):
        let lines = store.entries(after: 0).filter { $0.seq < query.before && query.wants($0) }
        let page = Array(lines.reversed().prefix(30))
        let next = lines.count > page.count ? page.last?.seq : nil
        tell(.historyRead(query, HistoryPage(entries: page, next: next)))
      case .commit(let proposal):
        guard let commit = try? store.commit(proposal, by: state.author) else { continue }
        news()
        tell(.committed(proposal, commit.judgement, commit.entry))
      case .copy(_, let name): tell(.copied(name, failure: nil))
      case .edit(let text): tell(.edited(.text(text + HostileText.random(using: &generator))))
      case .keepDrafts(let drafts): kept = drafts
      case .settle, .mouse, .notify, .keepLooks, .quit, .redraw, .suspend: break
      }
    }
  }

  private mutating func document(_ id: IncidentID) -> Opened? {
    if let known = documents[id] { return known }
    let incident = try? store.incident(id)
    let opened = incident.flatMap(\.self).map {
      Opened(incident: $0, history: store.history(of: id).suffix(20))
    }
    documents[id] = opened
    return opened
  }

  /// The drafts the console asked to keep last.
  var lastKept: [Draft: String] { kept }

  /// What must hold after every step; the first thing that does not.
  var fault: String? {
    let pane = state.queuePane
    if (pane.selection == nil) != pane.shown.isEmpty { return "no selection in a queue" }
    if let id = pane.selection, !pane.shown.contains(id) { return "\(id) is not shown" }
    if let opened = state.opened, opened.incident.id != pane.selection { return "wrong document" }
    if let response = state.responsesPane.selection,
      state.selectedView?.response(response) == nil
    {
      return "no response \(response)"
    }
    let frame = Frame(state)
    let rows = frame.rows(of: .queue)
    if rows > 0, let place = pane.place, !(pane.top..<pane.top + rows).contains(place) {
      return "the selection is off the screen"
    }
    return state.pendingCommits == 0 ? nil : "\(state.pendingCommits) commits are pending"
  }

  /// What a question is about and neither names nor counts on the screen; `nil` if nothing.
  var unshown: String? {
    guard case .confirm(let question) = state.overlay, !Frame(state).isTooSmall,
      state.size.columns <= 80
    else { return nil }
    return question.unshown(on: state.view().description)
  }

  /// What the overlay must show, so that a person can go on; `nil` if there is none.
  var answers: [String] {
    guard !Frame(state).isTooSmall else {
      return state.size.rows > 1 ? [state.waiting == nil ? "q quits." : "Enlarge it."] : []
    }
    switch state.overlay {
    case .report: return ["Esc closes"]
    case .record: return ["Cancel", "Save", "Esc keep draft"]
    case .messages(let list): return list.field == nil ? ["Esc closes"] : ["/"]
    case .help, .palette: return ["Esc closes"]
    case .order: return ["Enter sorts", "Esc closes"]
    case .copy: return ["a letter copies", "Esc close"]
    case .entities: return ["Enter lists", "Esc closes"]
    case .views: return ["Views", "Esc close"]
    case .snooze: return ["For", "Esc cancel"]
    case .resolve(let form):
      return ["Cancel", form.closes ? "Resolve" : "Classify", "Esc cancel"]
    case .confirm(let question):
      guard let target = question.target else {
        return [question.readAt == nil ? "" : "y record it", "Esc cancel"]
      }
      return ["Type \(target) then Enter:", "Esc cancel"]
    case .prompt(let prompt):
      switch prompt.purpose {
      case .filter, .search: return [" /"]
      case .owner, .tags: return ["Enter record it", "Esc cancel"]
      case .many(let purpose, _):
        return [
          "Enter record it",
          purpose == .comment || prompt.purpose.manyDraft != nil
            ? "Esc keep as a draft" : "Esc cancel",
        ]
      case .comment, .reason, .reasons: return ["Enter record it", "Esc keep as a draft"]
      }
    case nil: return []
    }
  }
}

@Suite struct RandomWalkTests {
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `nothing that can happen breaks the console`(seed: UInt64) {
    var walk = Walk(seed: seed)
    for step in 0..<5_000 {
      walk.step()
      if let fault = walk.fault {
        Issue.record("step \(step): \(fault)")
        return
      }
      if step % 5 == 0, let unshown = walk.unshown {
        Issue.record("step \(step): \(unshown) is neither shown nor counted")
        return
      }
      guard step % 25 == 0 else { continue }
      let grid = walk.state.view()
      let screen = grid.description
      for answer in walk.answers where !screen.contains(answer) {
        Issue.record("step \(step): “\(answer)” is not on the screen\n\(screen)")
        return
      }
      if let cursor = grid.cursor, !Rect(grid.size).contains(cursor) {
        Issue.record("step \(step): the cursor is at \(cursor)")
      }
    }
    #expect(walk.lastKept == walk.state.keptDrafts)
    walk.close()
    let folded = walk.store.entries(after: 0).reduce(into: CaseBook()) { $0.apply($1) }
    #expect(walk.state.book == folded)
    #expect(walk.state.queue == TriageQueue(folded, at: walk.state.now))
    #expect(folded.actions.count > 20)
  }

  @Test func `nothing is recorded in a store that can only be read, whatever is pressed`() {
    var walk = Walk(seed: 99, readOnlyReason: "It is somebody's.")
    for _ in 0..<3_000 { walk.step() }
    #expect(walk.store.entries(after: 0).allSatisfy { $0.event.isObservation })
    #expect(walk.state.drafts.isEmpty && walk.state.notices.count > 20)
  }
}
