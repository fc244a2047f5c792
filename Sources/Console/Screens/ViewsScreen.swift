// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// The named views, one to a line.
enum ViewsScreen {
  private static let nameColumns = 22

  static func draw(_ state: State, _ selected: Int, on grid: inout Grid) {
    let views = state.views
    let rows = min(views.count, max(1, state.size.rows - 6))
    let top = min(max(0, selected - rows + 1), views.count - rows)
    let rect = Dialog.draw(
      lines: rows + 2, title: [own("Views", .title)], style: Style(.accent), on: &grid)
    for row in 0..<rows {
      let place = top + row
      let style = Style(.text, place == selected ? .reverse : [])
      let line = Rect(
        row: rect.row + row, column: rect.column, rows: 1, columns: rect.columns)
      if place == selected { grid.fill(line, style: style) }
      let number = place < 9 ? "\(place + 1)" : " "
      grid.draw(own(number).text, row: line.row, column: line.column, width: 1, style: style)
      grid.draw(
        VisibleText(views[place].name, .typed), row: line.row, column: line.column + 3,
        width: nameColumns, style: style)
      let query = views[place].query
      grid.draw(
        VisibleText(query.isEmpty ? "open incidents" : query, .typed), row: line.row,
        column: line.column + nameColumns + 5, width: line.columns - nameColumns - 5,
        style: place == selected ? style : .muted)
    }
    grid.draw(
      [
        own("Enter ", Style(.accent, .bold)), own("or its number shows it     "),
        own("Esc ", Style(.accent, .bold)), own("close"),
      ], row: rect.endRow - 1, column: rect.column, width: rect.columns)
  }
}
