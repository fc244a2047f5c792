// SPDX-License-Identifier: MIT

import Incidents
import Testing

@Suite struct AwaitingSinceTests {
  private let now = Timestamp(milliseconds: 1000)

  /// Since when an observation of changed facts would make it the customer's move.
  private func since(
    after script: JournalScript = JournalScript(), _ change: (inout ServiceFacts) -> Void
  ) -> Timestamp? {
    let old = script.facts[incident("1")]
    var new = old ?? ServiceFacts()
    change(&new)
    return script.book.awaitingSince(
      with: Observation(digest: "d", from: old, to: new), of: incident("1"), at: now)
  }

  private func asked(_ created: Int64, by performer: Performer = .you) -> ResponseFacts {
    ResponseFacts(
      id: "r1", title: "", action: .text, target: "", status: .open, performer: performer,
      createdAt: Timestamp(milliseconds: created))
  }

  @Test(arguments: [(400, 400), (1600, 1000)] as [(Int64, Int64)])
  func `an incident is awaited since the service changed it, or since we saw it if earlier`(
    updated: Int64, expected: Int64
  ) {
    let since = since {
      $0.status = .awaitingAction
      $0.updatedAt = Timestamp(milliseconds: updated)
    }
    #expect(since?.milliseconds == expected)
  }

  @Test(arguments: [(300, 300), (1600, 1000)] as [(Int64, Int64)])
  func `a response is awaited since it was created, or since we saw it if earlier`(
    created: Int64, expected: Int64
  ) {
    #expect(since { $0.responses = [asked(created)] }?.milliseconds == expected)
  }

  @Test func `what the experts do counts for nothing`() {
    #expect(since { $0.responses = [asked(300, by: .experts)] } == nil)
    let since = since {
      $0.status = .awaitingAction
      $0.responses = [asked(300, by: .experts)]
    }
    #expect(since == now)
  }

  @Test func `what asks nothing is awaited never`() {
    #expect(since { $0.severity = .high } == nil)
    #expect(
      since {
        $0.status = .resolved
        $0.responses = [asked(300)]
      } == nil)
  }

  @Test func `what was yours already keeps its time`() {
    var script = JournalScript()
    script.observed("1", since: Timestamp(milliseconds: 5)) { $0.status = .awaitingAction }
    #expect(since(after: script) { $0.responses = [asked(300)] } == nil)
    script.observed("1") { $0.responses = [asked(300)] }
    #expect(script.view("1").awaitingSince == Timestamp(milliseconds: 5))
  }

  @Test func `asked again after you were done, it is a new wait`() {
    var script = JournalScript()
    script.observed("1", since: Timestamp(milliseconds: 5)) { $0.responses = [asked(5)] }
    script.by("alice", .step(.completed, "r1"), on: "1")
    #expect(since(after: script) { $0.responses[0].status = .failed } == now)
  }
}
