// SPDX-License-Identifier: MIT

/// How far local time is from UTC around now, as the edge reads it from the system.
public struct LocalZone: Hashable, Sendable {
  /// From when on local time is how far from UTC.
  public struct Stretch: Hashable, Sendable {
    /// When it begins.
    public var start: Timestamp
    /// Minutes east of UTC.
    public var minutes: Int

    /// Makes one.
    public init(from start: Timestamp, minutes: Int) {
      self.start = start
      self.minutes = minutes
    }
  }

  /// The stretches, oldest first; none is UTC.
  public var stretches: [Stretch]

  /// Makes a zone.
  public init(_ stretches: [Stretch]) { self.stretches = stretches }

  /// The zone in which local time is UTC.
  public static let utc = LocalZone([])

  /// Minutes east of UTC at a moment.
  public func minutes(at moment: Timestamp) -> Int {
    (stretches.last { $0.start <= moment } ?? stretches.first)?.minutes ?? 0
  }

  /// The local clock's reading at a moment, written as if it were UTC.
  public func reading(at moment: Timestamp) -> Timestamp {
    Timestamp(milliseconds: moment.milliseconds + Int64(minutes(at: moment)) * 60_000)
  }

  /// The moment at which the local clock reads so, the reading written as if it were UTC.
  ///
  /// Of two, the earlier; where the clock is put forward over it, the moment that would have been.
  public func moment(of reading: Timestamp) -> Timestamp {
    let choices = Set(stretches.map(\.minutes)).map {
      Timestamp(milliseconds: reading.milliseconds - Int64($0) * 60_000)
    }
    let real = choices.filter { self.reading(at: $0) == reading }.min()
    return real ?? choices.max() ?? reading
  }
}
