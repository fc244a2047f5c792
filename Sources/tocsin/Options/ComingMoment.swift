// SPDX-License-Identifier: MIT

import Incidents

/// A moment to come, given on the command line.
struct ComingMoment {
  /// The moment.
  let moment: Timestamp

  /// Reads a moment; `isFuture` refuses one that has passed.
  init(_ text: String, option: String, isFuture: Bool = false) throws(Failure) {
    let now = Clock.now
    guard let moment = ComingTime.read(text, now: now, zone: Clock.zone) else {
      throw .unfitComingTime(option, text)
    }
    if isFuture, moment <= now { throw .pastTime(option, text) }
    self.moment = moment
  }
}
