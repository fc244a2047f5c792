// SPDX-License-Identifier: MIT

import Incidents
import Reports

/// A report with one of everything, and one text wherever data may stand.
enum SampleReport {
  static let time = Timestamp(iso8601: "2026-11-23T10:15:00.123Z") ?? Timestamp(milliseconds: 0)
  static let incidents = [IncidentID("2972395"), IncidentID("2972400")].compactMap { $0 }

  static func holding(_ data: String) -> ReportDocument {
    ReportDocument(
      title: "Report on \(prose: data)", subtitle: "by \(prose: data), \(time)",
      blocks: [
        .heading("About \(prose: data)", level: 2), .paragraph("Said: \(lines: data)"),
        .paragraph("\(lines: data)"), .paragraph("\(prose: data)\(indicator: data)\(exact: data)"),
        .warning("Careful: \(prose: data) \(indicator: data)"),
        .list([
          "\(prose: data)", "\(name: data)", "\(indicator: data)", "\(exact: data)",
          "\(lines: data)",
        ]),
        .facts(
          ReportFacts(
            name: "facts",
            [
              .init("who", "Who", .text("\(prose: data)"), remark: "\(indicator: data)"),
              .init("when", "When", .time(time)),
            ])),
        .facts(
          ReportFacts(
            name: "numbers",
            [.init("count", "Count", .number(-3), remark: "\(prose: data)", incidents: incidents)])
        ),
        .heading("More of \(indicator: data)", level: 3),
        .table(
          ReportTable(
            name: "table", caption: "Table of \(prose: data)",
            columns: [
              .text("title", "Title"), .text("name", "Name"), .number("count", "Count"),
              .duration("waitSeconds", "Wait"), .time("at", "At"), .share("share", "Share"),
            ],
            rows: [
              ReportRow(
                [
                  .text("\(prose: data)"), .text("\(indicator: data)"), .number(12),
                  .duration(milliseconds: 90_500), .time(time), .share(1, of: 3),
                ], incidents: incidents),
              ReportRow([.text("\(exact: data)"), .text("\(lines: data)"), .number(-5)]),
            ])),
        .bars(
          ReportBars(
            name: "bars", caption: "Bars of \(prose: data)",
            bars: [
              .init("\(prose: data)", .number(3), remark: "\(prose: data)", incidents: incidents),
              .init("\(indicator: data)", .number(6)),
            ])),
        .split(
          ReportSplit(
            name: "split", caption: "Parts of \(prose: data)",
            first: .duration("expertsSeconds", "experts"),
            second: .duration("oursSeconds", "ours"),
            bars: [
              .init(
                "\(prose: data)", .duration(milliseconds: 60_000),
                .duration(milliseconds: 120_000))
            ])),
        .series(
          ReportSeries(
            name: "series", caption: "Weeks of \(prose: data)",
            points: [.init("2026-W46"), .init("2026-W47"), .init("2026-W48")],
            lines: [.init(.number("count", "Count"), [.number(1), .none, .number(4)])])),
        .heat(heat(data)),
        .checklist(
          ReportChecklist(
            name: "checks", caption: "Steps for \(prose: data)",
            items: ReportChecklist.State.allCases.map {
              .init($0, "Call \(prose: data)", remark: "\(lines: data)")
            })),
        .pageBreak, .paragraph("End."),
      ])
  }

  private static func heat(_ data: String) -> ReportHeat {
    var heat = ReportHeat(name: "heat", caption: "Hours of \(prose: data)")
    heat.add(time)
    heat.add(time)
    return heat
  }
}
