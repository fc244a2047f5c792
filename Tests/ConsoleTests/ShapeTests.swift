// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText
import TestSupport
import Testing

@testable import Console

@Suite struct ShapeTests {
  private func text(_ parts: [StyledText]) -> String { parts.map(\.text.text).joined() }

  @Test(arguments: [
    (0, 3, 8, "▱▱▱"), (1, 3, 8, "▰▱▱"), (3, 3, 8, "▰▰▰"), (0, 0, 8, ""), (4, 3, 8, "▰▰▰"),
    (1, 100, 5, "▰▱▱▱▱"), (99, 100, 5, "▰▰▰▰▱"), (100, 100, 5, "▰▰▰▰▰"), (0, 100, 5, "▱▱▱▱▱"),
    (2, 5, 5, "▰▰▱▱▱"), (0, 1, 0, "▱"),
  ])
  func `steps look done only when they are`(done: Int, total: Int, most: Int, shape: String) {
    #expect(Shape.steps(done, of: total, most: most, isASCII: false) == shape)
  }

  @Test func `every shape has a form in ASCII`() {
    #expect(Shape.steps(2, of: 4, isASCII: true) == "##--")
    #expect(text(Shape.spark([0, 1, 7, 3], isASCII: true)) == "_.#-")
    let bar = Shape.severities(
      [(.high, 2), (.medium, 1), (.low, 1), (.informational, 1)], most: 8, isASCII: true)
    #expect(bar.map(\.text.text) == ["##", "=", "-", "."])
  }

  @Test func `in a sparkline nothing is the line and anything more than that`() {
    #expect(text(Shape.spark([0, 1, 1000, 500], isASCII: false)) == "▁▂█▄")
    #expect(text(Shape.spark([0, 0], isASCII: false)) == "▁▁")
    #expect(Shape.spark([], isASCII: false).isEmpty)
  }

  @Test func `moments are counted in equal parts of their span`() {
    func at(_ milliseconds: Int64...) -> [Timestamp] {
      milliseconds.map(Timestamp.init(milliseconds:))
    }
    #expect(Shape.histogram(at(0, 1, 99, 100), parts: 2) == [2, 2])
    #expect(Shape.histogram(at(0, 100), parts: 4) == [1, 0, 0, 1])
    #expect(Shape.histogram(at(5, 5), parts: 4) == [])
    #expect(Shape.histogram(at(.min, 0, .max), parts: 3).reduce(0, +) == 3)
    #expect(Shape.histogram([], parts: 3) == [])
  }

  @Test func `a few of many still show in a bar`() {
    let bar = Shape.severities([(.high, 1000), (.low, 1), (.medium, 0)], most: 10, isASCII: false)
    #expect(bar.map(\.text.text) == ["▆▆▆▆▆▆▆▆▆", "▂"])
  }

  @Test func `the header of a wide screen says how bad what waits is`() {
    Story(size: Size(rows: 40, columns: 140)).expect(
      screenContains: "your move · 2 overdue · ▆▆▄▂ 2 high · 1 medium · 1 low")
    Story(size: Size(rows: 40, columns: 139)).expect(screenLacks: "2 high")
  }

  @Test func `the responses' title shows how far they are`() {
    Story().expect(screenContains: "3 Responses · ▰▱▱▱ 1 of 4 done")
    Story().set { $0.isASCII = true }.expect(screenContains: "| #--- 1 of 4 done")
  }

  @Test func `a severity nobody knows is shown whole where there is room`() {
    var incident = SampleIncident.ransomware
    incident.texts["severity"] = "critical"
    Story([incident], size: Size(rows: 24, columns: 100)).expect(
      screenContains: " critical  Multi-stage")
  }
}
