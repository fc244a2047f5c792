// SPDX-License-Identifier: MIT

import Testing

@testable import Incidents

@Suite struct OrderedQueueTests {
  /// A journal as it grows.
  private func scripts(_ random: inout SeededGenerator) -> [JournalScript] {
    var script = JournalScript()
    var scripts: [JournalScript] = []
    for step in 0..<80 {
      let id = random.pick(["1", "2", "10", "30", "A7", "b2"])
      script.observed(id, since: Timestamp(milliseconds: Int64(step))) {
        random.change(&$0)
        $0.title = random.pick(["Beta", "alpha", "Gamma", "", "delta"])
        $0.updatedAt = random.pick([nil, Timestamp(milliseconds: Int64(step))])
      }
      script.propose(
        random.pick(["alice", "bob"]), .assigned(owner: random.pick([nil, "zoe", "Bob"])), on: id)
      if step % 8 == 7 { scripts.append(script) }
    }
    return scripts
  }

  /// What comes before what, said as simply as can be; missing values come last.
  private func isBefore(_ left: QueueRow, _ right: QueueRow, _ order: QueueOrder) -> Bool {
    func compare<Value: Comparable>(_ left: Value?, _ right: Value?) -> Bool {
      guard let left else { return false }
      guard let right else { return true }
      return order.isReversed ? left > right : left < right
    }
    func text(_ text: String) -> String? { text.isEmpty ? nil : text.lowercased() }
    switch order.column {
    case .triage: return QueueRow.precedes(left, right)
    case .due: return compare(left.runningDue?.at, right.runningDue?.at)
    case .waiting: return compare(left.awaitingSince, right.awaitingSince)
    case .severity: return compare(-left.severity.rank, -right.severity.rank)
    case .updated:
      return compare(
        left.updatedAt.map { -$0.milliseconds }, right.updatedAt.map { -$0.milliseconds })
    case .created:
      return compare(
        left.createdAt.map { -$0.milliseconds }, right.createdAt.map { -$0.milliseconds })
    case .owner: return compare(text(left.owner), text(right.owner))
    case .title: return compare(text(left.title), text(right.title))
    case .id:
      func key(_ id: IncidentID) -> String {
        Int(id.text) == nil ? id.text : String(repeating: "0", count: 20 - id.text.count) + id.text
      }
      return compare(key(left.id), key(right.id))
    case .responses:
      return compare(
        left.totalResponses == 0 ? nil : -left.openResponses,
        right.totalResponses == 0 ? nil : -right.openResponses)
    }
  }

  @Test(arguments: QueueOrder.Column.allCases, [false, true])
  func `rows are in order as they change, on an archive or not`(
    column: QueueOrder.Column, isReversed: Bool
  ) {
    let order = QueueOrder(column, isReversed: isReversed)
    for seed in 0..<4 as Range<UInt64> {
      var random = SeededGenerator(seed)
      let scripts = scripts(&random)
      let archive = ScriptArchive(scripts[4].book)
      var shown = OrderedQueue()
      for (number, script) in scripts.enumerated() {
        var later = script.book
        if number > 4, seed % 2 == 0 {
          later = CaseBook(archive)
          for entry in script.entries where entry.seq > archive.seq { later.apply(entry) }
        }
        let rows = FilteredQueue(
          TriageQueue(later), QueueFilter(Query(.test(.state(.any)))),
          in: QueryContext(
            now: .init(milliseconds: 0), author: JournalScript.author("alice"), book: later))
        shown = OrderedQueue(rows, order, after: shown)
        let expected = rows.indices.map { rows.row(at: $0) }.enumerated()
          .sorted { left, right in
            if isBefore(left.element, right.element, order) { return true }
            if isBefore(right.element, left.element, order) { return false }
            return left.offset < right.offset
          }.map(\.element.id)
        #expect(Array(shown) == expected)
        for place in shown.indices { #expect(shown.place(of: shown[place]) == place) }
      }
    }
  }
}
