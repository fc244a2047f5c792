// SPDX-License-Identifier: MIT

import Console

/// Lets a notification through only if none went out for a while: a burst of news is one call.
struct NotificationPace {
  private var last: Int64?

  /// Whether one may go out at a moment of the monotonic clock, in milliseconds; if so, it did.
  mutating func allows(at now: Int64) -> Bool {
    if let last, now - last < Effect.notifyPause { return false }
    last = now
    return true
  }
}
