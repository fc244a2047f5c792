// SPDX-License-Identifier: MIT

import Cells
import IncidentStore
import Incidents
import TestSupport
import Testing

@testable import Console

@Suite struct HandoverStoryTests {
  private let story = Story()

  private func signed() throws -> [SignedHandover] {
    try story.store.snapshot().signedHandovers
  }

  private func sign(_ story: Story) {
    story.press("g h s l").press("Tab").type("quiet night").press(.control("s"))
  }

  @Test func `the board names your move, and what has no next step`() {
    story.press("g h")
    #expect(story.screen == "")
  }

  @Test func `signing asks, says what has no next step, and signs what is shown`() throws {
    story.press("g h s")
    #expect(story.screen.contains("no next step: 2972395, 2972410, 2972401"))
    story.press(.control("s"))
    #expect(try signed().isEmpty)
    story.press("l").press("Tab").type("quiet night").press(.control("s"))
    let handover = try #require(try signed().first)
    #expect(handover.lines.count == 4)
    #expect(handover.unworked.count == 4)
    #expect(handover.comment == "quiet night")
    #expect(handover.signer.name == "alice")
    #expect(story.screen == "")
  }

  @Test func `a colleague acknowledges a line, then all; the signer cannot`() throws {
    sign(story)
    story.press("g g a")
    #expect(try signed().first?.pending.count == 4)
    let bob = story.colleague("bob")
    bob.press("g h")
    #expect(bob.screen.contains("To acknowledge"))
    bob.press("g g a")
    #expect(try signed().first?.pending.count == 3)
    bob.press("L")
    #expect(try signed().first?.pending.isEmpty == true)
    #expect(!bob.screen.contains("To acknowledge"))
    #expect(try signed().first?.lines.compactMap(\.acknowledgement?.by.name).count == 4)
  }

  @Test func `the next day shows what was never picked up`() {
    sign(story)
    story.clock.advance(minutes: PendingPickup.patience / 60_000)
    story.tell(.ticked(story.clock.now))
    #expect(story.screen.contains("Never picked up"))
  }

  @Test func `a next step is written from the board, and the line is worked then`() throws {
    story.press("g h e").press("Tab").type("call site IT").press(.control("s"))
    #expect(story.screen.contains("3 without a next step"))
    #expect(story.state.board?.kind == .handover)
  }

  @Test func `news that pour in while it is worked out ask for it once more, not each`() {
    story.press("g h")
    story.holdsEffects = true
    for title in ["one", "two", "three"] {
      story.arrives(
        SampleIncident(
          id: "5\(title)", title: title, severity: "low", status: "active"))
    }
    #expect(story.held.filter { $0 == .figures(.handover) }.count == 1)
    story.perform()
    #expect(story.held.filter { $0 == .figures(.handover) }.count == 1)
    story.perform()
    #expect(story.held.filter { $0 == .figures(.handover) }.isEmpty)
  }
}
