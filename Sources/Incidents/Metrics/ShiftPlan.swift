// SPDX-License-Identifier: MIT

/// How a team's day is parted into shifts, by the clock on its wall.
///
/// Where business hours are set, they are two shifts, halves of equal length, and what is outside
/// of them is a third. Else there are three of eight hours, which change at 07:00, 15:00 and 23:00.
public struct ShiftPlan: Hashable, Sendable {
  /// A part of the day.
  public struct Shift: Hashable, Sendable {
    /// What it is called: "early 07:00-15:00".
    public var title: String
    /// The minutes of the day that are its, 0…1439; none for what is outside of business hours.
    public var minutes: [Range<Int>]
  }

  /// The shifts, in the order of the day.
  public let shifts: [Shift]
  private let hours: BusinessHours?
  private let zone: LocalZone

  /// The plan of a team; where it has hours, their clock counts.
  public init(_ hours: BusinessHours? = nil, in zone: LocalZone) {
    self.hours = hours
    self.zone = hours?.zone ?? zone
    if let hours {
      let middle = (hours.from + hours.to) / 2
      shifts = [
        Self.shift("first half", hours.from..<middle),
        Self.shift("second half", middle..<hours.to),
        Shift(title: "outside of the hours", minutes: []),
      ]
    } else {
      let (early, late, night) = (7 * 60, 15 * 60, 23 * 60)
      shifts = [
        Self.shift("early", early..<late), Self.shift("late", late..<night),
        Shift(title: "night 23:00-07:00", minutes: [night..<1440, 0..<early]),
      ]
    }
  }

  /// The place in ``shifts`` of the one that a moment is in.
  ///
  /// What falls on the very end of a day's business hours is the second half's: a limit is used up
  /// exactly then, not afterwards.
  public func place(of moment: Timestamp) -> Int {
    guard let hours else { return place(ofMinute: minute(of: moment)) }
    if hours.contains(moment) { return place(ofMinute: minute(of: moment)) }
    let before = Timestamp(milliseconds: moment.milliseconds - 1)
    return hours.contains(before) ? 1 : 2
  }

  private func place(ofMinute minute: Int) -> Int {
    shifts.firstIndex { $0.minutes.contains { $0.contains(minute) } } ?? shifts.count - 1
  }

  private func minute(of moment: Timestamp) -> Int {
    let day: Int64 = 1440
    let minutes = zone.reading(at: moment).milliseconds.floored(by: 60_000)
    return Int(minutes - minutes.floored(by: day) * day)
  }

  private static func shift(_ name: String, _ minutes: Range<Int>) -> Shift {
    Shift(
      title: "\(name) \(clock(minutes.lowerBound))-\(clock(minutes.upperBound))",
      minutes: [minutes])
  }

  private static func clock(_ minutes: Int) -> String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(padded(minutes / 60)):\(padded(minutes % 60))"
  }
}
