// SPDX-License-Identifier: MIT

import Cells
import Incidents
import TestSupport
import Testing

@testable import Console

@Suite struct StoryTests {
  /// High incidents that have waited longer than the ransomware.
  static let earlier = ["2972390", "2972391"].map { id in
    var incident = SampleIncident(
      id: id, title: "Older case \(id)", severity: "high", status: "awaitingAction",
      updated: "2026-11-23T05:00:00Z")
    var task = SampleTask(id: "t\(id)", title: "Call the site", action: "text")
    task.texts["createdDateTime"] = "2026-11-23T05:00:00Z"
    incident.tasks = [task]
    return incident
  }

  @Test func `shift change: the header says what waits and how old the data is`() {
    let story = Story()
    story.clock.advance(minutes: 135)
    story.tell(.ticked(story.clock.now))
    story.expect(
      screenContains: "4 your move · 3 overdue · 5 open", "data 2h15 old · alice · 10:56Z",
      "! a −3:06")
  }

  @Test func `ransomware at night: from the queue to a recorded isolation`() {
    let story = Story(SampleIncident.queue + Self.earlier)
    story.press("j j Enter").expect(selected: "2972395").expect(
      screenContains: "2 Summary · 2972395 · HIGH · Awaiting your action",
      "A user opened a lure; a loader ran and an operator reached")
    story.press("a").expect(
      screenContains: "Saved #9, now row ", ": 2972395 acknowledged · u takes it back.")
    story.press("3").expect(screenContains: "▌ ▢ Isolate device FIN-SRV-04")
    let statement =
      "This records that FIN-SRV-04 (id \(SampleIncident.server)) has been isolated. "
      + "tocsin does not isolate it."
    #expect(story.press("x").words.contains(statement))
    story.expect(journal: ["acknowledged"])
    story.press("y").expect(journal: ["acknowledged", "response.completed"])
    story.expect(
      screenContains: "Saved #10: marked done Isolate device FIN-SRV-04",
      "▣ Isolate device FIN-SRV-04", "completed here · Defender: open")
  }

  @Test func `a slip of the keys isolates no machine`() {
    let story = Story().press("3 x Enter x Space x Esc x j k n x")
    story.expect(journal: [])
    #expect(story.question != nil)
  }

  @Test func `what was taken back can be done again, in a later session too`() {
    let clock = FixedClock()
    let store = MemoryStore(holding: SampleIncident.queue, clock: clock)
    Story(on: store, clock: clock).press("3 x y")
    let later = Story(on: store, clock: clock)
    later.press("j").expect(screenContains: "completed here").press("u")
    later.expect(screenContains: "Taken back on 2972395: marked done Isolate device FIN-SRV-04")
    #expect(later.state.selectedView?.response("r1")?.status.value == .open)
    later.press("U").expect(screenContains: "Done again on 2972395")
    #expect(later.state.selectedView?.response("r1")?.status.value == .completed)
    later.expect(journal: ["response.completed", "undone", "undone"])
  }

  @Test func `two consoles: who comes second is told who was first`() {
    let alice = Story()
    let bob = alice.colleague("bob")
    bob.press("w Ctrl-U b o b Enter").expect(journal: ["assigned"])
    alice.press("w Enter").expect(journal: ["assigned"])
    alice.expect(
      screenContains: "Now: bob.", "Not recorded: bob set the owner to bob at 08:41Z.")
    // Now that she has seen it, it is hers to change.
    alice.press("Enter").expect(journal: ["assigned", "assigned"])
  }

  @Test func `acknowledging what a colleague acknowledged writes nothing`() {
    let alice = Story()
    alice.colleague("bob").press("a")
    alice.press("a").expect(journal: ["acknowledged"])
      .expect(screenContains: "bob acknowledged it at 08:41Z.")
  }

  @Test func `resolving over a colleague's resolution is a conflict`() {
    let alice = Story([.spray])
    alice.press("R l Tab l Tab Tab Tab Enter")
    alice.colleague("bob").press("R l Tab l l Tab Tab Tab Enter y").expect(journal: ["resolved"])
    alice.press("y").expect(journal: ["resolved"])
    alice.expect(screenContains: "bob set the status to Resolved at 08:41Z.")
  }

  @Test func `resolve and reopen`() {
    let story = Story([.spray, .mail]).press("j R l Tab l Tab Tab Tab Enter y")
    story.expect(journal: ["resolved"]).expect(selected: "2972401")
      .expect(screenContains: "2972388 resolved · u takes it back.")
    story.press("/").type("is:closed").press("Enter").expect(selected: "2972388")
    story.expect(screenContains: "Resolved here · Defender: Active")
    story.press("o").expect(journal: ["resolved", "reopened"])
    story.press("Esc").expect(screenContains: "2 open")
  }

  @Test func `a colleague resolves while the filter is typed`() {
    let alice = Story().press("/").type("spray").expect(selected: "2972388")
    let bob = alice.colleague("bob").press("G").expect(selected: "2972388")
    bob.press("R l Tab l Tab Tab Tab Enter y").expect(journal: ["resolved"])
    alice.refresh().expect(selected: nil)
      .expect(screenContains: "Nothing matches the filter.", "/ spray")
    alice.type(" is:any").expect(selected: "2972388").press("Enter")
    alice.expect(screenContains: "Resolved here · Defender: Active")
  }

  @Test func `what a colleague ended meanwhile is refused with their name`() {
    let alice = Story()
    let bob = alice.colleague("bob")
    alice.press("3 s").type("no window")
    bob.press("3 x y").expect(journal: ["response.completed"])
    alice.press("Enter y").expect(journal: ["response.completed"])
    alice.expect(screenContains: "bob set it to completed")
  }

  @Test func `the suggested owner gives way to the first key`() {
    let story = Story().press("w").type("rob").press("Enter")
    #expect(story.state.selectedView?.owner.value == "rob")
  }

  @Test func `an action on a response leaves the others alone`() {
    let story = Story().press("3 j x")
    let statuses = story.state.selectedView?.responses.map(\.status.value)
    #expect(statuses == [.open, .completed, .inProgress, .completed])
  }

  @Test func `messages keep what the bottom line said, in full`() {
    let story = Story().press("a k c").type(String(repeating: "long ", count: 30)).press("Enter")
    story.press("! G").expect(
      screenContains: "Saved #7, now row 2 of 5: 2972395 acknowledged",
      "Saved #8: comment on 2972410", "Esc closes"
    )
    story.press("Esc")
    #expect(story.state.overlay == nil)
  }
}
