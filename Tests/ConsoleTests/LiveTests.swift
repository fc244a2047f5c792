// SPDX-License-Identifier: MIT

import Cells
import HostileText
import Incidents
import TestSupport
import Testing

@testable import Console

/// That what others do shows at once, and never disturbs what somebody is doing.
@Suite struct LiveTests {
  private func late(_ id: String, severity: String = "low") -> SampleIncident {
    SampleIncident(id: id, title: "Late \(id)", severity: severity, status: "awaitingAction")
  }

  @Test(arguments: ["c", "w", "R", "3 x", "3 s", "y"])
  func `nothing moves under a dialog, and all of it is there afterwards`(keys: String) {
    let story = Story().press(keys)
    let bob = story.colleague("bob").press("a")
    let before = story.state
    let panes = story.screen.split(separator: "\n").dropFirst()
    story.arrives(late("2972999", severity: "high"))
    #expect(story.state.queuePane == before.queuePane)
    #expect(story.state.queue == before.queue && story.state.overlay == before.overlay)
    #expect(story.screen.split(separator: "\n").dropFirst() == panes)
    story.expect(screenContains: "2 changes wait")
    story.press("Esc").expect(screenLacks: "changes wait").expect(
      screenContains: "Late 2972999")
    #expect(story.state.heldNews.isEmpty && story.state.book.seq == 8)
    #expect(story.state.selectedID == before.selectedID)
    #expect(bob.journal == ["acknowledged"])
  }

  @Test func `a filter goes on with the news`() {
    let story = Story().press("/").type("late")
    story.arrives(late("2972999"))
    story.expect(screenContains: "Late 2972999").expect(selected: "2972999")
  }

  @Test func `the answer to a question is judged by the store, and the news follow it`() {
    let alice = Story().press("R l Tab l Tab").type("Seen this before")
    let bob = alice.colleague("bob").press("R l Tab l Tab Tab Tab Enter")
    bob.answer()
    bob.expect(journal: ["resolved"])
    alice.refresh().expect(screenContains: "1 change waits").expect(
      screenLacks: "no longer shown")
    alice.press("Tab Tab Enter")
    alice.answer()
    alice.expect(journal: ["resolved"])
    let said = alice.state.notices.map(\.text)
    #expect(
      said.contains(
        "Not recorded: bob set the status to Resolved at 08:41Z. (2972395) Your text is kept."))
    #expect(alice.state.drafts[.resolution(id("2972395"))] == "Seen this before")
    #expect(alice.state.heldNews.isEmpty)
  }

  @Test func `what a colleague did already is said with name and time`() {
    let alice = Story().press("3 x")
    let bob = alice.colleague("bob").press("3 x")
    bob.answer()
    alice.answer()
    alice.expect(screenContains: "It is already marked done: bob, 08:41Z.")
    alice.expect(journal: ["response.completed"])
  }

  @Test func `a document that comes while a dialog is open is read when it is gone`() {
    let story = Story()
    story.holdsEffects = true
    story.press("c").tell(.opened(id("2972395"), nil))
    #expect(story.state.opened != nil && story.held.isEmpty)
    story.press("Esc")
    #expect(story.held == [.open(id("2972395"))])
  }

  @Test func `what comes in is announced, counted, and marked until it is looked at`() {
    let story = Story()
    story.arrives(late("2972999", severity: "high"))
    story.expect(screenContains: "1 new · 2972999 HIGH Late 2972999", "open · 1 new", "^")
    story.arrives(late("2972998", severity: "high"))
    story.expect(screenContains: "2 new · 2972998 HIGH Late 2972998")
    #expect(story.state.notices.filter { $0.kind == .news }.count == 1)
    story.press("g g")
    for _ in story.state.queuePane.shown { story.press("j") }
    #expect(story.state.news.isEmpty)
    story.expect(screenLacks: "new")
  }

  @Test func `what comes in and is not shown is announced as hidden`() {
    let story = Story().press("/").type("2972395").press("Enter")
    story.arrives(late("2972999"))
    story.expect(screenContains: "1 new · 2972999 LOW Late 2972999 (hidden by the filter)")
    story.arrives(SampleIncident(id: "2972997", title: "Over", severity: "low", status: "resolved"))
    story.expect(screenLacks: "2 new")
  }

  @Test func `what another did is marked, and said of the incident one looks at`() {
    let story = Story()
    let bob = story.colleague("bob").press("a j a")
    story.refresh()
    story.expect(screenContains: "2972395 · bob: acknowledged", "~")
    let other = bob.state.selectedID
    #expect(story.state.news == other.map { [$0: .changed] })
    #expect(story.press("j").state.news.isEmpty)
    // What one did oneself is no news.
    #expect(story.press("c").type("mine").press("Enter k").state.news.isEmpty)
  }

  @Test
  func `what others changed elsewhere is counted in words, once, and kept among the messages`() {
    let story = Story().press("G g g")
    let bob = story.colleague("bob").press("j a")
    story.refresh().expect(screenContains: "1 changed · is:changed shows it")
    bob.press("j a j a")
    story.refresh().expect(screenContains: "3 changed · is:changed shows them")
    #expect(story.state.notices.filter { $0.kind == .news }.count == 1)
    bob.press("g g a j c").type("by phone").press("Enter")
    story.refresh().expect(screenContains: "2972395 · bob: acknowledged · 3 changed")
  }

  @Test func `a view of what changed goes on with what others do`() {
    let story = Story().press("/").type("is:changed").press("Enter").expect(selected: nil)
    let bob = story.colleague("bob").press("j a")
    story.refresh().expect(selected: bob.state.selectedID?.text)
    bob.press("j a")
    story.refresh()
    #expect(story.state.queuePane.shown.count == 2)
  }

  @Test func `an announcement does not hide what was said before it`() {
    let story = Story().press("a").expect(screenContains: "Saved #7")
    story.arrives(late("2972999"))
    story.expect(screenContains: "Saved #7", "open · 1 new")
    #expect(story.state.notices.last?.text.contains("2972999") == true)
    story.press("j").arrives(late("2972998"))
    story.expect(screenContains: "2 new · 2972998")
  }

  @Test func `a store that cannot be written any more says so once`() {
    let story = Story().tell(.becameReadOnly("Its disk failed."))
    story.expect(screenContains: "Read-only now. Its disk failed.", "read-only")
    story.press("j").tell(.becameReadOnly("Its disk failed."))
    story.expect(screenLacks: "Read-only now")
    story.tell(.becameWritable).expect(screenContains: "The store can be written again.")
  }

  @Test func `who looks at the top sees what comes in there, who works below is not pushed`() {
    let top = Story(MovingTests.long)
    top.arrives(late("90", severity: "high"))
    #expect(top.state.queuePane.top == 0 && top.state.queuePane.place == 1)
    let working = Story(MovingTests.long).press("j j")
    working.arrives(late("90", severity: "high"))
    #expect(working.state.queuePane.top == 1 && working.state.queuePane.place == 3)
    #expect(working.press("g g").state.queuePane.followsTop)
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `a thousand changes leave the selection and its place on the screen alone`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    func incident() -> SampleIncident {
      late(
        "\(Int.random(in: 100..<400, using: &generator))",
        severity: ["high", "medium", "low"].randomElement(using: &generator) ?? "")
    }
    let story = Story(
      (100..<160).map { late("\($0)") }, size: Size(rows: 24, columns: 80))
    story.press("Ctrl-D j")
    var kept = 0
    for number in 0..<1000 {
      if number.isMultiple(of: 50) {
        story.press(["j", "k", "Ctrl-D", "Ctrl-U", "k k"].randomElement(using: &generator) ?? "j")
      }
      let before = story.state.queuePane
      var change = incident()
      // Each is newer than the last, or it would be skipped.
      let second = number % 60
      let minute = number / 60 + 10
      change.texts["lastUpdateDateTime"] =
        "2026-11-23T08:\(minute):\(second < 10 ? "0" : "")\(second)Z"
      story.arrives(change)
      let after = story.state.queuePane
      #expect(after.selection == before.selection)
      let place = after.place ?? -1
      let line = (before.place ?? 0) - before.top
      let rows = Frame(story.state).rows(of: .queue)
      // The list has an end on either side; only there can the row not stay where it was.
      if place >= line, place - line <= after.shown.count - rows {
        #expect(place - after.top == line)
        kept += 1
      }
      #expect((after.top..<after.top + rows).contains(place))
    }
    #expect(kept > 800)
  }
}

extension Story {
  /// Says yes to the question on top, as it asks for it.
  fileprivate func answer() {
    if let target = question?.target { type(target).press("Enter") } else { press("y") }
  }
}
