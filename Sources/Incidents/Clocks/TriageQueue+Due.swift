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
      return sum + partition(count) { !row(at: start + $0).isOverdue(at: now) }
    }
  }
}

extension ArchiveBase {
  /// The rows of which a clock runs out in a span of milliseconds since 1970, a range for each
  /// severity: within it they are in order of that.
  func rows(due span: ClosedRange<Int64>) -> [Range<Int>] {
    guard let archive else { return [] }
    let awake = min(archive.yours, archive.rowCount) - snoozed
    var start = 0
    return (0...3).reversed().compactMap { rank in
      let end = partition(awake) { row(at: $0, of: archive).severity.rank < rank }
      defer { start = max(start, end) }
      guard start < end else { return nil }
      func first(_ isBehind: (Int64) -> Bool) -> Int {
        start
          + partition(end - start) {
            isBehind(row(at: start + $0, of: archive).due?.at.milliseconds ?? .max)
          }
      }
      let lower = first { $0 >= span.lowerBound }
      // What has no clock comes last, as if it were due at the end of time.
      let upper = first { $0 > span.upperBound || $0 == .max }
      return lower < upper ? lower..<upper : nil
    }
  }
}
