// SPDX-License-Identifier: MIT

import IncidentStore
import Incidents

extension Session {
  /// How many lines of the journal are in memory at once.
  private static let linesAtOnce = 4000

  /// The numbers of a period, from one pass over the journal.
  func metrics(over period: Period) throws -> ServiceMetrics {
    var replay = CourseReplay(book, over: period)
    var next = 1
    while next <= book.seq {
      let last = min(book.seq, next + Self.linesAtOnce - 1)
      for entry in try store.entries(from: next, through: last) { replay.take(entry) }
      next = last + 1
    }
    return ServiceMetrics(replay.courses(), in: book, over: period)
  }
}
