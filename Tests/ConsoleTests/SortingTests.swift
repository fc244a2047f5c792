// SPDX-License-Identifier: MIT

import Cells
import Incidents
import TestSupport
import Testing

@testable import Console

@Suite struct SortingTests {
  private func shown(_ story: Story) -> [String] { story.state.queuePane.shown.map(\.text) }

  @Test func `the queue is put in order by a column, and by the same the other way round`() {
    let story = Story().press("j").expect(selected: "2972410").press("S d")
    #expect(shown(story) == ["2972377", "2972388", "2972395", "2972401", "2972410"])
    story.expect(selected: "2972410").expect(screenContains: "by id, lowest first", "5/5")
    story.press("S d")
    #expect(shown(story) == ["2972410", "2972401", "2972395", "2972388", "2972377"])
    story.expect(selected: "2972410").expect(screenContains: "by id, highest first", "1/5")
    story.press("S t").expect(screenLacks: "· by ")
    #expect(shown(story).first == "2972395")
  }

  @Test func `the menu takes arrows and Enter, and Esc changes nothing`() {
    let story = Story().press("S j j Down Enter").expect(screenContains: "by severity, worst first")
    story.press("S k Esc").expect(screenContains: "by severity, worst first")
    story.press(":").type("sort own").press("Enter")
      .expect(screenContains: "by owner, A first")
  }

  @Test func `what arrives stands where the order puts it, and the selection stays`() {
    let story = Story().press("S d j").expect(selected: "2972401")
    var other = SampleIncident.mail
    other.id = "1000"
    story.arrives(other)
    #expect(shown(story).first == "1000")
    story.expect(selected: "2972401")
    story.press("/").type("inbox").press("Enter")
    #expect(shown(story) == ["1000", "2972401"])
  }

  @Test func `the order is remembered, and taken over by the next console`() throws {
    let story = Story().tell(.lookedBefore(Looks(), [])).press("S o")
    let looks = try #require(story.state.remembered)
    #expect(looks.order == QueueOrder(.owner))
    let next = Story().tell(.lookedBefore(looks, []))
    next.expect(screenContains: "by owner, A first").expect(selected: shown(next).first ?? "")
    #expect(shown(next) == shown(story))
  }

  @Test func `an order chosen before it was known is kept`() throws {
    var looks = Looks()
    looks.order = QueueOrder(.owner)
    let story = Story().press("S d").tell(.lookedBefore(looks, []))
    story.expect(screenContains: "by id, lowest first")
    #expect(story.state.remembered?.order == QueueOrder(.id))
  }

  @Test func `a column there is none of is promised nowhere and refused`() {
    let story = Story().press(":").type("sort banana")
    story.expect(screenContains: "No column is called banana.").expect(screenLacks: "Enter: sort")
    story.press("Enter").expect(screenContains: "Sort: no column is called banana.")
    #expect(story.state.queuePane.order == QueueOrder())
  }
}
