// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// The columns by which the queue can be in order.
enum OrderScreen {
  private static let columns = 60
  private static let nameColumns = 15

  static func draw(_ selected: Int, _ state: State, on grid: inout Grid) {
    let all = QueueOrder.Column.allCases
    let rect = Dialog.draw(
      lines: all.count + 1, columns: columns, title: [own("Sort", .title)], style: Style(.accent),
      on: &grid)
    for (place, column) in all.enumerated() {
      let isSelected = place == selected
      let style = isSelected ? Style(.text, .reverse) : .text
      let row = rect.row + place
      if isSelected {
        grid.fill(Rect(row: row, column: rect.column, rows: 1, columns: rect.columns), style: style)
      }
      let key = own("\(column.key)  ", isSelected ? style : Style(.accent, .bold))
      let name = own(column.title.padded(to: nameColumns), style)
      let note = own(note(column, state), isSelected ? style : .muted)
      grid.draw(
        [own(isSelected ? (state.isASCII ? "> " : "▌ ") : "  ", style), key, name, note],
        row: row, column: rect.column, width: rect.columns)
    }
    grid.draw(
      [
        own("Enter ", Style(.accent, .bold)), own("sorts     "),
        own("Esc ", Style(.accent, .bold)), own("closes"),
      ], row: rect.endRow - 1, column: rect.column, width: rect.columns)
  }

  /// The order in the queue's title, unless it is the usual one.
  static func subtitle(_ state: State) -> [StyledText] {
    let order = state.queuePane.order
    guard order.column != .triage else { return [] }
    return [own(state.dot + "by ", .muted), own(order.title, Style(.accent, .bold))]
  }

  /// What comes first, or, of the order there is, what would.
  private static func note(_ column: QueueOrder.Column, _ state: State) -> String {
    let order = state.queuePane.order
    guard column != .triage else {
      return order.column == .triage ? "now" : "your move, worst, least time left"
    }
    guard order.column == column else { return "\(column.ends.first) first" }
    let (now, next) =
      order.isReversed
      ? (column.ends.last, column.ends.first) : (column.ends.first, column.ends.last)
    return "now \(now)\(state.dot)again: \(next)"
  }
}
