// SPDX-License-Identifier: MIT

import Cells
import IncidentStore
import Incidents
import TestSupport
import Testing

@testable import Console

@Suite struct ApprovalStoryTests {
  private let story: Story

  init() throws {
    story = Story()
    var rule = ApprovalRule()
    rule.containment = true
    _ = try story.store.commit(
      Proposal(RecordEdit(ApprovalRule.subject, rule.fields), seen: nil), by: Story.author("alice"))
    story.refresh()
  }

  private func status() throws -> ResponseStatus? {
    try story.store.snapshot().view(of: #require(IncidentID("2972395")))?.response("r1")?
      .status.value
  }

  @Test func `what needs a second person is asked for, approved by another, and done`() throws {
    story.press("3 x y")
    #expect(story.screen.contains("Ask for approval"))
    #expect(story.screen.contains("needs a second person"))
    story.press("y")
    #expect(try status() == .open)
    let colleague = story.colleague("bob")
    colleague.press("g a")
    #expect(colleague.screen.contains("waits for approval"))
    colleague.press("a y")
    #expect(try status() == .open)
    story.refresh()
    story.press("g a x y")
    #expect(try status() == .completed)
    #expect(story.screen.contains("done in line"))
  }

  @Test func `what is asked for on several incidents names each`() throws {
    var rule = ApprovalRule()
    rule.over = 5
    let many = Story(ManyTests.dozen)
    _ = try many.store.commit(
      Proposal(RecordEdit(ApprovalRule.subject, rule.fields), seen: nil), by: Story.author("alice"))
    many.refresh().press("* R l Tab l Tab Tab Tab Enter y")
    many.expect(screenContains: "Ask for approval", "Incidents 100, 101, 102", "111")
  }

  @Test func `who approves sees the target by id, the incident and the note, never raw JSON`() {
    story.press("3 x y y")
    let colleague = story.colleague("bob").resize(rows: 30, columns: 100).press("g a")
    let target = "FIN-SRV-04 (id \(SampleIncident.server))"
    colleague.expect(screenContains: "Incidents 2972395", target, "response r1)")
    colleague.expect(screenLacks: "{\"")
    colleague.press("a").expect(
      screenContains: "This records that you approve exactly this", "Incidents 2972395", target)
  }

  @Test func `what cannot be read is not approved`() throws {
    let subject = try #require(Subject(.request, String(repeating: "a", count: 64)))
    let fields = ["words": "resolved", "expires": "2030-01-01T00:00:00.000Z", "action/00": "{}"]
    _ = try story.store.commit(
      Proposal(RecordEdit(subject, fields), seen: nil), by: Story.author("alice"))
    story.colleague("bob").press("g a a").expect(
      screenContains: "What exactly is asked for cannot be read here.")
    #expect(try story.store.snapshot().approvalRequests.first?.approvers.isEmpty == true)
  }

  @Test func `asked twice, the first request stands, and it says so`() throws {
    story.press("3 x y y").press("x y y")
    #expect(try story.store.snapshot().approvalRequests.count == 1)
    #expect(story.state.notice?.text.hasPrefix("You asked for exactly that already;") == true)
  }

  @Test func `a request and its approval are announced while others work`() throws {
    let colleague = story.colleague("bob")
    story.press("3 x y y")
    colleague.refresh()
    colleague.expect(screenContains: "alice asks for approval: marked done Isolate")
    colleague.press("g a a y")
    story.press("1").press("Esc").refresh()
    story.expect(screenContains: "bob approved: marked done Isolate")
  }

  @Test func `whoever asked cannot approve, and does nothing before somebody did`() throws {
    story.press("3 x y y g a a")
    #expect(story.state.notice?.text == "Approve: Whoever asked cannot approve it.")
    story.press("x")
    #expect(story.state.notice?.text == "Do it: Nobody else approved it yet.")
    story.press("w")
    #expect(story.screen.contains("withdrawn"))
    #expect(try status() == .open)
  }

  @Test func `the question takes no answer but y`() throws {
    story.press("3 x y")
    story.press(.enter)
    #expect(try story.store.snapshot().approvalRequests.isEmpty)
  }
}
