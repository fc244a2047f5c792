// SPDX-License-Identifier: MIT

/// A week by ISO 8601: from Monday; week 1 is the one with the year's first Thursday.
public struct ISOWeek: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Mondays since the one of 1969-12-29, which is 0.
  public let number: Int64

  /// The week a moment is in, in UTC.
  public init(of moment: Timestamp) {
    // 1970-01-01 was a Thursday, three days after a Monday.
    number = (moment.milliseconds.floored(by: 86_400_000) + 3).floored(by: 7)
  }

  /// From its Monday to the next.
  public var period: Period {
    let day: Int64 = 86_400_000
    let monday = (number * 7 - 3) * day
    return Period(
      from: Timestamp(milliseconds: monday), to: Timestamp(milliseconds: monday + 7 * day))
  }

  private init(number: Int64) { self.number = number }

  /// Every week a period touches, oldest first.
  public static func all(in period: Period) -> [ISOWeek] {
    guard period.start < period.end else { return [] }
    let last = Timestamp(milliseconds: period.end.milliseconds - 1)
    return (ISOWeek(of: period.start).number...ISOWeek(of: last).number).map(ISOWeek.init(number:))
  }

  /// Which is earlier.
  public static func < (left: ISOWeek, right: ISOWeek) -> Bool { left.number < right.number }

  /// The week as `2026-W48`.
  public var description: String {
    // The year is that of the week's Thursday.
    let thursday = number * 7
    let year = CalendarDate(Timestamp(milliseconds: thursday * 86_400_000)).year
    let first = CalendarDate.days(year: year, month: 1, day: 1) ?? thursday
    let week = (thursday - first) / 7 + 1
    return "\(year)-W\(week < 10 ? "0" : "")\(week)"
  }
}
