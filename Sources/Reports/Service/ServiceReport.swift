// SPDX-License-Identifier: MIT

public import Incidents

/// The numbers of a period as a report, for a lead's review.
public struct ServiceReport {
  /// The most rows of a list.
  static let rowLimit = 10

  let metrics: ServiceMetrics
  private let place: String
  private let zone: LocalZone
  private let shifts: ShiftPlan

  /// The report of numbers; `place` names the store, hours are read in the zone, and shifts are
  /// made of the team's hours, if it has any.
  public init(
    _ metrics: ServiceMetrics, of place: String, in zone: LocalZone, hours: BusinessHours? = nil
  ) {
    self.metrics = metrics
    self.place = place
    self.zone = zone
    shifts = ShiftPlan(hours, in: zone)
  }

  /// The report.
  public var document: ReportDocument {
    let period = metrics.period
    return ReportDocument(
      title: "Service report",
      subtitle: "\(period.start) to \(period.end) · \(prose: place)", listsIncidents: true,
      blocks: [.facts(counts)]
        + section("How long it took", [.table(times)] + timeGroups)
        + section("Whose turn it was", [.split(turns), .split(weekTurns)])
        + section("Overdue by shift", [.table(overdue)])
        + section(
          "By severity, category and source",
          [.table(severities), .table(categories), .table(sources)])
        + section("Over time", [.series(weeks), .heat(calls)])
        + section("Most affected", most)
        + section("Noisy detectors", [.table(detectors)])
        + section("Failed responses", [.table(failures)])
        + section("What these numbers mean", [.list(remarks)]))
  }

  private func section(_ title: ReportText, _ blocks: [ReportBlock]) -> [ReportBlock] {
    [.heading(title, level: 2)] + blocks
  }

  private var counts: ReportFacts {
    func fact(
      _ key: String, _ label: String, _ items: [ServiceMetrics.Item], _ remark: ReportText = ""
    ) -> ReportFacts.Fact {
      ReportFacts.Fact(
        key, label, .number(items.count), remark: remark, incidents: items.map(\.course.id))
    }
    return ReportFacts(
      name: "counts",
      [
        fact("incidents", "Incidents", metrics.items, "open during the period"),
        fact("investigated", "Investigated by the experts", metrics.investigated, "inferred"),
        fact("resolved", "Resolved", metrics.resolved),
        fact("resolvedDirectly", "Resolved directly", metrics.resolvedDirectly, "inferred"),
        fact(
          "resolvedWithYourHelp", "Resolved with your help", metrics.resolvedWithHelp, "inferred"),
        fact("resolvedOtherwise", "Resolved otherwise", metrics.resolvedOtherwise),
        fact("yourMove", "Your move", metrics.yours, "at the end"),
        fact("withFailedResponses", "With failed responses", metrics.failed),
      ])
  }

  private var turns: ReportSplit {
    Self.turns(
      "turns", caption: "Time in the period in which incidents lay with ",
      metrics.bySeverity.map { group in
        ReportSplit.Bar(
          "\(prose: group.key.title)", .duration(milliseconds: group.expertsTime),
          .duration(milliseconds: group.customersTime), incidents: group.ids)
      })
  }

  private var weekTurns: ReportSplit {
    Self.turns(
      "turnsByWeek", caption: "By ISO week: time in which incidents lay with ",
      metrics.turnsByWeek.map { turns in
        ReportSplit.Bar(
          ReportText(words: turns.week.description), .duration(milliseconds: turns.expertsTime),
          .duration(milliseconds: turns.customersTime), incidents: turns.incidents)
      })
  }

  /// How long incidents lay with whom.
  private static func turns(
    _ name: String, caption: ReportText, _ bars: [ReportSplit.Bar]
  ) -> ReportSplit {
    ReportSplit(
      name: name, caption: caption, first: .duration("expertsSeconds", "the experts"),
      second: .duration("yourSeconds", "you"), bars: bars)
  }

  private var overdue: ReportTable {
    ReportTable(
      name: "overdueByShift",
      caption:
        "Clocks of the last call for action that ran out in the period, by the team's clock",
      columns: [
        .text("shift", "Shift"), .number("acknowledgeDue", "To acknowledge"),
        .number("acknowledgeOverdue", "overdue"), .number("actDue", "To act"),
        .number("actOverdue", "overdue"),
      ],
      rows: metrics.overdue(by: shifts).map { share in
        ReportRow(
          [
            .text(ReportText(words: share.shift.title)), .number(share.acknowledge),
            .number(share.acknowledgeMissed), .number(share.act), .number(share.actMissed),
          ], incidents: share.incidents)
      })
  }

  private var severities: ReportTable {
    ReportTable(
      name: "bySeverity", caption: "By severity", columns: columns(.text("severity", "Severity")),
      rows: metrics.bySeverity.map { row("\(prose: $0.key.title)", $0) })
  }

  private var sources: ReportTable {
    ReportTable(
      name: "bySource",
      caption: "By source; an incident of several sources counts for each",
      columns: columns(.text("source", "Source")),
      rows: metrics.bySource.prefix(Self.rowLimit).map { row("\(prose: $0.key)", $0) })
  }

  private var categories: ReportTable {
    ReportTable(
      name: "byCategory",
      caption: "By category of alerts; an incident of several categories counts for each",
      columns: columns(.text("category", "Category")),
      rows: metrics.byCategory.prefix(Self.rowLimit).map { row("\(name: $0.key)", $0) })
  }

  private func columns(_ first: ReportColumn) -> [ReportColumn] {
    [
      first, .number("count", "Incidents"), .number("resolved", "Resolved"),
      .duration("expertsSeconds", "Experts"), .duration("yourSeconds", "You"),
    ]
  }

  private func row<Key: Hashable>(
    _ label: ReportText, _ group: ServiceMetrics.Group<Key>
  ) -> ReportRow {
    ReportRow(
      [
        .text(label), .number(group.items.count),
        .number(group.resolved(in: metrics.period).count),
        .duration(milliseconds: group.expertsTime), .duration(milliseconds: group.customersTime),
      ], incidents: group.ids)
  }

  private var weeks: ReportSeries {
    let started = metrics.byWeekStarted
    let resolved = metrics.byWeekResolved
    return ReportSeries(
      name: "byWeek", caption: "Incidents by ISO week",
      points: zip(started, resolved).map { started, resolved in
        let ids = started.ids + resolved.ids
        return ReportSeries.Point(
          started.key.description, incidents: Array(Set(ids)).sorted())
      },
      lines: [
        .init(.number("started", "new"), started.map { .number($0.items.count) }),
        .init(.number("resolved", "resolved"), resolved.map { .number($0.items.count) }),
      ])
  }

  private var calls: ReportHeat {
    let caption: ReportText =
      zone.stretches.allSatisfy { $0.minutes == 0 }
      ? "When incidents became your move (UTC)" : "When incidents became your move (team's time)"
    var heat = ReportHeat(name: "callsByHour", caption: caption)
    for call in metrics.calls { heat.add(zone.reading(at: call)) }
    return heat
  }

  private var most: [ReportBlock] {
    [
      bars("devices", "Devices by incidents", metrics.byDevice),
      bars("users", "Users by incidents", metrics.byUser),
      bars("techniques", "ATT&CK techniques by incidents", metrics.byTechnique),
    ]
  }

  private func bars(
    _ name: String, _ caption: ReportText, _ groups: [ServiceMetrics.Group<String>]
  ) -> ReportBlock {
    .bars(
      ReportBars(
        name: name, caption: caption,
        bars: groups.prefix(Self.rowLimit).map { group in
          ReportBars.Bar(
            "\(name: group.key)", .number(group.items.count), incidents: group.ids)
        }))
  }

  private var detectors: ReportTable {
    ReportTable(
      name: "detectors",
      caption: "False positives among what was classified, by source",
      columns: [
        .text("source", "Source"), .number("classified", "Classified"),
        .number("falsePositives", "False positives"), .share("share", "Share"),
      ],
      rows: metrics.detectors.prefix(Self.rowLimit).map { group in
        let wrong = group.falsePositives
        return ReportRow(
          [
            .text("\(prose: group.key)"), .number(group.items.count), .number(wrong.count),
            .share(wrong.count, of: group.items.count),
          ], incidents: wrong.map(\.course.id))
      }, placeholder: "Nothing was classified.")
  }

  private var failures: ReportTable {
    ReportTable(
      name: "failures", caption: "Responses said to have failed in the period",
      columns: [
        .text("incident", "Incident"), .text("response", "Response"), .text("target", "Target"),
        .time("at", "Failed"), .text("by", "Said by"),
      ],
      rows: metrics.failed.flatMap { item in
        item.course.failures.map { failure in
          let title = failure.title.isEmpty ? failure.response : failure.title
          return ReportRow(
            [
              .text("\(id: item.course.id)"), .text("\(prose: title)"),
              .text("\(name: failure.target)"), .time(failure.at),
              .text(failure.by.map { "\(prose: $0.title)" } ?? "Defender"),
            ], incidents: [item.course.id])
        }
      }, placeholder: "None failed.")
  }

  private var remarks: [ReportText] {
    [
      """
      All is computed from this store's journal: what was never imported is not counted, and a \
      change is known from when it was imported, or earlier where Defender gives a time.
      """,
      """
      Defender does not say which incidents its experts investigated. Counted is what shows their \
      hand: it awaited your action, has a response, was theirs or was given back, or bears their tag.
      """,
      """
      Resolved directly: they had a hand in it and it never was your move. Resolved with your help: \
      a response of yours was completed. Nobody says that the one led to the other.
      """,
      """
      Time with the experts is time in which such an incident was open and asked nothing of you. \
      Time with you goes on while an incident is snoozed, and at night.
      """,
      """
      What was undone counts as never done; a merged incident counts as the one it was merged into.
      """,
    ]
  }
}
