// SPDX-License-Identifier: MIT

import Cells
import Incidents
import TestSupport
import Testing

@testable import Console

@Suite struct MetricsBoardTests {
  private let ids = ["1001", "1002"].compactMap { IncidentID($0) }

  @Test func `it asks for the numbers when it is opened, and not with every line`() {
    let story = Story()
    story.press("g m")
    #expect(story.state.board?.kind == .metrics)
    #expect(story.state.board?.isReading == false)
    #expect(story.state.board?.content.rows.first?.id == "count/incidents")
    #expect(!MetricsBoard.followsNews)
  }

  @Test func `times are told by what incidents have in common, each with what is behind it`() throws
  {
    let story = Story()
    story.press("a g m")
    let rows = try #require(story.state.board).content.rows
    let headings = ["Whose turn it was, by week", "Times by severity", "Times by week"]
    for heading in headings { #expect(rows.contains { $0.heading == heading }, "\(heading)") }
    story.press("/").type("high acknowledge").press("Enter Enter")
    story.expect(screenContains: "High to acknowledge", "p50 1h21", "1 incident", "2972395")
  }

  @Test func `the incidents behind a number become a filter of the queue`() throws {
    let figure = MetricFigure(
      id: "x", heading: "", name: "", value: "", meaning: "", incidents: ids)
    #expect(MetricsBoard.query(figure) == "is:any (id:1001 or id:1002)")
    let story = Story()
    story.press("g m")
    let count = try #require(MetricsBoard.selected(story.state)).incidents.count
    story.press("o")
    #expect(story.state.board == nil)
    #expect(story.state.queuePane.filter.text.hasPrefix("is:any (id:"))
    #expect(story.state.queuePane.shown.count == count)
  }
}
