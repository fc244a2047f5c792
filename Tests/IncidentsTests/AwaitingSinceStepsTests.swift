// SPDX-License-Identifier: MIT

import Incidents
import Testing

@Suite struct AwaitingSinceStepsTests {
  private let now = Timestamp(milliseconds: 1_000_000)
  private let author = Author(name: "alice", uid: 1)

  private func facts(
    _ status: IncidentStatus, updated: Int64? = nil, _ responses: ResponseFacts...
  ) -> ServiceFacts {
    var facts = ServiceFacts()
    facts.status = status
    facts.updatedAt = updated.map { Timestamp(milliseconds: $0) }
    facts.responses = responses
    return facts
  }

  private func response(
    _ id: String, _ status: ResponseStatus = .open, by performer: Performer = .you,
    created: Int64? = nil
  ) -> ResponseFacts {
    ResponseFacts(
      id: id, title: id, action: .text, target: "", status: status, performer: performer,
      createdAt: created.map { Timestamp(milliseconds: $0) })
  }

  /// The moments of one incident whose facts follow each other.
  private func moments(_ steps: ServiceFacts..., acting events: [Int: Event] = [:]) throws
    -> [Int64?]
  {
    let id = try #require(IncidentID("1"))
    var book = CaseBook()
    var old: ServiceFacts?
    var result: [Int64?] = []
    for (step, facts) in steps.enumerated() {
      if let event = events[step] {
        book.apply(
          JournalEntry(
            seq: book.seq + 1, at: now, by: author, on: [Subject(id): 0], event: event))
      }
      var observation = Observation(digest: "d\(step)", from: old, to: facts)
      let since = book.awaitingSince(with: observation, of: id, at: now)
      observation.awaitingSince = since
      book.apply(
        JournalEntry(
          seq: book.seq + 1, at: now, by: author, on: [Subject(id): 0],
          event: .observed(observation)))
      old = facts
      result.append(since?.milliseconds)
    }
    return result
  }

  @Test func `nothing asked is not awaited`() throws {
    #expect(try moments(facts(.active, updated: 5)) == [nil])
    #expect(try moments(facts(.active, response("a", by: .experts, created: 5))) == [nil])
    #expect(try moments(facts(.resolved, updated: 5, response("a", created: 4))) == [nil])
  }

  @Test func `it is the earliest of what the service says`() throws {
    #expect(try moments(facts(.awaitingAction, updated: 5)) == [5])
    #expect(try moments(facts(.active, updated: 3, response("a", created: 5))) == [5])
    #expect(
      try moments(
        facts(.awaitingAction, updated: 9, response("a", created: 7), response("b", created: 8)))
        == [7])
    #expect(
      try moments(facts(.active, response("a", .completed, created: 2), response("b", created: 8)))
        == [8])
  }

  @Test func `a service clock that runs ahead does not postpone it`() throws {
    #expect(try moments(facts(.awaitingAction, updated: 2_000_000)) == [1_000_000])
    #expect(try moments(facts(.active, response("a"))) == [1_000_000])
  }

  @Test func `while it is your move it is never computed anew`() throws {
    #expect(
      try moments(
        facts(.awaitingAction, updated: 5), facts(.awaitingAction, updated: 6),
        facts(.awaitingAction, updated: 7, response("a", created: 1))) == [5, nil, nil])
  }

  @Test func `asked again after the outcome, it counts from the new request`() throws {
    let done = Event.response(ResponseRecord(responses: ["a"], step: .completed))
    #expect(
      try moments(
        facts(.awaitingAction, updated: 5, response("a", created: 4)),
        facts(
          .awaitingAction, updated: 20, response("a", created: 4), response("b", created: 30)),
        acting: [1: done]) == [4, 30])
  }

  @Test func `a response the service opens again counts from now, not from its creation`() throws {
    #expect(
      try moments(
        facts(.active, response("a", .completed, created: 4)),
        facts(.active, response("a", .open, created: 4))) == [nil, 1_000_000])
  }
}
