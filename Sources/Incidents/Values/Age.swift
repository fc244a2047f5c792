// SPDX-License-Identifier: MIT

/// A length of time as an analyst reads it, in at most six columns.
public struct Age: Hashable, Sendable, CustomStringConvertible {
  /// The length in milliseconds.
  public var milliseconds: Int64

  /// Makes an age of so many milliseconds; negative ages count as none.
  public init(milliseconds: Int64) { self.milliseconds = max(0, milliseconds) }

  /// The age of something at a moment.
  public init(from earlier: Timestamp, to now: Timestamp) {
    self.init(milliseconds: now.elapsed(since: earlier))
  }

  /// `<1m`, `42m`, `2h05`, `1d 4h` or `213d`; it changes at most once a minute, so an idle screen
  /// is still.
  public var description: String {
    let minutes = milliseconds / 60_000
    let hours = minutes / 60
    let days = hours / 24
    if minutes < 1 { return "<1m" }
    if hours < 1 { return "\(minutes)m" }
    if days < 1 { return "\(hours)h\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)" }
    if days < 10 { return "\(days)d \(hours % 24)h" }
    return days < 10_000 ? "\(days)d" : "\(days / 365)y"
  }
}
