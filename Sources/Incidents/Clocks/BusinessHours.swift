// SPDX-License-Identifier: MIT

/// Days of the week.
public struct Weekdays: OptionSet, Hashable, Sendable {
  /// The bits, Monday the lowest.
  public let rawValue: UInt8
  /// Makes them from bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Monday to Friday.
  public static let workdays = Weekdays(rawValue: 0b001_1111)
  /// All seven.
  public static let all = Weekdays(rawValue: 0b111_1111)

  /// Whether a day is among them, by its number since 1970-01-01, a Thursday.
  func contains(day: Int64) -> Bool {
    let number = day + 3
    return rawValue >> UInt8(number - number.floored(by: 7) * 7) & 1 == 1
  }
}

/// When a team works: the same hours on some days of the week, by the clock on its wall.
///
/// A moment is business time if that clock shows a time of the hours on one of the days. Where the
/// clock is put forward, the time it leaves out is nobody's; where it is put back, the time it
/// shows twice counts twice.
public struct BusinessHours: Hashable, Sendable {
  /// The days.
  public let weekdays: Weekdays
  /// The first minute of the day, 0…1439.
  public let from: Int
  /// The minute after the last, at least an hour later, at most 1440.
  public let to: Int
  /// The clock on the wall.
  public let zone: LocalZone

  /// The least minutes a day.
  public static let least = 60

  /// Makes hours; `nil` if they leave no hour of any day.
  public init?(_ weekdays: Weekdays, from: Int, to: Int, zone: LocalZone) {
    guard !weekdays.intersection(.all).isEmpty, from >= 0, to <= 1440, to - from >= Self.least
    else { return nil }
    self.weekdays = weekdays.intersection(.all)
    self.from = from
    self.to = to
    self.zone = zone
  }

  /// Whether a moment is business time.
  public func contains(_ moment: Timestamp) -> Bool {
    let local = zone.reading(at: moment).milliseconds
    let day = local.floored(by: Self.day)
    let minute = (local - day * Self.day) / 60_000
    return weekdays.contains(day: day) && minute >= Int64(from) && minute < Int64(to)
  }

  private static let day: Int64 = 86_400_000

  /// Takes the business time between two moments off what is left; the answer is the moment at
  /// which nothing is left, `nil` if the end comes before it.
  func run(_ left: inout Int64, from start: Timestamp, until end: Timestamp?) -> Timestamp? {
    var now = start.milliseconds
    let end = end?.milliseconds ?? .max
    while now < end {
      let stretch = zone.stretch(at: Timestamp(milliseconds: now))
      let offset = Int64(stretch.minutes) * 60_000
      let local = now + offset
      let day = local.floored(by: Self.day)
      // Within a stretch local time runs evenly; at its end everything is asked anew.
      let next = min((day + 1) * Self.day - offset, stretch.end?.milliseconds ?? .max, end)
      if weekdays.contains(day: day) {
        let opens = max(now, day * Self.day + Int64(from) * 60_000 - offset)
        let closes = min(next, day * Self.day + Int64(to) * 60_000 - offset)
        if opens < closes {
          if closes - opens >= left {
            now = opens + left
            left = 0
            return Timestamp(milliseconds: now)
          }
          left -= closes - opens
        }
      }
      now = next
    }
    return nil
  }
}

extension LocalZone {
  /// Minutes east of UTC at a moment, and until when that stays so; `nil` is for good.
  func stretch(at moment: Timestamp) -> (minutes: Int, end: Timestamp?) {
    (minutes(at: moment), stretches.first { $0.start > moment }?.start)
  }
}
