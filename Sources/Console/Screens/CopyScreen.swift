// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// The portal link, and what can be copied.
enum CopyScreen {
  static func draw(_ state: State, on grid: inout Grid) {
    guard let id = state.selectedID, let row = state.queue[id] else { return }
    let opened = state.openedHere
    let link = opened?.incident.portalLink ?? ""
    let columns = Dialog.inside(state.size)
    var page = Page(columns: columns, isASCII: state.isASCII)
    page.labelledLine("i  id", VisibleText(id.text, .indicator))
    page.labelledLine("t  title", VisibleText(row.title, .prose))
    page.labelled("l  link", VisibleText(link.isEmpty ? "none was given" : link, .indicator))
    // A link that is longer than the screen gives way to the keys, and says so.
    let room = max(3, state.size.rows - 7)
    var lines = page.lines
    if lines.count > room {
      lines =
        lines.prefix(room - 1) + [
          [own("".padded(to: Page.labelColumns) + "and more; l copies all of it", .muted)]
        ]
    }
    var more = Page(columns: columns, isASCII: state.isASCII)
    let count = opened?.summary.indicators.count ?? 0
    let isOne = state.focus == .responses && state.selectedResponse != nil
    more.labelledLine("s  text", "the summary as plain text, defanged")
    more.labelledLine(
      "n  ioc", VisibleText("\(count) indicator\(count == 1 ? "" : "s"), defanged", .typed))
    more.labelledLine("N  raw", "the indicators raw, on purpose")
    more.labelledLine(
      "e  ask",
      isOne ? "a question for the experts about the response" : "a question for the experts")
    lines += more.lines
    let rect = Dialog.draw(
      lines: lines.count + 2, title: [own("Link and copy", .title)], style: Style(.accent),
      on: &grid)
    Dialog.draw(lines, in: rect, on: &grid)
    // After another key the letters are named here: what is said may stand behind the box.
    let what =
      state.notice == nil
      ? own("copies to the clipboard     ") : own("copies: i t l s n N e     ", Style(.warning))
    grid.draw(
      [
        own("a letter ", Style(.accent, .bold)), what,
        own("Esc ", Style(.accent, .bold)), own("close"),
      ], row: rect.endRow - 1, column: rect.column, width: rect.columns)
  }
}
