// SPDX-License-Identifier: MIT

import Cells
import IncidentStore
import Incidents
import TestSupport
import Testing

@testable import Console

@Suite struct LocalTimeTests {
  private static let berlin = LocalZone([
    LocalZone.Stretch(from: Timestamp(milliseconds: 0), minutes: 60)
  ])

  private func story() -> Story {
    Story(size: Size(rows: 24, columns: 140)).set { $0.zone = Self.berlin }
  }

  @Test func `times are UTC until asked otherwise, then local, and the header says which`() {
    let story = story().press("a").expect(screenContains: "08:41Z")
    story.press(":").type("utc").press("Enter")
    story.expect(screenContains: "09:41 +01:00", "acknowledged by alice 2026-11-23 09:41")
      .expect(screenLacks: "08:41Z")
    story.press("g j").expect(screenContains: "11-23 09:41 ")
    story.press("Esc :").type("utc").press("Enter").expect(screenContains: "08:41Z")
  }

  @Test func `the boards and the clocks' story are local, too`() throws {
    let story = story()
    let subject = try #require(Subject(.readiness, "a"))
    let due = "2026-12-20T23:30:00.000Z"
    _ = try story.store.commit(
      Proposal(RecordEdit(subject, ["title": "A", "due": due, "checkedAt": due]), seen: nil),
      by: Story.author("alice"))
    story.refresh()
    story.press(":").type("utc").press("Enter")
    story.press("d").expect(screenContains: "2026-11-23 08:").expect(screenLacks: "0Z")
    story.press("Esc g r").expect(screenContains: "2026-12-21 00:30").expect(screenLacks: "23:30")
    story.press("e").expect(screenContains: "2026-12-21 00:30").expect(screenLacks: "23:30Z")
    story.press("Esc g m").expect(screenContains: "to 2026-11-23 09:41")
    story.press("g e").expect(screenLacks: "1Z")
  }

  @Test func `what is copied stays UTC`() {
    let story = story().press(":").type("utc").press("Enter").press("y s")
    #expect(story.clipboard.first?.contains("Z") == true)
  }

  @Test(arguments: [(-210, "05:11 -03:30"), (0, "08:41 +00:00"), (345, "14:26 +05:45")])
  func `any offset is said`(minutes: Int, text: String) {
    let story = Story().set { state in
      state.zone = LocalZone([
        LocalZone.Stretch(from: Timestamp(milliseconds: 0), minutes: minutes)
      ])
    }
    story.press(":").type("utc").press("Enter").expect(screenContains: text)
  }
}
