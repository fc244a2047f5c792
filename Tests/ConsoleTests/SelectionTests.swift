// SPDX-License-Identifier: MIT

import Cells
import HostileText
import Incidents
import TestSupport
import Testing

@testable import Console

@Suite struct SelectionTests {
  static let severities = ["high", "medium", "low", "informational", "unknown", "someday"]
  static let statuses = ["active", "awaitingAction", "inProgress", "resolved"]

  private func incident(_ id: Int, using generator: inout SeededGenerator) -> SampleIncident {
    var incident = SampleIncident(
      id: "\(id)", title: HostileText.random(using: &generator),
      severity: Self.severities.randomElement(using: &generator) ?? "",
      status: Self.statuses.randomElement(using: &generator) ?? "",
      // Each is newer than the last, or it would be skipped.
      updated: "2026-11-23T08:\(Int.random(in: 10...59, using: &generator)):00Z")
    if Bool.random(using: &generator) {
      incident.tasks = [SampleTask(id: "t\(id)", title: "Do it", action: "text")]
    }
    return incident
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `the selected incident stays selected while it is shown`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let story = Story(
      (100..<112).map { incident($0, using: &generator) }, size: Size(rows: 18, columns: 80))
    let bob = story.colleague("bob")
    var vanished = 0
    for _ in 0..<60 {
      // The person goes somewhere, then others change the queue without a key of hers.
      story.press(["j", "k", "G", "g g", "Ctrl-D"].randomElement(using: &generator) ?? "j")
      let before = story.state
      switch Int.random(in: 0..<3, using: &generator) {
      case 0:
        story.arrives(incident(Int.random(in: 100..<120, using: &generator), using: &generator))
      case 1:
        bob.refresh().press("/").type("is:any").press("Enter g g")
        for _ in 0..<Int.random(in: 0..<12, using: &generator) { bob.press("j") }
        bob.press("o a")
        story.refresh()
      default:
        // Often the very one she looks at.
        bob.refresh().press("/").press("Ctrl-U").type("\(before.selectedID?.text ?? "1")")
        bob.press("Enter R l Tab l Tab Tab Tab Enter y").type("\(before.selectedID?.text ?? "")")
        bob.press("Enter Esc")
        story.refresh()
      }
      let after = story.state
      if let id = before.selectedID, after.queuePane.shown.contains(id) {
        #expect(after.selectedID == id)
      } else if let place = before.queuePane.place {
        vanished += 1
        let shown = after.queuePane.shown
        #expect(after.selectedID == (shown.isEmpty ? nil : shown[min(place, shown.count - 1)]))
        story.expect(screenContains: "is no longer shown")
      }
      #expect(after.opened?.incident.id == after.selectedID)
      #expect(Set(after.queuePane.shown).count == after.queuePane.shown.count)
      // It is on the screen, too.
      let rows = Frame(after).rows(of: .queue)
      let place = after.queuePane.place ?? after.queuePane.top
      #expect((after.queuePane.top..<after.queuePane.top + rows).contains(place))
    }
    #expect(vanished > 0)
  }

  @Test func `what arrives above does not push the rows on the screen`() {
    let story = Story(MovingTests.long).press("G k k")
    let before = story.screen.split(separator: "\n")[3...6]
    story.arrives(.ransomware, .mail)
    #expect(story.screen.split(separator: "\n")[3...6] == before)
    story.expect(selected: "157")
  }

  @Test func `the summary goes back to its top only for another incident`() {
    let story = Story().press("2 j j")
    story.arrives(.mail)
    #expect(story.state.summaryPane.top == 2)
    #expect(story.press("1 j").state.summaryPane.top == 0)
  }

  @Test func `a document that comes too late is not shown`() {
    let story = Story()
    let late = story.state.opened
    story.press("j").tell(.opened(id("2972395"), late))
    #expect(story.state.opened?.incident.id == story.state.selectedID)
  }
}
