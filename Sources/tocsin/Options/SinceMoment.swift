// SPDX-License-Identifier: MIT

import Incidents

/// A moment in the past as people write it: `8h`, `2d`, `2026-11-01`, `2026-11-01T08:00Z`.
struct SinceMoment {
  /// The moment.
  let moment: Timestamp

  /// Reads a moment; a day or a time of day is local unless it ends in `Z`.
  ///
  /// It must not be to come, but where that is said to do.
  init(_ text: String, now: Timestamp, mayBeToCome: Bool = false) throws(Failure) {
    guard let moment = Self.ago(text, now: now) ?? Self.date(text) else {
      throw .unfitTime(text)
    }
    guard mayBeToCome || moment <= now else { throw .sinceToCome(text) }
    self.moment = moment
  }

  private static func ago(_ text: String, now: Timestamp) -> Timestamp? {
    let minutes: [Character: Int64] = ["m": 1, "h": 60, "d": 1440, "w": 10_080]
    guard let unit = text.last.flatMap({ minutes[$0] }), text.count <= 6,
      text.dropLast().allSatisfy({ ("0"..."9").contains($0) }),
      let count = Int64(text.dropLast())
    else { return nil }
    return Timestamp(milliseconds: now.milliseconds - count * unit * 60_000)
  }

  private static func date(_ text: String) -> Timestamp? {
    if let moment = Timestamp(iso8601: text) { return moment }
    let isUTC = text.last == "Z"
    let reading = isUTC ? String(text.dropLast()) : text
    let endings = ["T00:00:00Z", ":00Z", "Z"]
    guard let utc = endings.lazy.compactMap({ Timestamp(iso8601: reading + $0) }).first else {
      return nil
    }
    return isUTC ? utc : Clock.local(utc)
  }
}
