// SPDX-License-Identifier: MIT

import Cells
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
