// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// The portal link, and what can be copied.
enum CopyScreen {
  static func draw(_ state: State, on grid: inout Grid) {
    guard let id = state.selectedID, let row = state.queue[id] else { return }
    let link = state.opened?.incident.portalLink ?? ""
    var page = Page(columns: Dialog.inside(state.size))
    page.labelled("l  link", VisibleText(link.isEmpty ? "none was given" : link, .indicator))
    page.labelled("i  id", VisibleText(id.text, .indicator))
    page.labelled("t  title", VisibleText(row.title, .prose))
    page.blank()
    page.line(
      own("l i t ", Style(.accent, .bold)), own("copy to the clipboard     "),
      own("Esc ", Style(.accent, .bold)), own("close"))
    let rect = Dialog.draw(
      lines: page.lines.count, title: [own("Link and copy", .title)], style: Style(.accent),
      on: &grid)
    Dialog.draw(page.lines, in: rect, on: &grid)
  }
}
