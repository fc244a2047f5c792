// SPDX-License-Identifier: MIT

/// How soon incidents must be acknowledged and acted on, by severity.
///
/// The limits are the team's own: Microsoft names none.
public struct ClockPolicy: Hashable, Sendable {
  /// How soon, in minutes.
  public struct Limits: Hashable, Sendable {
    /// The shortest and the longest limit there can be: a minute, 90 days.
    public static let range = 1...129_600

    /// Until somebody must have said that they own it.
    public var acknowledge: Int
    /// Until the customer's part must be done.
    public var act: Int

    /// Makes limits, each brought into ``range``.
    public init(acknowledge: Int, act: Int) {
      func kept(_ minutes: Int) -> Int {
        min(max(minutes, Self.range.lowerBound), Self.range.upperBound)
      }
      self.acknowledge = kept(acknowledge)
      self.act = kept(act)
    }
  }

  /// For severity high, and for severities that are not known.
  public var high = Limits(acknowledge: 30, act: 240)
  /// For severity medium.
  public var medium = Limits(acknowledge: 120, act: 1440)
  /// For severity low.
  public var low = Limits(acknowledge: 480, act: 4320)
  /// For severity informational.
  public var informational = Limits(acknowledge: 1440, act: 10_080)
  /// When the team works; `nil` is around the clock.
  public var hours: BusinessHours?

  /// The limits of `Resources/response-clocks.json`, around the clock.
  public init() {}

  /// What counts where nobody says otherwise.
  public static let standard = ClockPolicy()

  /// The limits for a severity.
  public func limits(for severity: Severity) -> Limits {
    switch severity.rank {
    case 0: informational
    case 1: low
    case 2: medium
    default: high
    }
  }

  /// What tells it from other policies, the same in every process (FNV-1a over all of it).
  public var fingerprint: UInt64 {
    var numbers: [Int64] = [high, medium, low, informational].flatMap {
      [Int64($0.acknowledge), Int64($0.act)]
    }
    if let hours {
      numbers += [Int64(hours.weekdays.rawValue), Int64(hours.from), Int64(hours.to)]
      numbers += hours.zone.stretches.flatMap { [$0.start.milliseconds, Int64($0.minutes)] }
    }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for number in numbers {
      for shift in stride(from: Int64(0), to: 64, by: 8) {
        hash = (hash ^ UInt64(truncatingIfNeeded: number >> shift & 0xFF)) &* 0x100_0000_01B3
      }
    }
    return hash
  }
}
