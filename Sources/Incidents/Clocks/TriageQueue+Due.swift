// SPDX-License-Identifier: MIT

extension QueueRow {
  /// When its nearer clock runs out; `nil` if none runs, or while a snooze holds it.
  public var runningDue: Due? { snoozed == nil ? due : nil }

  /// Whether one of its clocks has run out.
  public func isOverdue(at now: Timestamp) -> Bool { runningDue.map { $0.at < now } ?? false }
}

extension TriageQueue {
  /// How many rows have a response clock that ran out; within a severity they come first, so a few
  /// rows are read.
  public func overdue(at now: Timestamp) -> Int {
    var before = 0
    return severitiesAwake.reduce(0) { sum, group in
      let (start, count) = (before, group.count)
      before += count
      return sum + partition(count) { !isOverdue(start + $0, at: now) }
    }
  }

  private func isOverdue(_ place: Int, at now: Timestamp) -> Bool {
    switch source(of: place) {
    case .fresh(let index): fresh[index].row.isOverdue(at: now)
    case .base(let row, let archive): archive.number(.due, at: row) < now.milliseconds
    }
  }
}
