// SPDX-License-Identifier: MIT

extension TriageQueue {
  /// How many of the rows that are the customer's move and awake have each severity, the worst
  /// first.
  ///
  /// Severities that are not known count as high. They stand in this order, so a few rows are read.
  public var severitiesAwake: [(severity: Severity, count: Int)] {
    let awake = awake
    let known = base.archive?.values.severities ?? []
    var before = 0
    return ([.high, .medium, .low, .informational] as [Severity]).map { severity in
      let end = partition(awake) { self.severity(at: $0, known).rank < severity.rank }
      defer { before = end }
      return (severity, end - before)
    }
  }

  /// The severity of a row; one of the archive's has a place among those it knows.
  private func severity(at place: Int, _ known: [Severity]) -> Severity {
    switch source(of: place) {
    case .fresh(let index): fresh[index].row.severity
    case .base(let row, let archive): known[Int(archive.number(.severity, at: row))]
    }
  }
}
