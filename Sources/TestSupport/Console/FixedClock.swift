// SPDX-License-Identifier: MIT

public import Incidents
private import Synchronization

/// A clock that stands still until it is told to go on.
public final class FixedClock: Sendable {
  /// 2026-11-23T08:41:00Z, when every story begins.
  public static let start = Timestamp(milliseconds: 1_795_423_260_000)

  private let moment: Mutex<Timestamp>

  /// Makes a clock that shows a moment.
  public init(_ moment: Timestamp = start) { self.moment = Mutex(moment) }

  /// The moment it shows.
  public var now: Timestamp { moment.withLock { $0 } }

  /// Goes on by so many minutes.
  public func advance(minutes: Int64) {
    moment.withLock { $0.milliseconds += minutes * 60_000 }
  }
}
