// SPDX-License-Identifier: MIT

internal import Incidents

extension ServiceReport {
  /// How long things took, over all incidents.
  var times: ReportTable {
    func row(_ title: String, _ spread: Spread) -> ReportRow {
      ReportRow(
        [.text(ReportText(words: title))] + Self.values(of: spread), incidents: spread.incidents)
    }
    return ReportTable(
      name: "times", caption: "Percentiles by nearest rank, of what ended in the period",
      columns: Self.columns([.text("measure", "Time")]),
      rows: ServiceMetrics.Measure.allCases.map { row($0.title, metrics.time($0)) }
        + [row("your move so far, at the end", metrics.queueAge)])
  }

  /// The same by what incidents have in common, a table for each.
  var timeGroups: [ReportBlock] {
    [
      groups(
        "timesBySeverity", "By severity", .text("severity", "Severity"),
        metrics.timesBySeverity
      ) { "\(prose: $0.title)" },
      groups(
        "timesByCategory", "By category", .text("category", "Category"),
        metrics.timesByCategory(Self.rowLimit)
      ) { "\(prose: $0)" },
      groups(
        "timesBySource", "By source", .text("source", "Source"),
        metrics.timesBySource(Self.rowLimit)
      ) { "\(prose: $0)" },
      groups(
        "timesByWeek", "By the ISO week in which they ended", .text("week", "Week"),
        metrics.timesByWeek
      ) { ReportText(words: $0.description) },
    ]
  }

  private func groups<Key: Hashable>(
    _ name: String, _ caption: ReportText, _ column: ReportColumn,
    _ groups: [ServiceMetrics.TimeGroup<Key>], _ label: (Key) -> ReportText
  ) -> ReportBlock {
    .table(
      ReportTable(
        name: name, caption: caption,
        columns: Self.columns([column, .text("measure", "Time")]),
        rows: groups.map { group in
          ReportRow(
            [.text(label(group.key)), .text(ReportText(words: group.measure.title))]
              + Self.values(of: group.spread), incidents: group.spread.incidents)
        }, placeholder: "Nothing ended in the period."))
  }

  private static func columns(_ first: [ReportColumn]) -> [ReportColumn] {
    first + [
      .number("count", "Of"), .duration("p50Seconds", "p50"), .duration("p90Seconds", "p90"),
      .duration("p95Seconds", "p95"), .duration("longestSeconds", "Longest"),
    ]
  }

  private static func values(of spread: Spread) -> [ReportValue] {
    func value(_ milliseconds: Int64?) -> ReportValue {
      milliseconds.map { .duration(milliseconds: $0) } ?? .none
    }
    return [
      .number(spread.samples.count), value(spread.percentile(50)), value(spread.percentile(90)),
      value(spread.percentile(95)), value(spread.longest),
    ]
  }
}
