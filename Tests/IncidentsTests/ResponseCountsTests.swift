// SPDX-License-Identifier: MIT

import Incidents
import Testing

/// More responses than are kept are counted all the same.
@Suite struct ResponseCountsTests {
  private func facts(_ statuses: [ResponseStatus]) -> ServiceFacts {
    var document = Incident(id: incident("1"))
    document.responses = statuses.enumerated().map { place, status in
      var response = ManagedResponse(id: "r\(place)")
      response.status = status
      return response
    }
    return ServiceFacts(document)
  }

  @Test func `what is kept needs no counts`() {
    #expect(facts(Array(repeating: .open, count: 250)).responseCounts == nil)
  }

  @Test func `the queue shows how many there are, not how many are kept`() {
    var script = JournalScript()
    let statuses =
      Array(repeating: ResponseStatus.completed, count: 40)
      + Array(repeating: ResponseStatus.open, count: 260)
    script.observed("1") { $0 = facts(statuses) }
    for book in [script.book, CaseBook(ScriptArchive(script.book))] {
      let row = book.row(of: incident("1"))
      #expect(row?.totalResponses == 300)
      #expect(row?.openResponses == 260)
      #expect(row?.turn == .yours([.openResponses(260)]))
    }
  }

  @Test func `while a response that is not seen is open, nothing is done here`() {
    var script = JournalScript()
    script.observed("1") { $0 = facts(Array(repeating: .open, count: 251)) }
    let seen = script.view("1").responses.map(\.id)
    script.by(
      "alice", .response(ResponseRecord(responses: seen, step: .completed)), on: "1")
    #expect(script.view("1").turn == .yours([.openResponses(1)]))
    #expect(script.book.row(of: incident("1"))?.openResponses == 1)
    // Defender hears of all but one, which now is among those kept.
    script.observed("1") {
      $0 = facts(Array(repeating: .completed, count: 250) + [.open])
    }
    #expect(script.view("1").response("r250")?.status.value == .open)
    #expect(script.book.row(of: incident("1"))?.totalResponses == 251)
    script.by("alice", .step(.completed, "r250"), on: "1")
    #expect(script.view("1").turn == .doneHere)
  }

  @Test func `what is not seen of a merged incident counts where it went`() {
    var script = JournalScript()
    script.observed("2") { $0.ask("own") }
    script.observed("1") {
      $0 = facts(Array(repeating: .open, count: 260))
      $0.merge(into: "2")
    }
    let row = script.book.row(of: incident("2"))
    #expect(row?.totalResponses == 261)
    #expect(row?.openResponses == 261)
  }
}
