// SPDX-License-Identifier: MIT

import Incidents
import Testing

/// What is asked of a second person is told in full.
@Suite struct RequestedContentTests {
  private func parts(_ proposal: Proposal, in script: JournalScript) -> [String] {
    script.book.content(of: proposal).parts().map { "\($0.label): \($0.value)" }
  }

  @Test func `every incident and what is set is told`() throws {
    var script = JournalScript()
    for id in ["1", "2"] { script.observed(id) }
    let ids = [incident("2"), incident("1")]
    let mfa = try #require(Subject("readiness/mfa"))
    let cases: [(Proposal, [String])] = [
      (Proposal(.assigned(owner: nil), on: ids), ["Incidents: 1, 2", "Owner: nobody"]),
      (Proposal(.commented(text: "a\nb"), on: ids), ["Incidents: 1, 2", "Note: a\nb"]),
      (
        Proposal(.tagged(TagEdit(add: ["vip"], remove: ["old"])), on: ids),
        ["Incidents: 1, 2", "Tags on: vip", "Tags off: old"]
      ),
      (
        Proposal(
          .resolved(
            Resolution(
              classification: .falsePositive, determination: .notMalicious, comment: "test")),
          on: ids),
        ["Incidents: 1, 2", "As: False positive, Not malicious", "Note: test"]
      ),
      (Proposal(.undone(seq: 1), on: ids), ["Incidents: 1, 2", "Line: 1"]),
      (
        Proposal(RecordEdit(mfa, ["owner": "bob", "state": ""]), seen: nil),
        ["Record: readiness/mfa: owner bob, no state"]
      ),
    ]
    for (proposal, expected) in cases { #expect(parts(proposal, in: script) == expected) }
  }

  @Test func `responses are told with what they act on, by id, and the rest is counted`() {
    var script = JournalScript()
    script.observed("7") {
      $0.ask("r1", .isolateDevice, on: "aabb")
      $0.ask("r2", .isolateDevice, on: "ccdd")
    }
    let record = ResponseRecord(
      responses: ["r1", "r2"], step: .completed, note: "by phone")
    let content = script.book.content(of: Proposal(.response(record), on: [incident("7")]))
    #expect(content.responses.map(\.target.id) == ["aabb", "ccdd"])
    let parts = content.parts(naming: 1)
    #expect(parts.map(\.label) == ["Incidents", "Target", "Target", "Note"])
    #expect(parts[1].value.hasPrefix("device aabb: "))
    #expect(parts[2].value == "and 1 more")
    #expect(parts[3].value == "by phone")
  }
}
