// SPDX-License-Identifier: MIT

import Incidents
import Testing

@Suite struct DutyHoursTests {
  @Test(arguments: [
    ("always", [0..<10_080]),
    (
      "Mon-Fri 08:00-18:00; Sat 10:00-14:00",
      [
        480..<1080, 1920..<2520, 3360..<3960, 4800..<5400, 6240..<6840, 7800..<8040,
      ]
    ),
    ("mon,wed 00:00-24:00", [0..<1440, 2880..<4320]),
    // Over midnight, and over the end of the week.
    ("Sun 22:00-06:00", [0..<360, 9960..<10_080]),
    ("Fri-Mon 00:00-24:00", [0..<1440, 5760..<10_080]),
    ("Mon 08:00-12:00; Mon 12:00-13:00", [480..<780]),
  ])
  func `hours are minutes of a week`(_ text: String, _ stretches: [Range<Int>]) throws {
    #expect(try #require(DutyHours(text)).stretches == stretches)
  }

  @Test(arguments: [
    "", "Mon", "Mon 8-18", "Mon 08:00", "Day 08:00-18:00", "Mon 08:00-08:00", "Mon 25:00-26:00",
    "Mon 24:00-06:00", "Mon 08:60-18:00", "Mon 08:00-18:00 Tue 08:00-18:00", "Mon- 08:00-09:00",
  ])
  func `what are no hours is not read`(_ text: String) { #expect(DutyHours(text) == nil) }

  @Test func `the wall's clock decides, not UTC`() {
    // 2026-11-23 is a Monday; 23:30Z is Tuesday 00:30 an hour east.
    let moment = Timestamp(milliseconds: 1_795_476_600_000)
    #expect(moment.dayAndTime == "2026-11-23 23:30Z")
    #expect(DutyHours.minute(at: moment, in: .utc) == 1410)
    let east = LocalZone([.init(from: Timestamp(milliseconds: 0), minutes: 60)])
    #expect(DutyHours.minute(at: moment, in: east) == 1470)
    #expect(DutyHours.minute(at: Timestamp(milliseconds: -1), in: .utc) == 3 * 1440 - 1)
  }

  @Test func `what nobody covers is found, the weekend as one`() throws {
    let hours = try ["Mon-Fri 08:00-24:00", "Tue-Fri 00:00-08:00"].map {
      try #require(DutyHours($0))
    }
    let gaps = DutyHours.uncovered(by: hours)
    #expect(gaps == [0..<480, 7200..<10_080])
    #expect(DutyHours.titles(gaps) == ["Sat 00:00 to Mon 08:00"])
    #expect(DutyHours.titles(DutyHours.uncovered(by: [])) == ["the whole week"])
  }
}
