// SPDX-License-Identifier: MIT

import Incidents

/// How moments are written on the screen: in UTC with a `Z`, or in local time without one.
struct ScreenTimes: Hashable {
  private let zone: LocalZone?

  /// In UTC.
  init() { zone = nil }

  init(_ state: State) { zone = state.usesLocalTime ? state.zone : nil }

  /// A day: `2026-11-23`.
  func day(_ moment: Timestamp) -> String { reading(moment).day }

  /// A day's number, which tells days apart sooner than their texts do.
  func dayNumber(_ moment: Timestamp) -> Int64 { reading(moment).dayNumber }

  /// A time of day: `10:15Z`, or `11:15`.
  func clock(_ moment: Timestamp) -> String { marked(reading(moment).clockTime) }

  /// Both: `2026-11-23 10:15Z`, or `2026-11-23 11:15`.
  func dayAndTime(_ moment: Timestamp) -> String { marked(reading(moment).dayAndTime) }

  /// A time of day that says which it is: `10:15Z`, or `11:15 +01:00`.
  func fullClock(_ moment: Timestamp) -> String {
    guard let zone else { return moment.clockTime }
    let minutes = zone.minutes(at: moment)
    let (hour, minute) = abs(minutes).quotientAndRemainder(dividingBy: 60)
    return "\(clock(moment)) \(minutes < 0 ? "-" : "+")\(padded(hour)):\(padded(minute))"
  }

  private func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }

  private func reading(_ moment: Timestamp) -> Timestamp { zone?.reading(at: moment) ?? moment }

  /// The text without the `Z` it ends with, where it is not UTC.
  private func marked(_ text: String) -> String { zone == nil ? text : String(text.dropLast()) }
}

extension State {
  /// How moments are written.
  var times: ScreenTimes { ScreenTimes(self) }

  /// Changes between UTC and local time.
  mutating func toggleLocalTime() -> [Effect] {
    usesLocalTime.toggle()
    let now = times.fullClock(now)
    say(
      .info,
      usesLocalTime
        ? "Times are local, without Z: it is \(now). What is copied and recorded stays UTC."
        : "Times are UTC: it is \(now).")
    return []
  }
}

extension Timestamp {
  /// Days since 1970, rounded down.
  fileprivate var dayNumber: Int64 {
    let day: Int64 = 86_400_000
    return milliseconds / day - (milliseconds % day < 0 ? 1 : 0)
  }
}
