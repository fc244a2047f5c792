// SPDX-License-Identifier: MIT

import Incidents
import Testing

@Suite struct TimestampTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0),
    ("2021-08-13T08:43:35.5533333Z", 1_628_844_215_553),
    ("2026-02-25T16:29:33.1Z", 1_772_036_973_100),
    ("2023-06-27T10:49:33.98Z", 1_687_862_973_980),
    ("2021-04-27T12:19:27.123456789Z", 1_619_525_967_123),
    ("2024-02-29T23:59:59Z", 1_709_251_199_000),
    ("2026-11-23T12:15:00+02:00", 1_795_428_900_000),
    ("2026-11-23T05:45:00.000-04:30", 1_795_428_900_000),
    ("1969-12-31T23:59:59.999Z", -1),
    ("0001-01-01T00:00:00Z", -62_135_596_800_000),
  ])
  func `reads every form the service writes`(text: String, milliseconds: Int64) {
    #expect(Timestamp(iso8601: text)?.milliseconds == milliseconds)
  }

  @Test(arguments: [
    "", "2026", "2026-02-30T00:00:00Z", "2025-02-29T00:00:00Z", "1900-02-29T00:00:00Z",
    "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-01-00T00:00:00Z",
    "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z", "2026-01-01T00:00:60Z",
    "2026-01-01T00:00:00", "2026-01-01T00:00:00.Z", "2026-01-01T00:00:00.1234567890Z",
    "2026-01-01 00:00:00Z", "2026-1-1T00:00:00Z", "2026-01-01T00:00:00+24:00",
    "2026-01-01T00:00:00Zx", "0000-01-01T00:00:00Z", "YYYY-MM-DDTHH:MM:SSZ", "٢٠٢٦-01-01T00:00:00Z",
  ])
  func `refuses what is not a moment`(text: String) {
    #expect(Timestamp(iso8601: text) == nil)
  }

  @Test func `prints what it reads, to the millisecond`() {
    var moment: Int64 = -62_135_596_800_000
    while moment < 253_402_300_799_999 {
      let timestamp = Timestamp(milliseconds: moment)
      #expect(Timestamp(iso8601: timestamp.iso8601) == timestamp)
      moment += 86_400_000 * 97 + 12_345_678
    }
    #expect(Timestamp(milliseconds: 1_795_428_900_123).iso8601 == "2026-11-23T10:15:00.123Z")
  }

  @Test(arguments: [
    (0, "<1m"), (59_999, "<1m"), (60_000, "1m"), (3_599_999, "59m"), (7_500_000, "2h05"),
    (86_400_000, "1d 0h"), (100_800_000, "1d 4h"), (864_000_000, "10d"), (-5, "<1m"),
  ])
  func `an age fits its column`(milliseconds: Int64, text: String) {
    #expect(Age(milliseconds: milliseconds).description == text)
  }
}
