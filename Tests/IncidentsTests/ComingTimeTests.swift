// SPDX-License-Identifier: MIT

import Incidents
import Testing

@Suite struct ComingTimeTests {
  private static func moment(_ text: String) -> Timestamp {
    guard let moment = Timestamp(iso8601: text) else { preconditionFailure(text) }
    return moment
  }

  /// Berlin around the end of summer time 2026, and the year after.
  private static let berlin = LocalZone([
    LocalZone.Stretch(from: moment("2026-10-01T00:00:00Z"), minutes: 120),
    LocalZone.Stretch(from: moment("2026-10-25T01:00:00Z"), minutes: 60),
    LocalZone.Stretch(from: moment("2027-03-28T01:00:00Z"), minutes: 120),
  ])

  @Test(arguments: [
    ("30m", "2026-10-24T12:30:00Z"), ("2h", "2026-10-24T14:00:00Z"),
    ("3d", "2026-10-27T12:00:00Z"), ("1w", "2026-10-31T12:00:00Z"),
    // Local: 14:00 is now, so it is tomorrow's, after the clock was put back.
    ("14:00", "2026-10-25T13:00:00Z"), ("14:01", "2026-10-24T12:01:00Z"),
    ("8:00", "2026-10-25T07:00:00Z"), ("08:00Z", "2026-10-25T08:00:00Z"),
    ("12:30Z", "2026-10-24T12:30:00Z"), ("2026-10-25", "2026-10-24T22:00:00Z"),
    ("2026-10-26", "2026-10-25T23:00:00Z"), ("2026-10-25Z", "2026-10-25T00:00:00Z"),
    ("2026-11-25 08:00", "2026-11-25T07:00:00Z"), (" 2026-11-25T08:00Z ", "2026-11-25T08:00:00Z"),
    ("2026-11-25T08:00:00+05:00", "2026-11-25T03:00:00Z"),
    // Twice on the clock: the first. Never on the clock: what it would have been.
    ("2026-10-25 02:30", "2026-10-25T00:30:00Z"), ("2027-03-28 02:30", "2027-03-28T01:30:00Z"),
  ])
  func `a time to come is read as people write it`(text: String, expected: String) {
    let now = Self.moment("2026-10-24T12:00:00Z")
    let read = ComingTime.read(text, now: now, zone: Self.berlin)
    #expect(read == Self.moment(expected), "\(read?.iso8601 ?? "none")")
  }

  @Test(arguments: [
    "", "x", "2", "h", "-2h", "2.5h", "99999h", "25:00", "8:60", "1:2", "2026-13-01", "2026-11-25T",
    "tomorrow", "2h30", "08:00 Z", "１h",
  ])
  func `what is no time is none`(text: String) {
    let now = Self.moment("2026-10-24T12:00:00Z")
    #expect(ComingTime.read(text, now: now, zone: .utc) == nil)
  }
}
