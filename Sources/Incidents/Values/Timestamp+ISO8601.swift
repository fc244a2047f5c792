// SPDX-License-Identifier: MIT

extension Timestamp {
  /// Reads `2026-11-23T10:15:00.1234567Z`: 0 to 9 fractional digits (cut, not rounded, to
  /// milliseconds), `Z` or an offset such as `+02:00`; a date that does not exist is `nil`.
  ///
  /// Graph writes 0, 1, 2, 3, 5 or 7 fractional digits, so no fixed format will do.
  public init?(iso8601 text: String) {
    var reader = DigitReader(Array(text.utf8))
    guard let year = reader.number(digits: 4), year >= 1, reader.take("-"),
      let month = reader.number(digits: 2), reader.take("-"),
      let day = reader.number(digits: 2), reader.take("T") || reader.take("t"),
      let hour = reader.number(digits: 2), hour < 24, reader.take(":"),
      let minute = reader.number(digits: 2), minute < 60, reader.take(":"),
      let second = reader.number(digits: 2), second < 60,
      let millisecond = reader.fraction(), let offset = reader.offset(), reader.isAtEnd,
      let days = CalendarDate.days(year: year, month: month, day: day)
    else { return nil }
    let seconds = Int64(hour * 3600 + minute * 60 + second - offset * 60)
    self.init(milliseconds: (days * 86_400 + seconds) * 1000 + Int64(millisecond))
  }

  /// The moment as `2026-11-23T10:15:00.123Z`, always with three fractional digits.
  public var iso8601: String {
    let date = CalendarDate(self)
    return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
      + "T\(padded(date.hour, 2)):\(padded(date.minute, 2)):\(padded(date.second, 2))"
      + ".\(padded(date.millisecond, 3))Z"
  }

  /// The time of day as `10:15Z`.
  public var clockTime: String {
    let date = CalendarDate(self)
    return "\(padded(date.hour, 2)):\(padded(date.minute, 2))Z"
  }

  /// The day as `2026-11-23`.
  public var day: String {
    let date = CalendarDate(self)
    return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
  }

  /// Day and time of day as `2026-11-23 10:15Z`.
  public var dayAndTime: String { "\(day) \(clockTime)" }
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

/// A cursor over the bytes of a timestamp.
private struct DigitReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  private var digit: Int? {
    guard position < bytes.count, (0x30...0x39).contains(bytes[position]) else { return nil }
    return Int(bytes[position]) - 0x30
  }

  mutating func number(digits count: Int) -> Int? {
    var value = 0
    for _ in 0..<count {
      guard let digit else { return nil }
      value = value * 10 + digit
      position += 1
    }
    return value
  }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard position < bytes.count, UInt32(bytes[position]) == scalar.value else { return false }
    position += 1
    return true
  }

  /// Milliseconds of an optional fraction; `nil` if a point has no digits or more than nine.
  mutating func fraction() -> Int? {
    guard take(".") else { return 0 }
    var value = 0
    var count = 0
    while let digit {
      count += 1
      guard count <= 9 else { return nil }
      if count <= 3 { value = value * 10 + digit }
      position += 1
    }
    guard count > 0 else { return nil }
    for _ in 0..<max(0, 3 - count) { value *= 10 }
    return value
  }

  /// Minutes east of UTC; `nil` if no zone is given or it is out of range.
  mutating func offset() -> Int? {
    if take("Z") || take("z") { return 0 }
    let sign = take("+") ? 1 : take("-") ? -1 : 0
    guard sign != 0, let hours = number(digits: 2), hours < 24 else { return nil }
    _ = take(":")
    guard let minutes = number(digits: 2), minutes < 60 else { return nil }
    return sign * (hours * 60 + minutes)
  }
}
