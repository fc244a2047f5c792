// SPDX-License-Identifier: MIT

import Incidents
import Testing

/// Random journals by three authors and the service: what must hold after any of them.
@Suite struct ReplayTests {
  static let ids = ["1", "2", "3", "4"]
  static let people = ["alice", "bob", "carol"]

  private func event(_ random: inout SeededGenerator) -> Event {
    let responses = random.chance(30) ? ["r1", "r2"] : [random.pick(["r1", "r2"])]
    return random.pick([
      .acknowledged, .assigned(owner: random.pick([nil, "alice", "dave"])),
      .commented(text: "c"), .closed, .reopened, .written(&random),
      .response(
        ResponseRecord(
          responses: responses, step: random.pick(ResponseStep.allCases), note: "because")),
    ])
  }

  private func grow(_ script: inout JournalScript, _ random: inout SeededGenerator) {
    let name = random.pick(Self.people)
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<25:
      script.observed(random.pick(Self.ids), since: Timestamp(milliseconds: 1)) {
        random.change(&$0)
        if random.chance(8) { $0.redirect = random.pick([nil, incident(random.pick(Self.ids))]) }
      }
    case 25..<40: script.undo(name)
    case 40..<48: script.redo(name)
    default:
      let ids = random.chance(20) ? Self.ids : [random.pick(Self.ids)]
      let seen = random.chance(30) ? Int.random(in: 0...script.book.seq, using: &random) : nil
      script.propose(name, event(&random), on: ids, seen: seen)
    }
  }

  private func seeded() -> JournalScript {
    var script = JournalScript()
    for id in Self.ids {
      script.observed(id) {
        $0.ask("r1")
        $0.ask("r2", by: .experts)
      }
    }
    return script
  }

  @Test(arguments: 0..<24 as Range<UInt64>)
  func `after every line the book holds together`(seed: UInt64) {
    var random = SeededGenerator(seed)
    var script = seeded()
    for _ in 0..<150 {
      let before = script.book
      grow(&script, &random)
      let named = script.entries.last.map { Set($0.incidents) } ?? []
      for id in Self.ids.map(incident) {
        let old = before.cases[id]?.version ?? 0
        let new = script.book.cases[id]?.version ?? 0
        let isNew = script.book.seq > before.seq
        #expect(new == (isNew && named.contains(id) ? script.book.seq : old))
        if let facts = script.facts[id] {
          #expect(bytes(script.book.cases[id]?.service ?? ServiceFacts()) == bytes(facts))
        }
        // Either an incident has its own row, or another stands for it.
        let isShown = script.book.row(of: id) != nil
        #expect(isShown == (script.book.current(id) == id))
      }
    }
    #expect(script.replayed == script.book)
    let queue = script.book.queue()
    #expect(Set(queue.map(\.id)).count == queue.count)
  }

  @Test(arguments: 100..<112 as Range<UInt64>)
  func `a book taken up in the middle ends the same`(seed: UInt64) {
    var random = SeededGenerator(seed)
    var script = seeded()
    for _ in 0..<60 { grow(&script, &random) }
    var resumed = script.replayed
    let known = script.entries.count
    for _ in 0..<60 { grow(&script, &random) }
    for entry in script.entries.dropFirst(known) { resumed.apply(entry) }
    #expect(resumed == script.book)
  }

  @Test(arguments: 200..<224 as Range<UInt64>)
  func `with everything undone the service's word is what counts`(seed: UInt64) {
    var random = SeededGenerator(seed)
    var script = seeded()
    for _ in 0..<60 {
      let ids = [random.pick(Self.ids)]
      let event = event(&random)
      script.propose(random.pick(Self.people), event, on: ids)
    }
    // Newest first, each by its author: nothing then stands in anybody's way.
    for entry in script.entries.reversed() where !entry.event.isObservation {
      let judgement = script.propose(
        entry.by.name, .undone(seq: entry.seq), on: entry.incidents.map(\.text))
      #expect(judgement.refused.isEmpty && judgement.alreadySo.isEmpty)
    }
    for id in Self.ids {
      let view = script.view(id)
      let facts = script.facts[incident(id)] ?? ServiceFacts()
      #expect(view.status.value == facts.status)
      #expect(view.owner.value == facts.owner)
      #expect(view.resolution.value.classification == facts.classification)
      #expect(view.acknowledgement.value == nil)
      #expect(!view.remarks.map(\.isWithdrawn).contains(false))
      #expect(view.responses.map(\.status.value) == facts.responses.map(\.status))
      #expect(view.responses.compactMap(\.acknowledgement.value).isEmpty)
    }
    for name in Self.people {
      #expect(script.book.undoable(by: JournalScript.author(name)) == nil)
    }
  }

  @Test(arguments: 300..<316 as Range<UInt64>)
  func `what was judged lawful is what the book then says`(seed: UInt64) {
    var random = SeededGenerator(seed)
    var script = seeded()
    for _ in 0..<120 {
      let name = random.pick(Self.people)
      let event = event(&random)
      let id = random.pick(Self.ids)
      let judgement = script.propose(name, event, on: id)
      #expect(
        judgement.accepted.count + judgement.alreadySo.count + judgement.refused.count == 1)
      guard !judgement.refused.keys.contains(incident(id)) else { continue }
      let view = script.view(id)
      switch event {
      case .acknowledged: #expect(view.acknowledgement.value != nil)
      case .assigned(let owner): #expect(view.owner.value == owner ?? "")
      case .resolved(let resolution):
        #expect(view.status.value == .resolved && view.resolution.value == resolution)
      case .reopened: #expect(!view.status.value.isClosed)
      case .response(let record):
        for response in record.responses {
          let response = view.response(response)
          if let status = record.step.status {
            #expect(response?.status.value == status)
          } else {
            #expect(response?.acknowledgement.value != nil)
          }
        }
      default: break
      }
    }
  }
}
