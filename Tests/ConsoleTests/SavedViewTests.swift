// SPDX-License-Identifier: MIT

import Cells
import Incidents
import TestSupport
import Testing

@testable import Console

@Suite struct SavedViewTests {
  private static let own = [
    SavedView(name: "carol's", query: "owner:carol"), SavedView(name: "broken", query: "tagg:x"),
  ]

  private func shown(_ story: Story) -> [String] { story.state.queuePane.shown.map(\.text) }

  private func story() -> Story { Story().set { $0.savedViews = Self.own } }

  @Test func `V lists the views, everybody's first`() {
    story().press("V").expect(
      screenContains: "╭ Views ─", "1  open                    open incidents",
      "2  yours                   is:yours", "5  high                    sev:high..",
      "8  carol's                 owner:carol", "Enter or its number shows it     Esc close")
  }

  @Test(arguments: [
    ("j Enter", "yours", 4), ("5", "high", 2), ("k k Enter", "carol's", 1),
    ("7", "all", 6),
  ])
  func `a view that is chosen is shown by its name`(keys: String, name: String, count: Int) {
    let story = story().press("V " + keys)
    #expect(shown(story).count == count)
    story.expect(screenContains: "1 Queue · view \(name)")
    #expect(story.state.overlay == nil)
    story.press("V").expect(screenContains: "Views")
    story.press("Esc").expect(screenContains: "view \(name)")
  }

  @Test func `a filter that asks the same has the view's name`() {
    story().press("/").type("severity:HIGH..").press("Enter")
      .expect(screenContains: "view high · open only")
  }

  @Test func `the first view shows every open incident again`() {
    let story = story().press("V 5 V 1")
    #expect(shown(story).count == 5)
    story.expect(screenContains: "open incidents")
  }

  @Test func `a view that is no query says why, and the menu stays`() {
    let story = story().press("V 9").expect(
      screenContains: "View broken: `tagg:` is no field; did you mean `tag:`?", "Views")
    #expect(shown(story).count == 5)
  }

  @Test func `the menu of many views scrolls on a low screen`() {
    let many = (0..<30).map { SavedView(name: "view \($0)", query: "w\($0)") }
    let story = Story(size: Size(rows: 12, columns: 60)).set { $0.savedViews = many }
    story.press("V k").expect(screenContains: "view 29").expect(screenLacks: "unacknowledged")
    story.press("j").expect(screenContains: "unacknowledged")
  }

  @Test func `the selected view is marked without colour, and its query shows whole at 60x12`() {
    let long = SavedView(name: "night", query: "sev:high.. owner:none not tag:reviewed age:1h..")
    let story = Story(size: Size(rows: 12, columns: 60)).set { $0.savedViews = [long] }
    story.press("V").expect(screenContains: "▌ 1  open").expect(screenLacks: "▌ 8")
    story.press("k").expect(screenContains: "▌ 8  night", long.query, "Esc close")
  }
}
