// SPDX-License-Identifier: MIT

import Incidents
import Testing

@testable import tocsin

@Suite struct SinceMomentTests {
  @Test(arguments: [
    ("8h", "2026-03-02T01:00:00.000Z"), ("2d", "2026-02-28T09:00:00.000Z"),
    ("30m", "2026-03-02T08:30:00.000Z"), ("2026-03-01Z", "2026-03-01T00:00:00.000Z"),
    ("2026-03-01T08:00Z", "2026-03-01T08:00:00.000Z"),
    ("2026-03-01T08:00:05Z", "2026-03-01T08:00:05.000Z"),
    ("2026-03-01T08:00:05+02:00", "2026-03-01T06:00:05.000Z"),
  ])
  func `a moment is read as people write it`(text: String, moment: String) throws {
    let now = try #require(Timestamp(iso8601: "2026-03-02T09:00:00Z"))
    #expect(try SinceMoment(text, now: now).moment.iso8601 == moment)
  }

  @Test func `since when something counts is not to come; when it ends may be`() throws {
    let now = try #require(Timestamp(iso8601: "2026-03-02T09:00:00Z"))
    let text = "2026-03-02T09:01Z"
    #expect(throws: Failure.self) { try SinceMoment(text, now: now) }
    #expect(try SinceMoment(text, now: now, mayBeToCome: true).moment > now)
  }

  @Test(arguments: ["", "h", "8x", "-8h", "2026-02-30Z", "yesterday", "9999999h"])
  func `what is no moment is refused`(text: String) throws {
    #expect(throws: Failure.self) {
      try SinceMoment(text, now: Timestamp(milliseconds: 0))
    }
  }
}
