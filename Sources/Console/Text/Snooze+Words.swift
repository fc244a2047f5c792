// SPDX-License-Identifier: MIT

import Incidents

extension Snooze {
  /// When it wakes, in six columns: `08:00Z`, `11-25`, or that a response is waited for.
  func waking(from now: Timestamp) -> String {
    guard let until else { return "resp." }
    let isSoon = until.milliseconds - now.milliseconds < 86_400_000
    return isSoon ? until.clockTime : String(until.day.dropFirst(5))
  }
}
