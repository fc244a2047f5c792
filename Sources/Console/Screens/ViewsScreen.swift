// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// The named views, one to a line.
enum ViewsScreen {
  private static let nameColumns = 24
  private static let wideColumns = 60
  /// The bar of the selection, and the number.
  private static let lead = 5

  static func draw(_ state: State, _ selected: Int, on grid: inout Grid) {
    let views = state.views
    let rows = min(views.count, max(1, state.size.rows - 6))
    let top = min(max(0, selected - rows + 1), views.count - rows)
    let rect = Dialog.draw(
      lines: rows + 2, title: [own("Views", .title)], style: Style(.accent), on: &grid)
    let widest = (views.map { VisibleText($0.name, .typed).width }.max() ?? 0) + 2
    let nameColumns = rect.columns < wideColumns ? min(nameColumns, widest) : nameColumns
    for row in 0..<rows {
      let place = top + row
      let style = Style(.text, place == selected ? .reverse : [])
      let line = Rect(
        row: rect.row + row, column: rect.column, rows: 1, columns: rect.columns)
      if place == selected { grid.fill(line, style: style) }
      let number = place < 9 ? "\(place + 1)" : " "
      let bar = place == selected ? (state.isASCII ? "> " : "▌ ") : "  "
      grid.draw(
        own(bar + number).text, row: line.row, column: line.column, width: lead, style: style)
      grid.draw(
        VisibleText(views[place].name, .typed), row: line.row, column: line.column + lead,
        width: nameColumns - 1, style: style)
      let room = line.columns - nameColumns - lead
      let query = query(of: views[place])
      grid.draw(
        query, row: line.row, column: line.column + nameColumns + lead, width: room,
        style: place == selected ? style : .muted)
      // What has no room beside its name has it below.
      if place == selected, query.width > room {
        grid.draw(
          query, row: rect.row + rows, column: rect.column, width: rect.columns, style: .muted)
      }
    }
    grid.draw(
      [
        own("Enter ", Style(.accent, .bold)), own("or its number shows it     "),
        own("Esc ", Style(.accent, .bold)), own("close"),
      ], row: rect.endRow - 1, column: rect.column, width: rect.columns)
  }

  private static func query(of view: SavedView) -> VisibleText {
    VisibleText(view.query.isEmpty ? "open incidents" : view.query, .typed)
  }
}
