// SPDX-License-Identifier: MIT

import Incidents
import Testing

@Suite struct TriageQueueTests {
  /// Applies what was written since to a queue kept row by row, and compares with one made anew.
  private func follows(
    _ queue: inout TriageQueue, _ script: JournalScript, since known: Int,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    queue.refresh(after: Array(script.entries.dropFirst(known)), in: script.book)
    #expect(queue == TriageQueue(script.book), sourceLocation: sourceLocation)
    let yours = queue.rows.filter(\.turn.isYours).map(\.severity)
    let plain: [Severity] = [.medium, .low, .informational]
    let counts =
      [yours.count { !plain.contains($0) }] + plain.map { one in yours.count { $0 == one } }
    #expect(queue.severitiesOfYours.map(\.count) == counts, sourceLocation: sourceLocation)
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `a queue kept row by row is the queue made anew`(seed: UInt64) {
    var random = SeededGenerator(seed)
    var script = JournalScript()
    var queue = TriageQueue()
    let ids = ["1", "2", "3", "4", "5", "6"]
    for _ in 0..<120 {
      let known = script.entries.count
      for _ in 0...Int.random(in: 0..<3, using: &random) {
        let id = random.pick(ids)
        switch Int.random(in: 0..<12, using: &random) {
        case 10...: script.propose("alice", .written(&random), on: id)
        case 0..<3:
          let target = random.pick([nil, incident(random.pick(ids)), incident("99")])
          script.observed(id, since: Timestamp(milliseconds: Int64(known))) {
            $0.redirect = target
            $0.status = target == nil ? .active : .redirected
          }
        case 3..<5:
          script.observed(id, since: Timestamp(milliseconds: Int64(known))) { random.change(&$0) }
        case 5: script.undo("alice")
        default:
          script.propose("alice", .step(.completed, "r1"), on: id)
          script.propose("alice", .acknowledged, on: id)
        }
      }
      follows(&queue, script, since: known)
    }
  }

  @Test func `a merge taken back leaves nothing of it in the row it was shown in`() {
    var script = JournalScript()
    script.observed("10") { $0.ask("r1") }
    script.observed("20")
    script.observed("10") { $0.merge(into: "20") }
    var queue = TriageQueue(script.book)
    #expect(queue[incident("20")]?.turn.isYours == true)
    let known = script.entries.count
    script.observed("10") {
      $0.redirect = nil
      $0.status = .active
    }
    follows(&queue, script, since: known)
    #expect(queue[incident("20")]?.turn == .watching)
    #expect(queue.yours == 1)
  }

  @Test func `a target merged into nowhere gives its sources their rows back`() {
    var script = JournalScript()
    script.observed("20")
    script.observed("10") {
      $0.merge(into: "20")
      $0.ask("r1")
    }
    var queue = TriageQueue(script.book)
    let known = script.entries.count
    script.observed("20") { $0.merge(into: "99") }
    follows(&queue, script, since: known)
    #expect(queue[incident("10")]?.turn.isYours == true)
  }
}
