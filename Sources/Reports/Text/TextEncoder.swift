// SPDX-License-Identifier: MIT

import SafeText

/// A report for the terminal: visible text, never wider than it, with bars of blocks or of ASCII.
struct TextEncoder {
  let columns: Int
  let marks: TextMarks
  private let isRaw: Bool

  init(_ options: ReportOptions) {
    columns = options.columns
    marks = options.isASCII ? .ascii : .unicode
    isRaw = options.isRaw
  }

  func encode(_ document: ReportDocument) -> String {
    var lines = wrapped(document.title)
    lines += wrapped(document.subtitle)
    var isAfterHeading = false
    for block in document.blocks {
      let more = self.lines(block)
      guard !more.isEmpty else { continue }
      if !isAfterHeading && !lines.isEmpty { lines.append("") }
      lines += more
      isAfterHeading = if case .heading = block { true } else { false }
    }
    return lines.map { $0.withoutTrailingSpaces + "\n" }.joined()
  }

  private func lines(_ block: ReportBlock) -> [String] {
    switch block {
    case .heading(let text, let level):
      let title = wrapped(text)
      let width = min(columns, title.map(\.unicodeScalars.count).max() ?? 0)
      return level > 2 ? title : title + [String(repeating: marks.rule, count: width)]
    case .paragraph(let text): return wrapped(text)
    case .warning(let text): return wrapped(text, first: "! ", rest: "  ")
    case .list(let items): return items.flatMap { wrapped($0, first: marks.bullet, rest: "  ") }
    case .facts(let facts): return lines(facts)
    case .table(let table): return TextTable(table, in: self).lines
    case .bars(let bars): return captioned(bars.caption, lines(bars))
    case .split(let split): return captioned(split.caption, lines(split))
    case .series(let series): return captioned(series.caption, lines(series))
    case .heat(let heat): return captioned(heat.caption, lines(heat))
    case .checklist(let checklist):
      let lines = checklist.items.flatMap { item in
        wrapped(
          item.text + (item.remark.isEmpty ? "" : " (\(item.remark))"),
          first: marks.box(item.state) + " ", rest: "    ")
      }
      return captioned(checklist.caption, lines)
    case .pageBreak: return []
    }
  }

  /// A text in lines, each behind what begins it.
  func wrapped(_ text: ReportText, first: String = "", rest: String = "") -> [String] {
    guard !text.isEmpty else { return [] }
    let room = max(10, columns - rest.unicodeScalars.count)
    return visible(text).wrapped(to: room).enumerated().map {
      ($0.offset == 0 ? first : rest) + marks.spelled($0.element.text)
    }
  }

  func captioned(_ caption: ReportText, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : wrapped(caption) + lines
  }

  func visible(_ text: ReportText, isFlat: Bool = false) -> VisibleText {
    text.visible(isRaw: isRaw, isFlat: isFlat)
  }

  /// What is shown of a value.
  func visible(_ value: ReportValue) -> VisibleText {
    if case .text(let text) = value { return visible(text, isFlat: true) }
    return VisibleText(marks.spelled(value.words ?? ""), .typed)
  }

  /// A text in exactly so many columns.
  func column(_ text: VisibleText, _ width: Int, isRight: Bool = false) -> String {
    let cut = text.truncated(to: width)
    let pad = String(repeating: " ", count: max(0, width - cut.width))
    let shown = marks.spelled(cut.text)
    return isRight ? pad + shown : shown + pad
  }

  private func lines(_ facts: ReportFacts) -> [String] {
    let widest = facts.facts.map { VisibleText($0.label, .typed).width }.max() ?? 0
    let width = min(widest, columns / 2)
    return facts.facts.flatMap { fact in
      var text = ReportText("")
      if case .text(let value) = fact.value {
        text = value
      } else {
        text = ReportText(words: fact.value.words ?? "")
      }
      if !fact.remark.isEmpty { text += " (\(fact.remark))" }
      let label = column(VisibleText(fact.label, .typed), width) + "  "
      return wrapped(text, first: label, rest: String(repeating: " ", count: width + 2))
    }
  }
}

extension String {
  /// Without the spaces at its end.
  var withoutTrailingSpaces: String {
    var scalars = unicodeScalars
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }
}
