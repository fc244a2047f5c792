// SPDX-License-Identifier: MIT

/// When somebody answers the phone, by the clock on the team's wall: minutes of a week.
///
/// Written `Mon-Fri 08:00-18:00; Sat 10:00-14:00`, `Fri-Mon 22:00-06:00` or `always`. A time that
/// ends before it begins goes on into the next day.
public struct DutyHours: Hashable, Sendable {
  /// Minutes of a week.
  public static let week = 7 * day
  static let day = 1440
  /// What can be written, for sentences.
  public static let forms = "Mon-Fri 08:00-18:00; Sat 10:00-14:00, or always"

  /// The stretches from Monday 00:00 on, in order, neither touching nor overlapping.
  public let stretches: [Range<Int>]

  /// Hours of these minutes of the week.
  init(_ stretches: [Range<Int>]) { self.stretches = Self.joined(stretches) }

  /// Reads hours; `nil` if they are none.
  public init?(_ text: String) {
    if text.trimmed.equalsIgnoringASCIICase("always") {
      self.init([0..<Self.week])
      return
    }
    var found: [Range<Int>] = []
    for part in text.split(separator: ";") {
      let words = part.split(whereSeparator: { $0 == " " || $0 == "\t" })
      guard words.count == 2, let days = Self.days(words[0]), let times = Self.times(words[1])
      else { return nil }
      for day in days {
        let start = day * Self.day + times.from
        let end =
          start + (times.to > times.from ? times.to - times.from : times.to - times.from + Self.day)
        found.append(start..<min(end, Self.week))
        if end > Self.week { found.append(0..<end - Self.week) }
      }
    }
    guard !found.isEmpty else { return nil }
    self.init(found)
  }

  /// Whether a minute of the week is among them.
  public func contains(minute: Int) -> Bool { stretches.contains { $0.contains(minute) } }

  /// The minutes of the week that none of some hours cover, in order.
  public static func uncovered(by hours: [DutyHours]) -> [Range<Int>] {
    var gaps: [Range<Int>] = []
    var end = 0
    for stretch in joined(hours.flatMap(\.stretches)) {
      if stretch.lowerBound > end { gaps.append(end..<stretch.lowerBound) }
      end = stretch.upperBound
    }
    if end < week { gaps.append(end..<week) }
    return gaps
  }

  /// The minute of the week the wall shows at a moment, 0 on Monday 00:00.
  public static func minute(at moment: Timestamp, in zone: LocalZone) -> Int {
    // 1970-01-01 was a Thursday.
    let minutes = zone.reading(at: moment).milliseconds.floored(by: 60_000) + Int64(3 * day)
    return Int(minutes - minutes.floored(by: Int64(week)) * Int64(week))
  }

  /// A stretch as people read it: `Sat 14:00 to Mon 08:00`.
  public static func title(_ stretch: Range<Int>) -> String {
    "\(title(minute: stretch.lowerBound)) to \(title(minute: stretch.upperBound % week))"
  }

  /// The stretches as people read them, the one over the end of the week as one.
  public static func titles(_ stretches: [Range<Int>]) -> [String] {
    guard stretches != [0..<week] else { return ["the whole week"] }
    guard let first = stretches.first, let last = stretches.last, stretches.count > 1,
      first.lowerBound == 0, last.upperBound == week
    else { return stretches.map(title) }
    let joined = "\(title(minute: last.lowerBound)) to \(title(minute: first.upperBound))"
    return stretches.dropFirst().dropLast().map(title) + [joined]
  }

  private static func title(minute: Int) -> String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(names[minute / day]) \(padded(minute % day / 60)):\(padded(minute % 60))"
  }

  private static let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  private static func joined(_ stretches: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for stretch in stretches.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, stretch.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, stretch.upperBound)
      } else {
        joined.append(stretch)
      }
    }
    return joined
  }

  private static func days(_ text: Substring) -> [Int]? {
    func number(_ name: Substring) -> Int? {
      names.firstIndex { $0.equalsIgnoringASCIICase(String(name)) }
    }
    var days: [Int] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map(number)
      guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1]
      else { return nil }
      days += (0...(last - first + 7) % 7).map { (first + $0) % 7 }
    }
    return days
  }

  private static func times(_ text: Substring) -> (from: Int, to: Int)? {
    let times = text.split(separator: "-", omittingEmptySubsequences: false).map(minutes)
    guard times.count == 2, let from = times[0], let to = times[1], from != to, from < day else {
      return nil
    }
    return (from, to)
  }

  /// Minutes since midnight, of `08:00`; at most `24:00`.
  private static func minutes(_ text: Substring) -> Int? {
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
