// SPDX-License-Identifier: MIT

/// A day of the proleptic Gregorian calendar.
struct CivilDate: Hashable, Sendable {
  var year: Int64
  /// 1 to 12.
  var month: Int64
  /// 1 to 31.
  var day: Int64

  /// The date that lies a number of days after 1970-01-01, before it when negative.
  ///
  /// Years are counted from March: the leap day is then the last of its year, and the lengths of
  /// the months follow one formula.
  init(daysSince1970 days: Int64) {
    let daysIn400Years: Int64 = 146_097
    let daysFromMarchOfYear0: Int64 = 719_468
    let (cycle, dayOfCycle) = (days + daysFromMarchOfYear0).flooredDivision(by: daysIn400Years)
    let leapDaysBefore = dayOfCycle / 1_460 - dayOfCycle / 36_524 + dayOfCycle / 146_096
    let yearOfCycle = (dayOfCycle - leapDaysBefore) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0)
  }
}

extension Int64 {
  /// Quotient rounded down, and the remainder, which is never negative for a positive divisor.
  func flooredDivision(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
