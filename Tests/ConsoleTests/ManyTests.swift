// SPDX-License-Identifier: MIT

import Cells
import Incidents
import TestSupport
import Testing

@testable import Console

@Suite struct ManyTests {
  /// Twelve quiet incidents.
  static let dozen = (0..<12).map { place in
    SampleIncident(
      id: "\(100 + place)", title: "Number \(place)", severity: "low", status: "active")
  }

  @Test func `few reversible ones are done at once, in one line, and are no longer marked`() {
    let story = Story().press("Space Space a").expect(journal: ["acknowledged"])
    #expect(story.state.book.actions.last?.incidents == [id("2972395"), id("2972410")])
    #expect(story.marked.isEmpty && story.state.overlay == nil)
    story.expect(
      screenContains: ": 2972395, 2972410 acknowledged · u takes it back.")
  }

  @Test func `more than ten are asked about, with count, scope and the way back`() {
    let story = Story(Self.dozen).press("* /").type("110").press("Enter a")
    story.expect(journal: [])
    story.expect(
      screenContains: "Acknowledge 12 incidents", "12 marked, 11 of them hidden by the filter.",
      "u takes the line back", "y record it")
    story.press("Enter").expect(journal: [])
    #expect(story.marked.count == 12)
    story.press("a y").expect(journal: ["acknowledged"])
    story.expect(screenContains: ": 12 incidents acknowledged")
    #expect(story.marked.isEmpty)
  }

  @Test func `a paste is no answer to the question about many`() {
    Story(Self.dozen).press("* a").paste("y").expect(journal: [])
  }

  @Test func `who cannot take part is listed with the reason and stays marked`() {
    let story = Story().press("/").type("is:any").press("Enter * a y")
    story.expect(journal: ["acknowledged"])
    #expect(story.marked == ["2972350"])
    #expect(story.report?.facts.map(\.label) == ["2972350"])
    #expect(story.report?.facts.map(\.value) == ["It is resolved; reopen it first."])
    story.press("a Esc").expect(journal: ["acknowledged"])
    story.press("g l").expect(screenContains: "It is resolved; reopen it first.")
  }

  @Test func `when none can take part nothing is recorded, and it says why`() {
    let story = Story().press("a Space a").expect(journal: ["acknowledged"])
    story.expect(screenContains: "alice acknowledged it at")
    #expect(story.marked == ["2972395"])
  }

  @Test func `a colleague's change since it was seen leaves only that one out`() {
    let story = Story().press("Space Space w").type("carol")
    let bob = story.colleague("bob").press("w").type("dave").press("Enter")
    bob.expect(journal: ["assigned"])
    story.press("Enter").expect(journal: ["assigned", "assigned"])
    #expect(story.state.book.actions.last?.incidents == [id("2972410")])
    #expect(story.marked == ["2972395"])
    story.expect(screenContains: "bob set the owner to dave")
  }

  @Test func `one comment goes to all, and is kept until it is on the disk`() {
    let story = Story().press("Space Space c").type("call site IT").press("Esc")
    story.expect(journal: []).press("c").expect(screenContains: "call site IT", "2 marked.")
    story.press("Enter").expect(journal: ["commented"])
    #expect(story.state.manyDrafts.isEmpty)
    #expect(story.state.book.view(of: id("2972410"))?.remarks.map(\.text) == ["call site IT"])
  }

  @Test func `a text for many is offered again for the same ones only`() {
    let story = Story(Self.dozen).press("Space Space c").type("for two").press("Esc")
    story.press("Space c").expect(screenContains: "3 marked").expect(screenLacks: "for two")
    story.press("Esc k Space c").expect(screenContains: "for two")
    story.press("Esc z").type("3h").press("Enter").type("they call").press("Esc M Space z Tab Tab")
    story.expect(screenLacks: "they call")
    let forms = Story(Self.dozen).press("Space Space R l Tab l Tab").type("all the same")
    forms.press("Esc M j Space R").expect(screenLacks: "all the same")
  }

  @Test func `a reason for responses is offered again for the same ones only`() {
    var other = SampleIncident.ransomware
    other.id = "2972396"
    let story = Story([.ransomware, other]).press("* s").type("for all").press("Esc s")
    story.expect(screenContains: "for all").press("Esc M s").expect(screenLacks: "for all")
    story.type("for one").press("Esc j s").expect(screenLacks: "for one")
    story.press("Esc k s").expect(screenContains: "for one").press("Enter y M k s")
    story.expect(screenLacks: "for one")
  }

  @Test func `where nothing is open to be skipped no reason is asked for`() {
    let story = Story(Self.dozen).press("Space Space s").expect(journal: [])
    #expect(story.prompt == nil)
    story.expect(screenContains: "Nothing was recorded: none of 2 incidents can take part.")
    story.expect(screenContains: "No response of yours is open in it.")
  }

  @Test func `tags and snoozes go to all, too`() {
    let story = Story().press("Space Space")
    story.press("t").type("vip, -old").press("Enter")
    story.expect(journal: ["tagged"]).press("g g Space Space")
    story.press("z").type("3h").press("Enter")
    story.expect(screenContains: "Snooze 2 incidents", "2 marked", "Reason").type("they call back")
      .press("Enter")
    story.expect(journal: ["tagged", "snoozed"])
    guard case .snoozed(let snooze) = story.state.book.actions.last?.event else {
      Issue.record("nothing was snoozed")
      return
    }
    #expect(snooze.until == Timestamp(milliseconds: story.clock.now.milliseconds + 3 * 3_600_000))
  }

  @Test func `resolving many always asks, and the gravest must be done by itself`() {
    let story = Story().press("Space j Space R l Tab l Tab").type("all the same").press(
      "Tab Tab Enter")
    story.expect(
      screenContains: "Resolve 1 incident", "2 marked.", "1 incident stays marked", "all the same")
    story.press("y").expect(journal: ["resolved"])
    #expect(story.marked == ["2972395"])
    story.expect(screenContains: "High severity, and responses are open: resolve it by itself.")
  }

  @Test func `several responses are done in one line after every target was shown`() throws {
    let story = Story().press("3 * x")
    let question = try #require(story.question)
    #expect(question.list.items.count == 2)
    story.expect(screenContains: "Mark done 2 responses", SampleIncident.server)
    story.resize(rows: 12, columns: 60).press("y").expect(journal: [])
    story.expect(screenContains: "and 2 more responses: j scrolls, then y", "Esc cancel")
    story.resize(rows: 24, columns: 80).press("y").expect(journal: ["response.completed"])
    #expect(
      story.report?.facts.map(\.value).allSatisfy { $0 == "Defender Experts perform this one." }
        == true)
    #expect(story.state.responsesPane.marks == ["r3", "r4"])
  }

  @Test func `several responses are skipped with one reason`() {
    let story = Story().press("3 Space Space s").type("the site is gone").press("Enter y")
    story.expect(journal: ["response.skipped"])
    let view = story.state.book.view(of: id("2972395"))
    #expect(view?.response("r2")?.status.current.note == "the site is gone")
  }

  @Test func `what is open in marked incidents is skipped in one line, for one reason`() {
    let story = Story().press("* s")
    story.expect(screenContains: "Skip what is open in 5 incidents", "5 marked. One reason")
    story.type("the site is gone").press("Enter")
    story.expect(screenContains: "Defender is not told.", "Reason", "the site is gone")
    story.expect(journal: []).press("y").expect(journal: ["response.skipped"])
    let book = story.state.book
    let done = book.actions.last?.incidents ?? []
    #expect(done.count > 1 && !done.contains { isOpen(book, $0) })
    #expect(
      story.report?.facts.map(\.value).contains("No response of yours is open in it.") == true)
    #expect(
      story.report?.statement
        == "5 responses of 4 incidents recorded in line 7. "
        + "1 incident could not take part and stays marked:")
    story.press("Esc u").expect(journal: ["response.skipped", "undone"])
    #expect(isOpen(story.state.book, id("2972395")))
  }

  private func isOpen(_ book: CaseBook, _ incident: IncidentID) -> Bool {
    book.view(of: incident)?.responses.contains(where: \.isOpenForCustomer) ?? false
  }

  @Test func `what is open in one incident is skipped from the queue`() {
    let story = Story().press("s").type("the site is gone").press("Enter y")
    story.expect(journal: ["response.skipped"])
    story.press("s").expect(screenContains: "No response of yours is open in it.")
  }

  @Test func `many are taken back and done again with one key each, after a question`() {
    let story = Story(Self.dozen).press("* a y u")
    story.expect(screenContains: "Take back on 12 incidents", "U does it again.")
    story.press("y").expect(journal: ["acknowledged", "undone"])
    #expect(story.state.book.view(of: id("105"))?.acknowledgement.value == nil)
    story.press("U y").expect(journal: ["acknowledged", "undone", "undone"])
    #expect(story.state.book.view(of: id("105"))?.acknowledgement.value != nil)
  }

  @Test func `what a colleague changed since is left as it is, and listed`() {
    let story = Story().press("Space Space w").type("carol").press("Enter")
    story.colleague("bob").press("w").type("dave").press("Enter")
    story.refresh().press("u").expect(journal: ["assigned", "assigned", "undone"])
    #expect(story.report?.facts.map(\.label) == ["2972395"])
    story.expect(screenContains: "bob changed it since: now dave.")
    #expect(story.state.book.view(of: id("2972395"))?.owner.value == "dave")
  }

  @Test func `undo and redo go on where another console of the same person left off`() {
    let story = Story().press("Space Space a j a")
    let later = Story(on: story.store, clock: story.clock).press("u u")
    later.expect(journal: ["acknowledged", "acknowledged", "undone", "undone"])
    let last = Story(on: story.store, clock: story.clock).press("U")
    #expect(
      last.state.book.view(of: id("2972410"))?.acknowledgement.value?.by == story.state.author)
  }

  @Test func `the dot repeats the last action on the selection or the marks, and says what`() {
    let story = Story().press(".").expect(
      screenContains: "Nothing was done yet that can be repeated.")
    story.press("w").type("carol").press("Enter j .")
    story.expect(journal: ["assigned", "assigned"])
    story.expect(screenContains: "2972410 assigned to carol · u takes it back.")
    story.press("j Space j Space .").expect(journal: ["assigned", "assigned", "assigned"])
    #expect(story.state.book.actions.last?.incidents.count == 2)
  }

  @Test func `the dot never repeats what asks first`() {
    let story = Story([.ransomware]).press("3 j x k .")
    story.expect(journal: ["response.completed"]).expect(screenContains: "Repeat: Mark done asks")
    story.press("u 1 .").expect(screenContains: "Mark done is repeated on a response")
    Story([.spray]).press("/").type("is:any").press("Enter R l Tab l Tab Tab Tab Enter y o .")
      .expect(
        journal: ["resolved", "reopened"])
  }
}
