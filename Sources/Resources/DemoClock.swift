// SPDX-License-Identifier: MIT

/// Turns the ages in demo files into times, so that a demo is always of today.
///
/// An age is written `{{-1d2h17m5s}}`, any of the units in any order, at least one. `{{-2h.3}}` asks
/// for three fractional digits (0 to 7); without it there are seven, as Microsoft Graph sends them.
public struct DemoClock: Hashable, Sendable {
  /// The moment ages count back from, in milliseconds since 1970; years 0 to 9999.
  public var now: Int64

  /// Makes a clock that stands at a moment, in milliseconds since 1970.
  public init(now: Int64) { self.now = now }

  /// The bytes with every age replaced by its time, such as `2026-11-24T06:55:00.1230000Z`.
  ///
  /// Braces that do not enclose an age stay as they are.
  public func replacingAges(in bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    var position = 0
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "{"), let age = DemoAge(in: bytes, at: position) {
        let moment = now - age.milliseconds
        appendTime(of: moment, fractionDigits: age.fractionDigits, to: &result)
        position = age.end
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return result
  }

  private func appendTime(of moment: Int64, fractionDigits: Int, to result: inout [UInt8]) {
    let (days, time) = moment.flooredDivision(by: 86_400_000)
    let date = CivilDate(daysSince1970: days)
    append(date.year, width: 4, then: "-", to: &result)
    append(date.month, width: 2, then: "-", to: &result)
    append(date.day, width: 2, then: "T", to: &result)
    append(time / 3_600_000, width: 2, then: ":", to: &result)
    append(time / 60_000 % 60, width: 2, then: ":", to: &result)
    append(time / 1_000 % 60, width: 2, then: fractionDigits > 0 ? "." : "Z", to: &result)
    guard fractionDigits > 0 else { return }
    var fraction = time % 1_000 * 10_000
    for _ in fractionDigits..<7 { fraction /= 10 }
    append(fraction, width: fractionDigits, then: "Z", to: &result)
  }

  private func append(
    _ number: Int64, width: Int, then mark: Unicode.Scalar, to result: inout [UInt8]
  ) {
    let digits = Array(String(number).utf8)
    result += repeatElement(UInt8(ascii: "0"), count: max(0, width - digits.count))
    result += digits
    result.append(UInt8(ascii: mark))
  }
}
