// SPDX-License-Identifier: MIT

import Cells
import Incidents
import TestSupport
import Testing

@testable import Console

@Suite struct MovingTests {
  /// A queue longer than any page of it.
  static let long = (100..<160).map {
    SampleIncident(id: "\($0)", title: "Incident \($0)", severity: "low", status: "active")
  }

  @Test(arguments: [
    ("j", 101), ("Down", 101), ("j j k", 101), ("j Up", 100), ("k", 100), ("G", 159),
    ("End", 159), ("G g g", 100), ("End Home", 100), ("Ctrl-D", 103), ("PgDn", 103),
    ("Ctrl-D Ctrl-U", 100), ("PgDn PgUp", 100), ("G j", 159), ("G PgDn", 159),
    ("j PgUp", 100),
  ])
  func `keys move the selection in the queue`(keys: String, place: Int) {
    // Four rows of queue are a page of three.
    let story = Story(Self.long, size: Size(rows: 18, columns: 80))
    story.press(keys).expect(selected: "\(place)")
      .expect(screenContains: "Incident \(place)", "\(place - 99)/60")
  }

  @Test(arguments: [
    ("1", Pane.queue), ("2", .summary), ("3", .responses), ("Tab", .summary),
    ("Tab Tab", .responses), ("Tab Tab Tab", .queue), ("Shift-Tab", .responses),
    ("3 2 1", .queue), ("3 Esc", .queue), ("Enter", .summary), ("Enter Esc", .queue),
    ("3 Enter Esc", .responses), ("3 Enter Esc Esc", .queue),
  ])
  func `keys move between the panes`(keys: String, pane: Pane) {
    #expect(Story().press(keys).state.focus == pane)
  }

  @Test(arguments: [
    ("l", SummaryPane.Tab.alerts), ("l l", .evidence), ("h", .notes), ("Right", .alerts),
    ("Left", .notes), ("l h", .summary), ("l l l l l", .summary), ("2 l", .alerts),
  ])
  func `h and l turn the tabs from every pane`(keys: String, tab: SummaryPane.Tab) {
    #expect(Story().press(keys).state.summaryPane.tab == tab)
  }

  @Test(arguments: [
    ("Enter", true), ("Enter Esc", false), ("Enter q", false), ("2 Enter", true),
    ("2 Enter Enter", false), ("3 Enter", true), ("Enter Tab", true), ("Enter 1", false),
  ])
  func `Enter zooms and Esc takes it back`(keys: String, isZoomed: Bool) {
    let story = Story().press(keys)
    #expect(story.state.isZoomed == isZoomed)
    #expect(!story.hasQuit)
  }

  @Test func `unzooming leaves the selection on the screen where it was`() {
    let story = Story(Self.long).press("G k k")
    let before = story.screen
    story.press("Enter Tab Esc Esc")
    #expect(story.screen == before)
  }

  @Test func `Esc never quits, q does`() {
    let story = Story().press("Esc Esc Esc Esc")
    #expect(!story.hasQuit)
    #expect(story.press("q").hasQuit)
  }

  @Test(arguments: ["g x", "g a", "g Esc", "g G"])
  func `a key that does not continue a sequence cancels it and does nothing`(keys: String) {
    let story = Story().press("j " + keys)
    story.expect(selected: "2972410").expect(journal: [])
    #expect(story.state.pendingKeys.isEmpty && story.state.overlay == nil)
  }

  @Test func `an unfinished sequence shows how it can go on`() {
    Story().press("g").expect(screenContains: "╭ g ─", "g     First")
  }

  @Test func `a key of another pane says where it does something`() {
    Story().press("x").expect(journal: [])
      .expect(screenContains: "x is Mark done in pane 3 Responses.")
  }

  @Test func `the summary scrolls by lines and pages and stops at its ends`() {
    let story = Story().press("2 k")
    #expect(story.state.summaryPane.top == 0)
    #expect(story.press("j").state.summaryPane.top == 1)
    story.press("G")
    let last = story.state.summaryPane.top
    #expect(last > 1 && story.press("j").state.summaryPane.top == last)
    #expect(story.press("g g").state.summaryPane.top == 0)
    story.expect(screenContains: "0%")
  }

  @Test(arguments: [
    ("3", "r1"), ("3 j", "r2"), ("3 G", "r4"), ("3 G k", "r3"), ("3 G g g", "r1"),
    ("3 G j", "r4"),
  ])
  func `keys move the selection among the responses`(keys: String, response: String) {
    #expect(Story().press(keys).state.responsesPane.selection == response)
  }
}
