// SPDX-License-Identifier: MIT

import CTerminal
public import Cells

extension Terminal {
  /// Makes the screen show a grid: one write of what differs, nothing if nothing does.
  ///
  /// A grid of another size than the screen is cut, or leaves the rest blank.
  public func paint(_ grid: Grid) {
    if grid.theme != theme {
      theme = grid.theme
      define(theme.palette)
      painted = nil
    }
    let previous = painted?.size == grid.size ? painted : nil
    if previous == nil { tocsin_erase() }
    let columns = grid.size.columns
    var differs = previous == nil
    for index in 0..<grid.size.rows {
      let range = index * columns..<(index + 1) * columns
      if let previous, previous.cells[range] == grid.cells[range] { continue }
      packer.pack(grid.cells[range], into: &row)
      tocsin_put_row(Int32(index), row, Int32(row.count))
      differs = true
    }
    if let previous {
      differs =
        differs || previous.cursor != grid.cursor
        || previous.showsCursor != grid.showsCursor
    }
    painted = grid
    if differs { show(grid) }
  }

  /// Draws everything anew, because something else wrote on the screen (Control-L).
  public func redrawAll() {
    tocsin_redraw()
    if let painted { show(painted) }
  }

  /// Sends the frame.
  ///
  /// Without a cursor it is parked top left, where it costs the fewest bytes.
  func show(_ grid: Grid) {
    let cursor = grid.cursor ?? Point(row: 0, column: 0)
    tocsin_show(Int32(cursor.row), Int32(cursor.column), grid.showsCursor ? 1 : 0)
  }
}
