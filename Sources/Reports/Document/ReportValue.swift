// SPDX-License-Identifier: MIT

public import Incidents

/// One value of a report, by kind, so that each format writes it as its readers expect.
public enum ReportValue: Hashable, Sendable {
  /// Text.
  case text(ReportText)
  /// A count.
  case number(Int)
  /// A part of a whole: `42 %`; nothing if the whole is 0.
  case share(Int, of: Int)
  /// A moment.
  case time(Timestamp)
  /// A length of time; negative if something is late by it.
  case duration(milliseconds: Int64)
  /// Yes or no.
  case flag(Bool)
  /// Not known, or none.
  case none

  /// How long its bar is beside others of its kind; 0 for what has no length.
  var magnitude: Double {
    switch self {
    case .number(let number): Double(max(0, number))
    case .share(let part, let whole): whole > 0 ? Double(max(0, part)) / Double(whole) : 0
    case .duration(let milliseconds): Double(max(0, milliseconds))
    case .text, .time, .flag, .none: 0
    }
  }

  /// As people read it, except for text, which is `nil`.
  var words: String? {
    switch self {
    case .text: return nil
    case .number(let number): return String(number)
    case .share(_, of: 0), .none: return "—"
    case .share(let part, let whole):
      // Never 0 or 100 for what is only nearly so.
      let percent = (part * 100 + whole / 2) / whole
      let isRounded = part * 100 != percent * whole
      if percent == 0 && isRounded { return "<1 %" }
      if percent == 100 && isRounded { return ">99 %" }
      return "\(percent) %"
    case .time(let time): return time.dayAndTime
    case .duration(let milliseconds):
      let age = milliseconds == 0 ? "0" : Age(milliseconds: abs(milliseconds)).description
      return milliseconds < 0 ? "−\(age)" : age
    case .flag(let flag): return flag ? "yes" : "no"
    }
  }

  /// The number for programs: seconds for a duration, a fraction of 1 for a share.
  var decimal: String? {
    switch self {
    case .number(let number): return String(number)
    case .share(let part, let whole):
      return whole == 0 ? nil : thousandths(Int64((part * 1000 + whole / 2) / whole))
    case .duration(let milliseconds): return thousandths(milliseconds)
    case .text, .time, .flag, .none: return nil
    }
  }

  /// The unit of that number, if it has one.
  var unit: String? {
    switch self {
    case .duration: "seconds"
    case .share: "fraction"
    case .text, .number, .time, .flag, .none: nil
    }
  }
}

/// A number of thousandths as a decimal without trailing zeros.
private func thousandths(_ number: Int64) -> String {
  let sign = number < 0 ? "-" : ""
  let whole = number.magnitude / 1000
  var digits = String(number.magnitude % 1000)
  guard digits != "0" else { return sign + String(whole) }
  digits = String(repeating: "0", count: 3 - digits.utf8.count) + digits
  while digits.last == "0" { digits.removeLast() }
  return "\(sign)\(whole).\(digits)"
}
