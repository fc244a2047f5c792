// SPDX-License-Identifier: MIT

import Incidents

extension Snooze {
  /// When it wakes, in six columns: `08:00Z`, `11-25`, or that a response is waited for.
  func waking(from now: Timestamp, _ times: ScreenTimes) -> String {
    guard let until else { return "resp." }
    let isSoon = until.milliseconds - now.milliseconds < 86_400_000
    return isSoon ? times.clock(until) : String(times.day(until).dropFirst(5))
  }
}
