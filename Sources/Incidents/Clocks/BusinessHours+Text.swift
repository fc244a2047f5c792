// SPDX-License-Identifier: MIT

extension Weekdays {
  /// The days as they are written in the configuration: `Mon-Fri`, `Mon,Wed`.
  public var title: String {
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    var parts: [String] = []
    var day = 0
    while day < 7 {
      guard rawValue >> UInt8(day) & 1 == 1 else {
        day += 1
        continue
      }
      var last = day
      while last < 6, rawValue >> UInt8(last + 1) & 1 == 1 { last += 1 }
      parts.append(
        last == day ? names[day] : names[day] + (last == day + 1 ? "," : "-") + names[last])
      day = last + 1
    }
    return parts.joined(separator: ",")
  }
}

extension BusinessHours {
  /// Days and hours as they are written in the configuration: `Mon-Fri 08:00-18:00`.
  public var title: String { "\(weekdays.title) \(Self.clock(from))-\(Self.clock(to))" }

  private static func clock(_ minutes: Int) -> String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(padded(minutes / 60)):\(padded(minutes % 60))"
  }

  /// Reads days and hours: `Mon-Fri 08:00-18:00`, `Sat,Sun 10:00-24:00`; `nil` if they are none or
  /// leave no hour of a day.
  public init?(_ text: String, zone: LocalZone) {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let days = Self.days(String(parts[0])) else { return nil }
    let times = parts[1].split(separator: "-", omittingEmptySubsequences: false).map {
      Self.minutes(String($0))
    }
    guard times.count == 2, let from = times[0], let to = times[1] else { return nil }
    self.init(days, from: from, to: to, zone: zone)
  }

  private static func days(_ text: String) -> Weekdays? {
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    func number(_ name: Substring) -> Int? {
      names.firstIndex(of: String(decoding: String(name).folded, as: UTF8.self))
    }
    var days = Weekdays()
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map(number)
      guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
        first <= last
      else { return nil }
      for day in first...last { days.insert(Weekdays(rawValue: 1 << UInt8(day))) }
    }
    return days
  }

  /// Minutes since midnight, of `08:00`; at most `24:00`.
  private static func minutes(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"),
      (bytes[0...1] + bytes[3...4]).allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    func number(_ place: Int) -> Int {
      Int(bytes[place] - 0x30) * 10 + Int(bytes[place + 1] - 0x30)
    }
    let (hour, minute) = (number(0), number(3))
    guard minute < 60, hour < 24 || hour == 24 && minute == 0 else { return nil }
    return hour * 60 + minute
  }
}
