// SPDX-License-Identifier: MIT

import Incidents

/// When the service last changed a part, as exactly as it says.
struct PartTime: Comparable {
  private var timestamp: Timestamp
  /// Digits beyond the milliseconds a timestamp keeps, as millionths of one.
  private var rest: Int

  /// The time of an incident, alert or task; `nil` if it gives none that can be read.
  init?(of part: JSONValue) {
    for name in Self.names {
      guard let text = part[name]?.string?.text, !text.hasPrefix("0001-01-01"),
        let timestamp = Timestamp(iso8601: text)
      else { continue }
      self.timestamp = timestamp
      let fraction = text.utf8.drop { $0 != UInt8(ascii: ".") }.dropFirst().prefix(\.isDigit)
      let digits = Array(fraction.dropFirst(3).map { Int($0) - 0x30 })
      rest = (0..<6).reduce(0) { $0 * 10 + ($1 < digits.count ? digits[$1] : 0) }
      return
    }
    return nil
  }

  static func < (left: PartTime, right: PartTime) -> Bool {
    (left.timestamp, left.rest) < (right.timestamp, right.rest)
  }

  private static let names = [
    "lastUpdateDateTime", "lastModifiedDateTime", "lastUpdateTime", "lastUpdatedTime",
  ]
}

extension Sequence {
  fileprivate func prefix(_ predicate: (Element) -> Bool) -> [Element] {
    var result: [Element] = []
    for element in self {
      guard predicate(element) else { break }
      result.append(element)
    }
    return result
  }
}
