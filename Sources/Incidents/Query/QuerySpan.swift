// SPDX-License-Identifier: MIT

/// A length of time in a query: `90m`, `2h`, `1d12h`, `3w`.
public struct QuerySpan: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The longest: a hundred years of minutes.
  public static let limit: Int64 = 52_560_000
  private static let units: [(letter: Character, minutes: Int64)] = [
    ("w", 10_080), ("d", 1440), ("h", 60), ("m", 1),
  ]

  /// Minutes, 0 to ``limit``.
  public let minutes: Int64

  /// A span of so many minutes, cut to what there can be.
  public init(minutes: Int64) { self.minutes = min(max(0, minutes), Self.limit) }

  /// Reads a span; `nil` if it is none.
  public init?(_ text: String) {
    var total: Int64 = 0
    var number: Int64?
    for letter in text.utf8 {
      if (0x30...0x39).contains(letter) {
        let next = (number ?? 0) * 10 + Int64(letter - 0x30)
        guard next <= Self.limit else { return nil }
        number = next
        continue
      }
      let name = Character(Unicode.Scalar(letter.asciiLowercased))
      guard let count = number, let unit = Self.units.first(where: { $0.letter == name }) else {
        return nil
      }
      total += count * unit.minutes
      guard total <= Self.limit else { return nil }
      number = nil
    }
    guard number == nil, !text.isEmpty else { return nil }
    minutes = total
  }

  /// The span as it is typed, in the largest units.
  public var description: String {
    var rest = minutes
    var text = ""
    for unit in Self.units where rest >= unit.minutes {
      text += "\(rest / unit.minutes)\(unit.letter)"
      rest %= unit.minutes
    }
    return text.isEmpty ? "0m" : text
  }

  /// Whether one is shorter than another.
  public static func < (left: QuerySpan, right: QuerySpan) -> Bool { left.minutes < right.minutes }
}
