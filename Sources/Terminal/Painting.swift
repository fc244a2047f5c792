// SPDX-License-Identifier: MIT

import CTerminal
public import Cells

extension Terminal {
  /// Makes the screen show a grid: one write of what differs, nothing if nothing does.
  ///
  /// A grid of another size than the screen is cut, or leaves the rest blank. The answer is whether
  /// it went out; it does not while the link is busy with as much as a screen holds (`Pacing`).
  /// Then paint again when `wait` comes back.
  public func paint(_ grid: Grid) -> Bool {
    let previous = grid.theme == theme && painted?.size == grid.size ? painted : nil
    let columns = grid.size.columns
    let changed = (0..<grid.size.rows).filter { index in
      guard let previous else { return true }
      let range = index * columns..<(index + 1) * columns
      return previous.cells[range] != grid.cells[range]
    }
    let differs =
      previous == nil || !changed.isEmpty || previous?.cursor != grid.cursor
      || previous?.showsCursor != grid.showsCursor
    guard differs else {
      isHolding = false
      return true
    }
    let cells = previous.map { grid.count(differingFrom: $0, inRows: changed) } ?? grid.cells.count
    isHolding = !(pacing?.allows(cells, of: grid.cells.count, at: Self.now()) ?? true)
    if isHolding { return false }
    if grid.theme != theme {
      theme = grid.theme
      define(theme.palette)
    }
    if previous == nil { tocsin_erase() }
    for index in changed {
      packer.pack(grid.cells[index * columns..<(index + 1) * columns], into: &row)
      tocsin_put_row(Int32(index), row, Int32(row.count))
    }
    painted = grid
    show(grid, cells: cells)
    return true
  }

  /// Draws everything anew, because something else wrote on the screen (Control-L).
  public func redrawAll() {
    tocsin_redraw()
    if let painted { show(painted, cells: painted.cells.count) }
  }

  /// Sends the frame, of which so many cells are new.
  ///
  /// Without a cursor it is parked top left, where it costs the fewest bytes.
  func show(_ grid: Grid, cells: Int) {
    let cursor = grid.cursor ?? Point(row: 0, column: 0)
    tocsin_show(Int32(cursor.row), Int32(cursor.column), grid.showsCursor ? 1 : 0)
    if pacing?.sent(cells, of: grid.cells.count, at: Self.now()) == true { tocsin_ask() }
  }
}
