// SPDX-License-Identifier: MIT

/// A moment: milliseconds since 1970-01-01T00:00:00Z.
public struct Timestamp: Hashable, Sendable, Comparable {
  /// Milliseconds since 1970, negative before.
  public var milliseconds: Int64

  /// Makes a timestamp from milliseconds since 1970.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Whether one moment is before another.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// Milliseconds from an earlier moment to this one; never negative, because clocks disagree.
  public func elapsed(since earlier: Timestamp) -> Int64 {
    max(0, milliseconds - earlier.milliseconds)
  }
}
