// SPDX-License-Identifier: MIT

/// An age found in a demo file: how long ago, and how its time is to be printed.
struct DemoAge: Hashable, Sendable {
  var milliseconds: Int64 = 0
  /// 0 to 7.
  var fractionDigits = 7
  /// Index of the first byte after the closing braces.
  var end: Int

  /// Reads an age that starts at a byte, or nil if none stands there.
  init?(in bytes: [UInt8], at start: Int) {
    var rest = bytes[start...]
    guard rest.starts(with: "{{-".utf8) else { return nil }
    rest = rest.dropFirst(3)
    var units = 0
    while let (number, digits) = Self.number(rest), let unit = rest.dropFirst(digits).first {
      guard let length = Self.milliseconds(perUnit: unit) else { return nil }
      milliseconds += number * length
      rest = rest.dropFirst(digits + 1)
      units += 1
    }
    if rest.first == UInt8(ascii: ".") {
      guard let (number, digits) = Self.number(rest.dropFirst()), digits == 1, number <= 7 else {
        return nil
      }
      fractionDigits = Int(number)
      rest = rest.dropFirst(2)
    }
    guard units > 0, rest.starts(with: "}}".utf8) else { return nil }
    end = rest.startIndex + 2
  }

  /// The number in front and how many digits it has, at most six so that no sum can overflow.
  private static func number(_ bytes: ArraySlice<UInt8>) -> (value: Int64, digits: Int)? {
    let digits = bytes.prefix(7).prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard (1...6).contains(digits.count) else { return nil }
    return (digits.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }, digits.count)
  }

  private static func milliseconds(perUnit unit: UInt8) -> Int64? {
    switch unit {
    case UInt8(ascii: "d"): 86_400_000
    case UInt8(ascii: "h"): 3_600_000
    case UInt8(ascii: "m"): 60_000
    case UInt8(ascii: "s"): 1_000
    default: nil
    }
  }
}
