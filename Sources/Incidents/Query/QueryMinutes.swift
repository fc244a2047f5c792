// SPDX-License-Identifier: MIT

/// A range of lengths of time, as it is asked at a moment.
struct QueryMinutes: Hashable, Sendable {
  private let minutes: ClosedRange<Int64>
  private let now: Timestamp

  init(_ from: QuerySpan?, _ to: QuerySpan?, at now: Timestamp) {
    minutes = (from?.minutes ?? .min)...max(from?.minutes ?? .min, to?.minutes ?? .max)
    self.now = now
  }

  /// Whether the time since a moment, in milliseconds since 1970, is within; no moment is not.
  func holdsTimeSince(_ moment: Int64) -> Bool {
    moment != RowColumn.none
      && minutes.contains(now.elapsed(since: Timestamp(milliseconds: moment)) / 60_000)
  }

  /// The moments until which so much time is left.
  ///
  /// Less than nothing is left where a clock ran out, so that `due:..1h` finds that, too.
  var moments: ClosedRange<Int64> {
    func moment(_ minutes: Int64, _ rest: Int64) -> Int64 {
      let (span, isLong) = minutes.multipliedReportingOverflow(by: 60_000)
      if isLong { return minutes < 0 ? .min : .max }
      return now.milliseconds.addingReportingOverflow(span + rest).partialValue
    }
    return moment(minutes.lowerBound, 0)...moment(minutes.upperBound, 59_999)
  }
}
