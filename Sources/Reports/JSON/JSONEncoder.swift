// SPDX-License-Identifier: MIT

import Incidents

/// A report for programs: its blocks in order, those with values as `columns` and `rows`.
struct JSONEncoder {
  func encode(_ document: ReportDocument) -> String {
    let value = JSONText.object([
      ("title", .string(document.title.raw)), ("subtitle", .string(document.subtitle.raw)),
      ("blocks", .array(document.blocks.compactMap { block($0, document.listsIncidents) })),
    ])
    return value.description + "\n"
  }

  private func block(_ block: ReportBlock, _ listsIncidents: Bool) -> JSONText? {
    switch block {
    case .heading(let text, let level):
      .object([
        ("kind", .string("heading")), ("level", .literal("\(level)")), ("text", .string(text.raw)),
      ])
    case .paragraph(let text):
      .object([("kind", .string("paragraph")), ("text", .string(text.raw))])
    case .warning(let text):
      .object([("kind", .string("warning")), ("text", .string(text.raw))])
    case .list(let items):
      .object([("kind", .string("list")), ("items", .array(items.map { .string($0.raw) }))])
    case .facts: block.table.map { table("facts", $0, listsIncidents) }
    case .table(let table): self.table("table", table, listsIncidents)
    case .bars: block.table.map { table("bars", $0, listsIncidents) }
    case .split: block.table.map { table("split", $0, listsIncidents) }
    case .series: block.table.map { table("series", $0, listsIncidents) }
    case .heat: block.table.map { table("heat", $0, listsIncidents) }
    case .checklist: block.table.map { table("checklist", $0, listsIncidents) }
    case .pageBreak: nil
    }
  }

  private func table(
    _ kind: String, _ table: ReportTable, _ listsIncidents: Bool
  ) -> JSONText {
    let hasIncidents = listsIncidents || table.rows.contains { !$0.incidents.isEmpty }
    let columns = table.columns.map { column in
      JSONText.object([
        ("key", .string(column.key)), ("title", .string(column.title)),
        ("type", .string(column.kind.rawValue)),
      ])
    }
    let rows = table.rows.map { row in
      var members = table.columns.indices.map { index in
        (table.columns[index].key, value(row.cell(index)))
      }
      if hasIncidents {
        members.append(("incidents", .array(row.incidents.map { .string($0.text) })))
      }
      return JSONText.object(members)
    }
    return .object([
      ("kind", .string(kind)), ("name", .string(table.name)),
      ("caption", .string(table.caption.raw)), ("columns", .array(columns)),
      ("rows", .array(rows)),
    ])
  }

  private func value(_ value: ReportValue) -> JSONText {
    switch value {
    case .text(let text): .string(text.raw)
    case .time(let time): .string(time.iso8601)
    case .flag(let flag): .literal(flag ? "true" : "false")
    case .number, .share, .duration, .none: .literal(value.decimal ?? "null")
    }
  }
}
