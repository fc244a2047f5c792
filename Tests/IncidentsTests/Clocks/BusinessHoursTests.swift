// SPDX-License-Identifier: MIT

import Incidents
import Testing

/// Every expected moment was computed by hand, from a calendar.
@Suite struct BusinessHoursTests {
  /// Europe/Berlin, as the edge would read it: summer time from 2026-03-29 to 2026-10-25.
  static let berlin = LocalZone(
    [
      ("2025-10-26T01:00:00Z", 60), ("2026-03-29T01:00:00Z", 120), ("2026-10-25T01:00:00Z", 60),
      ("2027-03-28T01:00:00Z", 120),
    ].compactMap { start, minutes in
      Timestamp(iso8601: start).map { LocalZone.Stretch(from: $0, minutes: minutes) }
    })

  private func deadline(
    since: String, _ minutes: Int, _ hours: String?, _ zone: LocalZone = berlin
  ) -> String? {
    var script = JournalScript()
    script.observed("1", since: Timestamp(iso8601: since)) {
      $0.severity = .high
      $0.status = .awaitingAction
    }
    var policy = ClockPolicy.standard
    policy.high = ClockPolicy.Limits(acknowledge: 1, act: minutes)
    if let hours { policy.hours = BusinessHours(hours, zone: zone) }
    return ResponseClocks(script.view("1"), policy)?.act.deadline?.iso8601
  }

  @Test(arguments: [
    // Friday 16:30 CET: 90 minutes that day, 150 on Monday from 08:00, by then CEST.
    ("2026-03-27T15:30:00Z", 240, "Mon-Fri 08:00-18:00", "2026-03-30T08:30:00.000Z"),
    // Friday 17:00 CEST: an hour that day, one on Monday from 08:00, by then CET.
    ("2026-10-23T15:00:00Z", 120, "Mon-Fri 08:00-18:00", "2026-10-26T08:00:00.000Z"),
    // Saturday noon begins on Monday at 08:00.
    ("2026-03-28T10:00:00Z", 30, "Mon-Fri 08:00-18:00", "2026-03-30T06:30:00.000Z"),
    // Monday 07:00 begins an hour later, Monday 19:00 the next day.
    ("2026-03-30T05:00:00Z", 60, "Mon-Fri 08:00-18:00", "2026-03-30T07:00:00.000Z"),
    ("2026-03-30T17:00:00Z", 30, "Mon-Fri 08:00-18:00", "2026-03-31T06:30:00.000Z"),
    // What is used up when the day ends is due then, not the next morning.
    ("2026-03-27T16:30:00Z", 30, "Mon-Fri 08:00-18:00", "2026-03-27T17:00:00.000Z"),
    ("2026-03-27T16:30:00Z", 31, "Mon-Fri 08:00-18:00", "2026-03-30T06:01:00.000Z"),
    // Seven days of 24 hours are 16 workdays of ten and eight hours of the 17th.
    ("2026-03-02T07:00:00Z", 10_080, "Mon-Fri 08:00-18:00", "2026-03-24T15:00:00.000Z"),
    // The night of 29 March has no 02:00 to 03:00: midnight and four hours is 05:00 CEST.
    ("2026-03-28T23:00:00Z", 240, "Sun 00:00-06:00", "2026-03-29T03:00:00.000Z"),
    // Hours that begin in what is left out begin where the clock goes on, at 03:00 CEST.
    ("2026-03-28T20:00:00Z", 60, "Sun 02:30-06:00", "2026-03-29T02:00:00.000Z"),
    // The night of 25 October has 02:00 to 03:00 twice: midnight and four hours is 03:00 CET.
    ("2026-10-24T22:00:00Z", 240, "Sun 00:00-06:00", "2026-10-25T02:00:00.000Z"),
    // 02:30 to 03:00 CEST, then, the clock put back, again from 02:30 CET.
    ("2026-10-24T20:00:00Z", 60, "Sun 02:30-06:00", "2026-10-25T02:00:00.000Z"),
    // A whole week is around the clock, whatever the clock on the wall does.
    ("2026-03-28T12:00:00Z", 2880, "Mon-Sun 00:00-24:00", "2026-03-30T12:00:00.000Z"),
    ("2026-10-24T12:00:00Z", 2880, "Mon-Sun 00:00-24:00", "2026-10-26T12:00:00.000Z"),
    // Single days, on both sides of the change of the week.
    ("2026-11-21T22:30:00Z", 60, "Sat,Mon 23:00-24:00", "2026-11-23T22:30:00.000Z"),
    ("2026-11-21T22:30:00Z", 61, "Sat,Mon 22:00-24:00", "2026-11-23T21:31:00.000Z"),
  ])
  func `a deadline counts business time only`(
    since: String, minutes: Int, hours: String, expected: String
  ) throws {
    #expect(deadline(since: since, minutes, hours) == expected)
  }

  @Test func `without hours every minute counts`() throws {
    #expect(
      deadline(since: "2026-03-28T12:00:00Z", 240, nil) == "2026-03-28T16:00:00.000Z")
  }

  @Test func `before and after what is known of a zone its ends go on`() throws {
    #expect(
      deadline(since: "2020-06-01T05:00:00Z", 60, "Mon-Fri 08:00-18:00")
        == "2020-06-01T08:00:00.000Z")
    #expect(
      deadline(since: "2030-01-07T05:00:00Z", 60, "Mon-Fri 08:00-18:00")
        == "2030-01-07T07:00:00.000Z")
    #expect(
      deadline(since: "2030-01-07T05:00:00Z", 60, "Mon-Fri 08:00-18:00", .utc)
        == "2030-01-07T09:00:00.000Z")
  }

  @Test func `a moment is business time if the clock on the wall says so`() throws {
    let hours = try #require(BusinessHours("Sun 02:30-06:00", zone: Self.berlin))
    func contains(_ text: String) throws -> Bool {
      hours.contains(try #require(Timestamp(iso8601: text)))
    }
    #expect(try !contains("2026-10-25T00:29:00Z"))
    #expect(try contains("2026-10-25T00:30:00Z"))
    #expect(try !contains("2026-10-25T01:00:00Z"))
    #expect(try contains("2026-10-25T01:30:00Z"))
    #expect(try !contains("2026-10-25T05:00:00Z"))
    #expect(try !contains("2026-03-29T00:59:00Z"))
    #expect(try contains("2026-03-29T01:00:00Z"))
  }

  @Test(arguments: [
    ("Mon-Fri 08:00-18:00", "Mon-Fri 08:00-18:00"),
    ("mon,TUE,wed 00:00-24:00", "Mon-Wed 00:00-24:00"),
    ("Sun,Sat 10:00-11:00", "Sat,Sun 10:00-11:00"), ("Wed 09:15-17:45", "Wed 09:15-17:45"),
  ])
  func `days and hours are written and read`(text: String, title: String) {
    #expect(BusinessHours(text, zone: .utc)?.title == title)
    #expect(BusinessHours(title, zone: .utc) == BusinessHours(text, zone: .utc))
  }

  @Test(arguments: [
    "", "Mon-Fri", "08:00-18:00", "Mon-Fri 8-18", "Fri-Mon 08:00-18:00", "Mon-Fri 18:00-08:00",
    "Mon-Fri 08:00-08:59", "Mon-Fri 08:00-24:01", "Mon-Fri 25:00-26:00", "Mo-Fr 08:00-18:00",
    "Mon- 08:00-18:00", "Mon,,Tue 08:00-18:00", "Mon-Tue-Wed 08:00-18:00", "Mon-Fri 08:60-18:00",
    "Mon-Fri 08:00-18:00 x", "Mon-Fri 08:00", "Mon-Fri +8:00-18:00",
  ])
  func `what leaves no hour of a day is none`(text: String) {
    #expect(BusinessHours(text, zone: .utc) == nil)
  }
}
