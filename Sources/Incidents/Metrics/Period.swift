// SPDX-License-Identifier: MIT

/// A stretch of time: from its start up to, but not including, its end.
public struct Period: Hashable, Sendable {
  /// When it begins.
  public var start: Timestamp
  /// When it ends.
  public var end: Timestamp

  /// Makes a period; one that ends before it starts is empty.
  public init(from start: Timestamp, to end: Timestamp) {
    self.start = start
    self.end = max(start, end)
  }

  /// Whether a moment is in it.
  public func contains(_ moment: Timestamp) -> Bool { start <= moment && moment < end }
}
