// SPDX-License-Identifier: MIT

import Incidents
import Testing

@Suite struct TurnTests {
  private func turn(_ edit: (inout ServiceFacts) -> Void) -> Turn {
    var script = JournalScript()
    script.observed("1", edit)
    return script.view("1").turn
  }

  @Test func `awaiting without responses is yours`() {
    #expect(turn { $0.status = .awaitingAction } == .yours([.awaitingAction]))
  }

  @Test func `awaiting with only the experts' responses is yours`() {
    let turn = turn {
      $0.status = .awaitingAction
      $0.ask("r1", .completed, by: .experts)
    }
    #expect(turn == .yours([.awaitingAction]))
  }

  // Which of one response's statuses makes an active incident the customer's move.
  @Test(arguments: [
    (ResponseStatus.open, Turn.yours([.openResponses(1)]), Turn.watching),
    (.inProgress, .yours([.openResponses(1)]), .watching),
    (.unrecognized("queued"), .yours([.openResponses(1)]), .watching),
    (.failed, .yours([.failedResponses(1)]), .yours([.failedResponses(1)])),
    (.completed, .watching, .watching),
    (.notRelevant, .watching, .watching),
  ])
  func `a response asks as its status and performer say`(
    status: ResponseStatus, customers: Turn, experts: Turn
  ) {
    #expect(turn { $0.ask("r", status) } == customers)
    #expect(turn { $0.ask("r", status, by: .unrecognized("somebody")) } == customers)
    #expect(turn { $0.ask("r", status, by: .experts) } == experts)
  }

  @Test func `reasons are counted apart`() {
    let turn = turn {
      $0.status = .awaitingAction
      $0.ask("r1")
      $0.ask("r2")
      $0.ask("r3", .failed)
      $0.ask("r4", .completed)
      $0.ask("r5", by: .experts)
    }
    #expect(turn == .yours([.awaitingAction, .openResponses(2), .failedResponses(1)]))
    #expect(
      turn.why == "Defender Experts await your action, 2 responses to do, 1 response failed")
  }

  @Test(arguments: [
    (ResponseStep.completed, false), (.skipped, false), (.failed, true), (.started, true),
    (.acknowledged, true),
  ])
  func `your move ends with an outcome that ends the work`(step: ResponseStep, isYours: Bool) {
    var script = JournalScript()
    script.observed("1") {
      $0.status = .awaitingAction
      $0.ask("r1")
    }
    script.by("alice", .step(step, "r1"), on: "1")
    #expect(script.view("1").turn.isYours == isYours)
    if !isYours { #expect(script.view("1").turn == .doneHere) }
  }

  @Test func `it ends only when every response of yours has an outcome`() {
    var script = JournalScript()
    script.observed("1") {
      $0.status = .awaitingAction
      $0.ask("r1")
      $0.ask("r2", by: .unrecognized("x"))
      $0.ask("r3", .inProgress, by: .experts)
    }
    script.by("alice", .step(.completed, "r1"), on: "1")
    #expect(script.view("1").turn == .yours([.awaitingAction, .openResponses(1)]))
    script.by("bob", .step(.skipped, "r2"), on: "1")
    #expect(script.view("1").turn == .doneHere)
  }

  private func doneHere() -> JournalScript {
    var script = JournalScript()
    script.observed("1") {
      $0.status = .awaitingAction
      $0.ask("r1")
    }
    script.by("alice", .step(.completed, "r1"), on: "1")
    return script
  }

  @Test func `the service asking again makes it yours again`() {
    var script = doneHere()
    script.observed("1") { $0.status = .inProgress }
    #expect(script.view("1").turn == .doneHere)
    script.observed("1") { $0.status = .awaitingAction }
    #expect(script.view("1").turn == .yours([.awaitingAction]))
  }

  @Test func `a new or refused response makes it yours again`() {
    var script = doneHere()
    script.observed("1") { $0.ask("r2") }
    #expect(script.view("1").turn.isYours)
    script = doneHere()
    script.observed("1") { $0.ask("r1", .failed) }
    #expect(script.view("1").turn.isYours)
  }

  @Test func `a change that asks nothing leaves it done`() {
    var script = doneHere()
    script.observed("1") {
      $0.severity = .high
      $0.owner = "carol"
      $0.title = "Renamed"
    }
    #expect(script.view("1").turn == .doneHere)
  }

  @Test func `Defender saying completed leaves nothing to send`() {
    var script = doneHere()
    script.observed("1") { $0.responses[0].status = .completed }
    #expect(script.view("1").turn == .answered)
  }

  @Test func `a status that was not told may be awaiting you`() {
    var script = JournalScript()
    script.observed("1") { $0.status = .unrecognized("unknownFutureValue") }
    #expect(script.view("1").turn == .yours([.statusNotTold]))
    script.observed("2") { $0.status = .unrecognized("somethingNew") }
    #expect(script.view("2").turn == .watching)
  }

  @Test func `reopening an incident whose part is done asks nothing of you`() {
    var script = doneHere()
    script.by("alice", .closed, on: "1")
    #expect(script.view("1").turn == .closed)
    script.by("alice", .reopened, on: "1")
    #expect(script.view("1").turn == .doneHere)
  }

  @Test func `what the experts failed at can be taken over and carried through`() {
    var script = JournalScript()
    script.observed("1") { $0.ask("r1", .failed, by: .experts) }
    script.by("alice", .step(.started, "r1"), on: "1")
    #expect(script.view("1").turn == .yours([.openResponses(1)]))
    script.by("alice", .step(.completed, "r1"), on: "1")
    #expect(script.view("1").turn == .doneHere)
    script.by("alice", .step(.reopened, "r1"), on: "1")
    #expect(script.view("1").turn.isYours)
    // The experts try again: theirs once more.
    script.observed("1") { $0.ask("r1", .inProgress, by: .experts) }
    #expect(script.view("1").turn == .watching)
    #expect(script.propose("alice", .step(.completed, "r1"), on: "1").unlawful != nil)
  }

  @Test(arguments: [IncidentStatus.resolved, .redirected])
  func `what is closed asks nothing`(status: IncidentStatus) {
    #expect(turn { $0.status = status } == .closed)
  }

  @Test func `a resolved incident with open responses is closed`() {
    let turn = turn {
      $0.status = .resolved
      $0.ask("r1")
    }
    #expect(turn == .closed)
  }

  @Test func `a merge into nowhere stays while it has open responses`() {
    var script = JournalScript()
    script.observed("1") {
      $0.merge(into: "99")
      $0.ask("r1")
    }
    #expect(script.book.row(of: incident("1"))?.turn == .yours([.openResponses(1)]))
    #expect(script.book.row(of: incident("1"))?.isStrayMerge == true)
    script.by("alice", .step(.completed, "r1"), on: "1")
    #expect(script.book.row(of: incident("1"))?.turn == .closed)
  }

  @Test func `since when you are awaited shows only while you are`() {
    var script = JournalScript()
    let since = Timestamp(milliseconds: 1000)
    script.observed("1", since: since) { $0.ask("r1") }
    #expect(script.book.row(of: incident("1"))?.awaitingSince == since)
    script.by("alice", .step(.completed, "r1"), on: "1")
    #expect(script.book.row(of: incident("1"))?.awaitingSince == nil)
    script.undo("alice")
    #expect(script.book.row(of: incident("1"))?.awaitingSince == since)
  }
}
