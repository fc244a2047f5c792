// SPDX-License-Identifier: MIT

/// A report as Markdown: plain enough for any dialect that knows tables.
struct MarkdownEncoder {
  /// Columns of a bar.
  private static let barColumns = 24

  private let isRaw: Bool
  private let marks: TextMarks

  init(_ options: ReportOptions) {
    isRaw = options.isRaw
    marks = options.isASCII ? .ascii : .unicode
  }

  func encode(_ document: ReportDocument) -> String {
    let parts =
      [document.title.isEmpty ? "" : "# " + flat(document.title), text(document.subtitle)]
      + document.blocks.map(block)
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func block(_ block: ReportBlock) -> String {
    switch block {
    case .heading(let text, let level):
      String(repeating: "#", count: min(6, max(2, level))) + " " + flat(text)
    case .paragraph(let text): self.text(text)
    case .warning(let text): "> **Note:** " + flat(text)
    case .list(let items): items.map { "- " + flat($0) }.joined(separator: "\n")
    case .facts(let facts): self.facts(facts)
    case .table(let table): captioned(table.caption, self.table(table))
    case .bars(let bars): captioned(bars.caption, self.bars(bars))
    case .split(let split): captioned(split.caption, self.split(split))
    case .series(let series): captioned(series.caption, self.series(series))
    case .heat(let heat): captioned(heat.caption, self.heat(heat))
    case .checklist(let checklist): captioned(checklist.caption, self.checklist(checklist))
    case .pageBreak: ""
    }
  }

  private func text(_ text: ReportText) -> String {
    MarkdownText.text(text, isRaw: isRaw, isFlat: false)
  }

  private func flat(_ text: ReportText) -> String {
    MarkdownText.text(text, isRaw: isRaw, isFlat: true)
  }

  private func captioned(_ caption: ReportText, _ text: String) -> String {
    if text.isEmpty { return "" }
    return caption.isEmpty ? text : flat(caption) + "\n\n" + text
  }

  private func value(_ value: ReportValue) -> String {
    if case .text(let text) = value { return flat(text) }
    return value.words ?? ""
  }

  private func facts(_ facts: ReportFacts) -> String {
    facts.facts.map { fact in
      let remark = fact.remark.isEmpty ? "" : " (\(flat(fact.remark)))"
      return "- \(flat(ReportText(words: fact.label))): \(value(fact.value))\(remark)"
    }.joined(separator: "\n")
  }

  private func table(_ table: ReportTable) -> String {
    guard !table.rows.isEmpty else { return flat(table.placeholder) }
    return rows(
      table.columns.map { ($0.title, $0.isNumeric) },
      table.rows.map { row in table.columns.indices.map { value(row.cell($0)) } })
  }

  /// A table; a cell holds no `|` that divides it.
  private func rows(_ titles: [(String, isRight: Bool)], _ cells: [[String]]) -> String {
    let heading = line(titles.map { flat(ReportText(words: $0.0)) })
    let rule = line(titles.map { $0.isRight ? "---:" : "---" })
    return ([heading, rule] + cells.map(line)).joined(separator: "\n")
  }

  private func line(_ cells: [String]) -> String {
    "| " + cells.map(\.withEscapedBars).joined(separator: " | ") + " |"
  }

  private func bars(_ bars: ReportBars) -> String {
    let most = bars.bars.map(\.value.magnitude).max() ?? 0
    return bars.bars.isEmpty
      ? ""
      : rows(
        [("Of", false), ("", false), ("Value", true), ("Remark", false)]
          .filter { $0.0 != "Remark" || bars.bars.contains { !$0.remark.isEmpty } },
        bars.bars.map { bar in
          let part = most > 0 ? bar.value.magnitude / most : 0
          let cells = [
            flat(bar.label), marks.bar(part, columns: Self.barColumns), value(bar.value),
          ]
          return bars.bars.contains { !$0.remark.isEmpty } ? cells + [flat(bar.remark)] : cells
        })
  }

  private func split(_ split: ReportSplit) -> String {
    let most = split.bars.map { $0.first.magnitude + $0.second.magnitude }.max() ?? 0
    let scale = most > 0 ? Double(Self.barColumns) / most : 0
    return split.bars.isEmpty
      ? ""
      : rows(
        [
          ("Of", false), ("\(marks.first) \(split.first.title)", true),
          ("\(marks.second) \(split.second.title)", true), ("", false),
        ],
        split.bars.map { bar in
          let whole = Int(((bar.first.magnitude + bar.second.magnitude) * scale).rounded())
          let first = min(whole, Int((bar.first.magnitude * scale).rounded()))
          return [
            flat(bar.label), value(bar.first), value(bar.second),
            String(repeating: marks.first, count: first)
              + String(repeating: marks.second, count: whole - first),
          ]
        })
  }

  private func series(_ series: ReportSeries) -> String {
    guard !series.points.isEmpty else { return "" }
    let table = ReportBlock.series(series).table.map(self.table) ?? ""
    let sparks = series.lines.map { line in
      let most = line.values.map(\.magnitude).max() ?? 0
      let spark = line.values.map { value in
        value == .none
          ? " " : String(marks.level(most > 0 ? value.magnitude / most : 0, of: marks.levels))
      }.joined()
      return "- \(flat(ReportText(words: line.column.title))): `\(spark)`"
    }
    return sparks.joined(separator: "\n") + "\n\n" + table
  }

  private func heat(_ heat: ReportHeat) -> String {
    let encoder = TextEncoder(ReportOptions(columns: 80, isASCII: marks.isASCII))
    return "```text\n" + encoder.lines(heat).map { $0.withoutTrailingSpaces + "\n" }.joined()
      + "```"
  }

  private func checklist(_ checklist: ReportChecklist) -> String {
    checklist.items.map { item in
      let box = item.state == .done ? "[x]" : "[ ]"
      let state = item.state == .done || item.state == .open ? "" : " — \(item.state.title)"
      let remark = item.remark.isEmpty ? "" : " (\(flat(item.remark)))"
      return "- \(box) \(flat(item.text))\(state)\(remark)"
    }.joined(separator: "\n")
  }
}

extension String {
  /// The text of a cell: every `|` that is not escaped yet is.
  fileprivate var withEscapedBars: String {
    var output = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in unicodeScalars {
      if scalar == "|" && !isEscaped { output.append("\\") }
      isEscaped = scalar == "\\" && !isEscaped
      output.append(scalar)
    }
    return String(output)
  }
}
