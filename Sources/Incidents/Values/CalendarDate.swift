// SPDX-License-Identifier: MIT

/// A moment's parts in UTC, by the proleptic Gregorian calendar.
public struct CalendarDate: Hashable, Sendable {
  /// Year, 1…9999 for anything parsed.
  public var year: Int
  /// Month, 1…12.
  public var month: Int
  /// Day of the month, from 1.
  public var day: Int
  /// Hour, 0…23.
  public var hour: Int
  /// Minute, 0…59.
  public var minute: Int
  /// Second, 0…59.
  public var second: Int
  /// Millisecond, 0…999.
  public var millisecond: Int

  /// The parts of a moment.
  public init(_ timestamp: Timestamp) {
    let day = timestamp.milliseconds.floored(by: 86_400_000)
    let rest = Int(timestamp.milliseconds - day * 86_400_000)
    // Days are counted from 0000-03-01 so that the leap day is the last of its year.
    let shifted = day + 719_468
    let era = shifted.floored(by: 146_097)
    let dayOfEra = Int(shifted - era * 146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    self.day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    self.month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.year = yearOfEra + Int(era) * 400 + (month <= 2 ? 1 : 0)
    self.hour = rest / 3_600_000
    self.minute = rest / 60_000 % 60
    self.second = rest / 1000 % 60
    self.millisecond = rest % 1000
  }

  /// Days since 1970-01-01 of a date that exists; `nil` for 30 February and the like.
  static func days(year: Int, month: Int, day: Int) -> Int64? {
    guard (1...12).contains(month), day >= 1, day <= length(ofMonth: month, in: year) else {
      return nil
    }
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = Int64(shiftedYear).floored(by: 400)
    let yearOfEra = shiftedYear - Int(era) * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + Int64(dayOfEra) - 719_468
  }

  private static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Int64 {
  /// Division rounded towards negative infinity.
  func floored(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
