// SPDX-License-Identifier: MIT

/// A moment to come as people write it: `30m`, `2h`, `3d`, `08:00`, `2026-11-25`,
/// `2026-11-25 08:00`, or RFC 3339.
///
/// A day or a time of day is local unless it ends in `Z`; a day alone is its beginning, a time of
/// day alone the next one.
public enum ComingTime {
  /// What can be written, for sentences.
  public static let forms = "30m, 2h, 3d, 08:00, 2026-11-25, 2026-11-25 08:00 or 2026-11-25T08:00Z"

  /// Reads a moment; `nil` if it is none.
  public static func read(_ text: String, now: Timestamp, zone: LocalZone) -> Timestamp? {
    let text = text.trimmed
    if let moment = Timestamp(iso8601: text) { return moment }
    if let minutes = minutes(text) {
      return Timestamp(milliseconds: now.milliseconds + minutes * 60_000)
    }
    let isUTC = text.utf8.last == UInt8(ascii: "Z")
    let zone = isUTC ? .utc : zone
    let reading = isUTC ? String(text.dropLast()) : text
    if let time = clock(reading, now: now, zone: zone) { return time }
    guard let day = day(reading) else { return nil }
    return zone.moment(of: day)
  }

  private static func minutes(_ text: String) -> Int64? {
    let bytes = Array(text.utf8)
    let units: [UInt8: Int64] = [
      UInt8(ascii: "m"): 1, UInt8(ascii: "h"): 60, UInt8(ascii: "d"): 1440,
      UInt8(ascii: "w"): 10_080,
    ]
    guard let unit = bytes.last.flatMap({ units[$0] }), (2...5).contains(bytes.count),
      bytes.dropLast().allSatisfy({ (0x30...0x39).contains($0) }),
      let count = Int64(text.dropLast())
    else { return nil }
    return count * unit
  }

  /// The next time the clock reads so.
  private static func clock(_ text: String, now: Timestamp, zone: LocalZone) -> Timestamp? {
    let padded = text.utf8.count == 4 ? "0" + text : text
    guard padded.utf8.count == 5,
      let today = Timestamp(iso8601: "\(zone.reading(at: now).day)T\(padded):00Z")
    else { return nil }
    let moment = zone.moment(of: today)
    if moment > now { return moment }
    return zone.moment(of: Timestamp(milliseconds: today.milliseconds + 86_400_000))
  }

  private static func day(_ text: String) -> Timestamp? {
    var bytes = Array(text.utf8)
    if bytes.count > 10, bytes[10] == UInt8(ascii: " ") { bytes[10] = UInt8(ascii: "T") }
    let text = String(decoding: bytes, as: UTF8.self)
    return ["T00:00:00Z", ":00Z", "Z"].lazy.compactMap { Timestamp(iso8601: text + $0) }.first
  }
}
