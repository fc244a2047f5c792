// SPDX-License-Identifier: MIT

extension TriageQueue {
  /// How many of the rows that are the customer's move have each severity, the worst first.
  ///
  /// Severities that are not known count as high. They stand in this order, so a few rows are read.
  public var severitiesOfYours: [(severity: Severity, count: Int)] {
    let yours = yours
    var before = 0
    return ([.high, .medium, .low, .informational] as [Severity]).map { severity in
      let end = partition(yours) { row(at: $0).severity.rank < severity.rank }
      defer { before = end }
      return (severity, end - before)
    }
  }
}
