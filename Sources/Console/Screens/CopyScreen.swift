// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// The portal link, and what can be copied.
enum CopyScreen {
  static func draw(_ state: State, on grid: inout Grid) {
    guard let id = state.selectedID, let row = state.queue[id] else { return }
    let link = state.openedHere?.incident.portalLink ?? ""
    var page = Page(columns: Dialog.inside(state.size), isASCII: state.isASCII)
    page.labelled("i  id", VisibleText(id.text, .indicator))
    page.labelledLine("t  title", VisibleText(row.title, .prose))
    page.labelled("l  link", VisibleText(link.isEmpty ? "none was given" : link, .indicator))
    // A link that is longer than the screen gives way to the keys.
    let lines = page.lines.prefix(max(1, state.size.rows - 4))
    let rect = Dialog.draw(
      lines: lines.count + 2, title: [own("Link and copy", .title)], style: Style(.accent),
      on: &grid)
    Dialog.draw(lines, in: rect, on: &grid)
    grid.draw(
      [
        own("l i t ", Style(.accent, .bold)), own("copy to the clipboard     "),
        own("Esc ", Style(.accent, .bold)), own("close"),
      ], row: rect.endRow - 1, column: rect.column, width: rect.columns)
  }
}
