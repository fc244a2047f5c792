// SPDX-License-Identifier: MIT

import Glibc

/// A moment after which waiting is given up; tests fail by it but never measure with it.
struct Deadline {
  private let end: ContinuousClock.Instant

  init(seconds: Int) {
    end = ContinuousClock.now + .seconds(seconds)
  }

  var isOver: Bool { ContinuousClock.now >= end }
}
