// SPDX-License-Identifier: MIT

import Incidents
import Testing

@Suite struct TriageOrderTests {
  /// Rows that differ in what the order looks at, with many ties.
  private func rows(_ count: Int, seed: UInt64) -> [QueueRow] {
    var random = SeededGenerator(seed)
    return (0..<count).map { place in
      var row = QueueRow(
        Case(id: incident("\(random.pick(["A", "a", "9"]))\(place)")), .standard)
      row.severity = random.pick([
        .informational, .low, .medium, .high, .unknown, .unrecognized("critical"),
      ])
      row.turn = random.pick([
        .yours([.awaitingAction]), .yours([.openResponses(2)]), .doneHere, .watching, .closed,
      ])
      row.due = (random.pick([nil, -5, 0, 7]) as Int64?).map {
        Due(random.pick([.acknowledge, .act]), at: Timestamp(milliseconds: $0))
      }
      return row
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `it is a strict total order`(seed: UInt64) {
    let rows = rows(40, seed: seed)
    for a in rows {
      #expect(!QueueRow.precedes(a, a))
      for b in rows where a.id != b.id {
        #expect(QueueRow.precedes(a, b) != QueueRow.precedes(b, a))
        for c in rows where QueueRow.precedes(a, b) && QueueRow.precedes(b, c) {
          #expect(QueueRow.precedes(a, c))
        }
      }
    }
  }

  @Test(arguments: [4, 5, 6] as [UInt64])
  func `it does not depend on where rows came from`(seed: UInt64) {
    var random = SeededGenerator(seed)
    let rows = rows(300, seed: seed)
    let sorted = rows.sorted(by: QueueRow.precedes)
    for _ in 0..<5 {
      #expect(rows.shuffled(using: &random).sorted(by: QueueRow.precedes) == sorted)
    }
  }

  @Test func `your move, then the worse, then the least time left, then the lower id`() {
    var script = JournalScript()
    func since(_ milliseconds: Int64) -> Timestamp { Timestamp(milliseconds: milliseconds) }
    script.observed("closed") {
      $0.severity = .high
      $0.status = .resolved
    }
    script.observed("watching") { $0.severity = .high }
    script.observed("low-old", since: since(1)) {
      $0.severity = .low
      $0.status = .awaitingAction
    }
    script.observed("high-new", since: since(9)) {
      $0.severity = .high
      $0.status = .awaitingAction
    }
    script.observed("odd-mid", since: since(5)) {
      $0.severity = .unrecognized("critical")
      $0.status = .awaitingAction
    }
    script.observed("unk-old", since: since(2)) {
      $0.severity = .unknown
      $0.status = .awaitingAction
    }
    script.observed("high-when", since: nil) {
      $0.severity = .high
      $0.status = .awaitingAction
    }
    script.observed("b-mid", since: since(5)) {
      $0.severity = .high
      $0.ask("r1")
    }
    script.observed("B-mid", since: since(5)) {
      $0.severity = .high
      $0.ask("r1")
    }
    #expect(
      script.book.queue().map(\.id.text) == [
        "unk-old", "B-mid", "b-mid", "odd-mid", "high-new", "high-when", "low-old", "watching",
        "closed",
      ])
  }

  @Test func `ids are in the order of their bytes`() {
    let sorted = ["10", "9", "A", "Z", "a", "a-b", "a.b", "aB"].reversed().map(incident).sorted()
    #expect(sorted.map(\.text) == ["10", "9", "A", "Z", "a", "a-b", "a.b", "aB"])
  }

  @Test func `a row counts responses, and those without an outcome`() {
    var script = JournalScript()
    script.observed("1") {
      $0.ask("r1")
      $0.ask("r2", .inProgress, by: .experts)
      $0.ask("r3", .completed, by: .experts)
      $0.ask("r4", .failed)
    }
    script.by("alice", .step(.skipped, "r1"), on: "1")
    let row = script.book.row(of: incident("1"))
    #expect(row?.totalResponses == 4)
    #expect(row?.openResponses == 2)
  }
}
