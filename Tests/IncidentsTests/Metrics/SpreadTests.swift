// SPDX-License-Identifier: MIT

import Incidents
import Testing

@Suite struct SpreadTests {
  private func spread(_ values: [Int64]) -> Spread {
    Spread(values.flatMap { value in ids("1").map { Spread.Sample(value, of: $0) } })
  }

  @Test(
    arguments: [
      // The ranks: ⌈0.5 × 5⌉ = 3, ⌈0.9 × 5⌉ = 5; of ten 5, 9, 10; of twenty 10, 18, 19.
      ([30, 10, 50, 20, 40], 30, 50, 50),
      (Array(1...10), 5, 9, 10), (Array(1...20), 10, 18, 19), ([7], 7, 7, 7), ([1, 2], 1, 2, 2),
    ] as [([Int64], Int64, Int64, Int64)])
  func `a percentile is a value by nearest rank`(
    values: [Int64], p50: Int64, p90: Int64, p95: Int64
  ) {
    let spread = spread(values)
    #expect(spread.percentile(50) == p50)
    #expect(spread.percentile(90) == p90)
    #expect(spread.percentile(95) == p95)
    #expect(spread.longest == values.max())
  }

  @Test func `nothing has no percentile, and a negative duration is none`() {
    #expect(spread([]).percentile(50) == nil && spread([]).longest == nil)
    #expect(spread([-5, 3]).percentile(50) == 0)
  }

  @Test(arguments: [
    ("2026-01-01T00:00:00Z", "2026-W01"), ("2025-12-29T00:00:00Z", "2026-W01"),
    ("2025-12-28T23:59:59Z", "2025-W52"), ("2027-01-03T12:00:00Z", "2026-W53"),
    ("2027-01-04T00:00:00Z", "2027-W01"), ("2024-12-30T00:00:00Z", "2025-W01"),
    ("1970-01-01T00:00:00Z", "1970-W01"), ("1969-12-28T00:00:00Z", "1969-W52"),
    ("2026-11-24T12:00:00Z", "2026-W48"),
  ])
  func `weeks are those of ISO 8601`(moment: String, week: String) throws {
    #expect(ISOWeek(of: try #require(Timestamp(iso8601: moment))).description == week)
  }

  @Test func `a period touches every week between its ends`() {
    let period = Period(from: time("01T00:00"), to: time("16T00:00"))
    #expect(
      ISOWeek.all(in: period).map(\.description) == ["2026-W09", "2026-W10", "2026-W11"])
    #expect(ISOWeek.all(in: Period(from: time("02T00:00"), to: time("02T00:00"))).isEmpty)
  }
}
