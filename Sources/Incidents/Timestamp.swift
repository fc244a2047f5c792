// SPDX-License-Identifier: MIT

/// A moment: milliseconds since 1970-01-01T00:00:00Z.
public struct Timestamp: Hashable, Sendable {
  /// Milliseconds since 1970, negative before.
  public var milliseconds: Int64

  /// Makes a timestamp from milliseconds since 1970.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }
}
