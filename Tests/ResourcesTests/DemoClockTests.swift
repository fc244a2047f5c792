// SPDX-License-Identifier: MIT

import Testing

@testable import Resources

@Suite struct DemoClockTests {
  private func at(_ now: Int64, _ text: String) -> String {
    String(decoding: DemoClock(now: now).replacingAges(in: Array(text.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    (0, "{{-0s}}", "1970-01-01T00:00:00.0000000Z"),
    (0, "{{-1s.0}}", "1969-12-31T23:59:59Z"),
    (1_795_503_300_123, "{{-0s}}", "2026-11-24T06:55:00.1230000Z"),
    (1_795_503_300_123, "{{-2h17m}}", "2026-11-24T04:38:00.1230000Z"),
    (1_795_503_300_123, "{{-2h17m.5}}", "2026-11-24T04:38:00.12300Z"),
    (1_795_503_300_123, "{{-2h17m5s.1}}", "2026-11-24T04:37:55.1Z"),
    (1_795_503_300_129, "{{-1d.2}}", "2026-11-23T06:55:00.12Z"),
    (1_795_503_300_123, "{{-268d.0}}", "2026-03-01T06:55:00Z"),
    (1_795_503_300_123, "{{-269d.0}}", "2026-02-28T06:55:00Z"),
    (951_782_400_000, "{{-0d.3}}", "2000-02-29T00:00:00.000Z"),
    (951_868_800_000, "{{-1s.0}}", "2000-02-29T23:59:59Z"),
    (1_709_164_800_000, "{{-0s.0}}", "2024-02-29T00:00:00Z"),
    (4_107_542_400_000, "{{-1s.0}}", "2100-02-28T23:59:59Z"),
    (1_798_761_600_000, "{{-1s.0}}", "2026-12-31T23:59:59Z"),
  ])
  func `an age becomes its time`(now: Int64, text: String, expected: String) {
    #expect(at(now, text) == expected)
  }

  @Test(arguments: [
    "{{}}", "{{-}}", "{{-2h", "{{-2h}", "{{2h}}", "{{-2w}}", "{{-h}}", "{{-2}}", "{{-2h.}}",
    "{{-2h.8}}", "{{-2h.12}}", "{{-.3}}", "{{-1234567h}}", "{{-not a time}}", "{", "",
  ])
  func `braces that enclose no age stay`(text: String) {
    #expect(at(0, text) == text)
  }

  @Test func `ages are replaced wherever they stand`() {
    #expect(
      at(86_400_000, #"{"a":"{{-1d.0}}","b":"{{{-1h.0}}}"}"#)
        == #"{"a":"1970-01-01T00:00:00Z","b":"{1970-01-01T23:00:00Z}"}"#)
  }

  @Test func `every day of four centuries follows the day before`() {
    var previous = CivilDate(daysSince1970: -135_141)
    #expect((previous.year, previous.month, previous.day) == (1599, 12, 31))
    for days in Int64(-135_140)...11_322 {
      let date = CivilDate(daysSince1970: days)
      let isLeap = date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0)
      let lengths: [Int64] = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      let follows =
        if date.day > 1 {
          (previous.year, previous.month, previous.day + 1) == (date.year, date.month, date.day)
        } else if date.month > 1 {
          previous.month == date.month - 1 && previous.day == lengths[Int(previous.month) - 1]
        } else {
          previous.year == date.year - 1 && previous.month == 12 && previous.day == 31
        }
      guard follows else {
        Issue.record("\(date) does not follow \(previous)")
        return
      }
      previous = date
    }
  }
}
