// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// What an incident is about, one to a line, and in how many incidents each appears.
enum EntitiesScreen {
  private static let kindColumns = 12
  private static let countColumns = 15

  /// The rows of the list on a screen.
  static func rows(_ size: Size, _ count: Int) -> Int { min(count, max(1, size.rows - 6)) }

  static func draw(_ list: EntityList, _ state: State, on grid: inout Grid) {
    let rows = rows(state.size, list.entities.count)
    let rect = Dialog.draw(
      lines: rows + 2, title: [own("Appears in", .title), own(state.dot + list.id.text, .muted)],
      trailing: [own("\(list.selected + 1)/\(list.entities.count)", .muted)],
      style: Style(.accent), on: &grid)
    let top = min(list.top, list.entities.count - rows)
    for row in 0..<rows {
      draw(list, top + row, row: rect.row + row, in: rect, on: &grid)
    }
    grid.draw(
      [
        own("Enter ", Style(.accent, .bold)), own("lists the incidents, open or not     "),
        own("Esc ", Style(.accent, .bold)), own("closes"),
      ], row: rect.endRow - 1, column: rect.column, width: rect.columns)
  }

  private static func draw(
    _ list: EntityList, _ place: Int, row: Int, in rect: Rect, on grid: inout Grid
  ) {
    let isSelected = place == list.selected
    let style = Style(.text, isSelected ? .reverse : [])
    let muted = isSelected ? style : .muted
    if isSelected {
      grid.fill(Rect(row: row, column: rect.column, rows: 1, columns: rect.columns), style: style)
    }
    let sign = isSelected ? (grid.isASCII ? "> " : "▌ ") : "  "
    let entity = list.entities[place]
    grid.draw(
      [own(sign, style), own(entity.kind.rawValue.padded(to: kindColumns - 2), muted)],
      row: row, column: rect.column, width: kindColumns)
    let width = max(1, rect.columns - kindColumns - countColumns)
    grid.draw(
      VisibleText(entity.name, .indicator).warned.truncated(to: width), row: row,
      column: rect.column + kindColumns, width: width, style: style)
    let count = list.counts[place].map { $0 == 1 ? "only here" : "\($0) incidents" } ?? ""
    grid.draw(
      own(count).text, row: row, column: rect.endColumn - countColumns + 1,
      width: countColumns - 1, style: list.counts[place] == 1 ? muted : style)
  }
}
