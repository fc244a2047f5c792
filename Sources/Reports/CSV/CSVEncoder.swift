// SPDX-License-Identifier: MIT

import Incidents
import SafeText

/// The tables of a report as comma-separated values: one asked for by name, or all, each under its
/// name and after an empty line.
struct CSVEncoder {
  private let isRaw: Bool
  private let name: String?

  init(_ options: ReportOptions) {
    isRaw = options.isRaw
    name = options.table
  }

  func encode(_ document: ReportDocument) -> String {
    let tables = document.blocks.compactMap(\.table)
    let records = { self.records($0, document.listsIncidents) }
    if let name { return tables.filter { $0.name == name }.map(records).joined() }
    return tables.map { CSVText.record([CSVText.field($0.name)]) + records($0) }
      .joined(separator: "\r\n")
  }

  private func records(_ table: ReportTable, _ listsIncidents: Bool) -> String {
    let hasIncidents = listsIncidents || table.rows.contains { !$0.incidents.isEmpty }
    var text = CSVText.record(
      (table.columns.map(\.key) + (hasIncidents ? ["incidents"] : [])).map(CSVText.field))
    for row in table.rows {
      var fields = table.columns.indices.map { field(row.cell($0)) }
      if hasIncidents {
        fields.append(CSVText.field(row.incidents.map(\.text).joined(separator: " ")))
      }
      text += CSVText.record(fields)
    }
    return text
  }

  private func field(_ value: ReportValue) -> String {
    switch value {
    case .text(let text):
      CSVText.field(text.visible(isRaw: isRaw, isFlat: true), of: text.raw)
    case .time(let time): time.iso8601
    case .flag(let flag): flag ? "true" : "false"
    // A negative number is a number, not a formula, and none of these is data.
    case .number, .share, .duration: value.decimal ?? ""
    case .none: ""
    }
  }
}
