// SPDX-License-Identifier: MIT

import Incidents
import SafeText

/// A report as one HTML file that asks for nothing: no script, no link, no image, no font, and a
/// policy that would refuse them.
struct HTMLEncoder {
  /// How many incidents are listed behind a number.
  static let incidentLimit = 60
  /// The most columns that fit a page side by side.
  private static let mostColumns = 10
  /// The columns from which on a table is set smaller.
  private static let manyColumns = 7

  let isRaw: Bool

  init(_ options: ReportOptions) { isRaw = options.isRaw }

  func encode(_ document: ReportDocument) -> String {
    // A title holds no markup, so what is set off there is only spelled out.
    let title = HTMLText.words(document.title.visible(isRaw: isRaw, isFlat: true).text)
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" \
      content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="referrer" content="no-referrer">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="format-detection" content="telephone=no, email=no, address=no, date=no">
      <title>\(title)</title>
      <style>
      \(HTMLStyle.css)
      </style>
      </head>
      <body>
      <main>
      <header>
      <h1>\(text(document.title))</h1>
      \(document.subtitle.isEmpty ? "" : "<p>\(text(document.subtitle))</p>\n")</header>
      \(document.blocks.map(block).joined())</main>
      </body>
      </html>

      """
  }

  func text(_ text: ReportText) -> String { HTMLText.text(text, isRaw: isRaw) }

  func value(_ value: ReportValue) -> String {
    if case .text(let text) = value { return self.text(text) }
    return HTMLText.words(value.words ?? "")
  }

  private func block(_ block: ReportBlock) -> String {
    switch block {
    case .heading(let text, let level):
      level > 2 ? "<h3>\(self.text(text))</h3>\n" : "<h2>\(self.text(text))</h2>\n"
    case .paragraph(let text): "<p>\(self.text(text))</p>\n"
    case .warning(let text): "<div class=\"w\">\(self.text(text))</div>\n"
    case .list(let items):
      "<ul>\n" + items.map { "<li>\(text($0))</li>\n" }.joined() + "</ul>\n"
    case .facts(let facts): self.facts(facts)
    case .table(let table): self.table(table)
    case .bars(let bars): self.bars(bars)
    case .split(let split): self.split(split)
    case .series(let series): self.series(series)
    case .heat(let heat): self.heat(heat)
    case .checklist(let checklist): self.checklist(checklist)
    case .pageBreak: "<div class=\"break\"></div>\n"
    }
  }

  /// Numbers stand as tiles, all else as a list.
  private func facts(_ facts: ReportFacts) -> String {
    let isNumbers = facts.facts.allSatisfy {
      switch $0.value {
      case .number, .share, .duration, .none: true
      case .text, .time, .flag: false
      }
    }
    let items = facts.facts.map { fact in
      let remark = fact.remark.isEmpty ? "" : "<dd class=\"r\">\(text(fact.remark))</dd>"
      let behind = fact.incidents.isEmpty ? "" : "<dd class=\"r\">\(incidents(fact))</dd>"
      return "<div><dt>\(HTMLText.words(fact.label))</dt>"
        + "<dd>\(value(fact.value))</dd>\(remark)\(behind)</div>\n"
    }
    return "<dl class=\"\(isNumbers ? "tiles" : "facts")\">\n" + items.joined() + "</dl>\n"
  }

  private func incidents(_ fact: ReportFacts.Fact) -> String { behind(fact.incidents) }

  /// The incidents behind a number, folded.
  func behind(_ incidents: [IncidentID]) -> String {
    guard !incidents.isEmpty else { return "" }
    let ids = incidents.prefix(Self.incidentLimit).map { HTMLText.words($0.text) }
    let rest = incidents.count - ids.count
    let more = rest > 0 ? " and \(rest) more" : ""
    let noun = incidents.count == 1 ? "incident" : "incidents"
    return "<details><summary>\(incidents.count) \(noun)</summary>"
      + "\(ids.joined(separator: " "))\(more)</details>"
  }

  private func table(_ table: ReportTable) -> String {
    let caption = table.caption.isEmpty ? "" : "<caption>\(text(table.caption))</caption>\n"
    guard !table.rows.isEmpty else {
      return (table.caption.isEmpty ? "" : "<p class=\"r\">\(text(table.caption))</p>\n")
        + "<p>\(text(table.placeholder))</p>\n"
    }
    guard table.columns.count <= Self.mostColumns else {
      return (table.caption.isEmpty ? "" : "<p class=\"r\">\(text(table.caption))</p>\n")
        + cards(table)
    }
    let classes = table.columns.map { column in
      column.isNumeric ? " class=\"n\"" : column.kind == .time ? " class=\"m\"" : ""
    }
    let head = zip(table.columns, classes).map {
      "<th scope=\"col\"\($1)>\(HTMLText.words($0.title))</th>"
    }
    let rows = table.rows.map { row in
      let cells = table.columns.indices.map { index in
        let more = index == 0 && !names(row) ? behind(row.incidents) : ""
        return "<td\(classes[index])>\(value(row.cell(index)))\(more)</td>"
      }
      return "<tr>\(cells.joined())</tr>\n"
    }
    let isMany = table.columns.count >= Self.manyColumns
    return
      "<table\(isMany ? " class=\"many\"" : "")>\n\(caption)<thead><tr>\(head.joined())</tr></thead>\n<tbody>\n"
      + rows.joined() + "</tbody>\n</table>\n"
  }

  /// A table too wide for a page: each row by itself, as a list of what it says.
  private func cards(_ table: ReportTable) -> String {
    table.rows.map { row in
      let facts = zip(table.columns, table.columns.indices.map(row.cell)).filter { $1 != .none }
        .map { "<div><dt>\(HTMLText.words($0.title))</dt><dd>\(value($1))</dd></div>\n" }
      return "<dl class=\"facts card\">\n" + facts.joined() + "</dl>\n"
    }.joined()
  }

  /// Whether a row shows the only incident behind it anyway.
  private func names(_ row: ReportRow) -> Bool {
    guard row.incidents.count == 1, let id = row.incidents.first else { return false }
    return row.cells.contains { $0 == .text("\(id: id)") }
  }

  private func checklist(_ checklist: ReportChecklist) -> String {
    let items = checklist.items.map { item in
      let remark = item.remark.isEmpty ? "" : " <span class=\"r\">\(text(item.remark))</span>"
      return "<li><span class=\"state \(item.state.rawValue)\">\(sign(item.state)) "
        + "\(item.state.title)</span><span>\(text(item.text))\(remark)</span></li>\n"
    }
    let caption = checklist.caption.isEmpty ? "" : "<p class=\"r\">\(text(checklist.caption))</p>\n"
    return items.isEmpty ? "" : "\(caption)<ul class=\"check\">\n\(items.joined())</ul>\n"
  }

  private func sign(_ state: ReportChecklist.State) -> String {
    switch state {
    case .open: "☐"
    case .inProgress: "◐"
    case .done: "☑"
    case .failed: "✗"
    case .skipped: "–"
    }
  }
}
