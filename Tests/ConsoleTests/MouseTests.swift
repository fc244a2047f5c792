// SPDX-License-Identifier: MIT

import Cells
import TestSupport
import Testing

@testable import Console

@Suite struct MouseTests {
  /// The cell where a text begins on the screen.
  private func point(of text: String, in story: Story) throws -> Point {
    for (row, line) in story.screen.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      guard let start = line.range(ofText: text) else { continue }
      return Point(row: row, column: start)
    }
    throw NotShown(text: text)
  }

  struct NotShown: Error { let text: String }

  private func click(_ text: String, in story: Story) throws {
    story.tell(.mouse(Mouse(.press, at: try point(of: text, in: story))))
  }

  @Test func `it is off until it is asked for`() throws {
    let story = Story()
    try click("Suspicious inbox", in: story)
    story.expect(selected: "2972395")
    story.press("F3").expect(screenContains: "The mouse is on")
    try click("Suspicious inbox", in: story)
    story.expect(selected: "2972401")
    story.press("F3").expect(screenContains: "The mouse is off.")
    #expect(!story.state.usesMouse)
  }

  @Test func `turning it on and off is asked of the terminal`() {
    var state = Story().state
    #expect(state.update(.key(.function(3), at: 0)).contains(.mouse(true)))
    #expect(state.update(.key(.function(3), at: 0)).contains(.mouse(false)))
  }

  @Test(arguments: [Size(rows: 24, columns: 80), Size(rows: 40, columns: 140)])
  func `a click selects a row, a pane, a tab, a response`(size: Size) throws {
    let story = Story(size: size).press("F3")
    try click("Alerts 1", in: story)
    #expect(story.state.focus == .summary && story.state.summaryPane.tab == .alerts)
    try click("Reset password", in: story)
    #expect(story.state.focus == .responses && story.state.responsesPane.selection == "r2")
    try click("Suspicious inbox", in: story)
    #expect(story.state.focus == .queue)
    story.expect(selected: "2972401").expect(journal: [])
  }

  @Test func `the wheel goes down the queue, and scrolls what lies under it`() throws {
    let story = Story().press("F3")
    let rows = try point(of: "Suspicious inbox", in: story)
    story.tell(.mouse(Mouse(.wheelDown, at: rows)))
    #expect(story.state.queuePane.place == 1)
    story.tell(.mouse(Mouse(.wheelUp, at: rows)))
    #expect(story.state.queuePane.place == 0)
    let text = try point(of: "Experts", in: story)
    story.tell(.mouse(Mouse(.wheelDown, at: text)))
    #expect(story.state.summaryPane.top > 0 && story.state.focus == .queue)
  }

  @Test(arguments: ["3 x", "R", "c", "w", "/", "y"])
  func `it answers no question and fills no form`(keys: String) {
    let story = Story().press("F3").press(keys)
    let before = story.state
    #expect(before.overlay != nil)
    for row in 0..<24 {
      for column in stride(from: 0, to: 80, by: 3) {
        let point = Point(row: row, column: column)
        for kind in [Mouse.Kind.press, .wheelUp, .wheelDown] {
          story.tell(.mouse(Mouse(kind, at: point)))
        }
      }
    }
    #expect(story.state == before)
    story.expect(journal: [])
  }

  @Test func `the wheel scrolls the help`() {
    let story = Story(size: Size(rows: 14, columns: 80)).press("F3 ?")
    let first = story.screen
    story.tell(.mouse(Mouse(.wheelDown, at: Point(row: 5, column: 5))))
    #expect(story.screen != first)
    story.tell(.mouse(Mouse(.wheelUp, at: Point(row: 5, column: 5))))
    #expect(story.screen == first)
  }

  @Test func `no click anywhere records anything`() {
    let story = Story(size: Size(rows: 24, columns: 130)).press("F3")
    for row in -1...30 {
      for column in stride(from: -1, to: 140, by: 4) {
        story.tell(.mouse(Mouse(.press, at: Point(row: row, column: column))))
      }
    }
    #expect(story.state.overlay == nil)
    story.expect(journal: [])
  }
}

extension Substring {
  /// The column at which a text begins; every character here takes one.
  fileprivate func range(ofText text: String) -> Int? {
    let scalars = Array(self)
    let wanted = Array(text)
    guard scalars.count >= wanted.count else { return nil }
    return (0...(scalars.count - wanted.count)).first { start in
      Array(scalars[start..<(start + wanted.count)]) == wanted
    }
  }
}
