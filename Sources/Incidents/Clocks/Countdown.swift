// SPDX-License-Identifier: MIT

/// How much time is left until a deadline, or how long it is past, in at most six columns.
public struct Countdown: Hashable, Sendable {
  /// Milliseconds left; negative once it is past.
  public var left: Int64

  /// The time from a moment to a deadline.
  public init(to deadline: Timestamp, from now: Timestamp) {
    left =
      deadline < now ? -now.elapsed(since: deadline) : deadline.elapsed(since: now)
  }

  /// Whether it is past.
  public var isOver: Bool { left < 0 }

  /// `0:18`, `−0:42`, `1d 4h`, `−3d` or `213d`; it changes at most once a minute, so an idle screen
  /// is still.
  public func text(isASCII: Bool = false) -> String {
    let minutes = abs(left) / 60_000
    let (hours, days) = (minutes / 60, minutes / 1440)
    let length: String
    if days < 1 {
      length = "\(hours):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
    } else if days < 10, !isOver {
      length = "\(days)d \(hours % 24)h"
    } else {
      length = days < 10_000 ? "\(days)d" : "\(days / 365)y"
    }
    return isOver ? (isASCII ? "-" : "−") + length : length
  }
}
