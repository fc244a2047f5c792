// SPDX-License-Identifier: MIT

public import Incidents

extension Store {
  /// How many lines of the journal are in memory at once while numbers are worked out.
  private var linesAtOnce: Int { 4000 }

  /// The numbers of a period, from one pass over the journal; the book is the one that holds now.
  public func metrics(over period: Period, _ book: CaseBook) throws(StoreError) -> ServiceMetrics {
    var replay = CourseReplay(book, over: period)
    var next = 1
    while next <= book.seq {
      let last = min(book.seq, next + linesAtOnce - 1)
      for entry in try entries(from: next, through: last) { replay.take(entry) }
      next = last + 1
    }
    return ServiceMetrics(replay.courses(), in: book, over: period)
  }
}
