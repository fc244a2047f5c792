// SPDX-License-Identifier: MIT

import Cells
import SafeText

/// Just enough drawing for the probe: what falls outside is dropped.
struct ProbeCanvas {
  let size: Size
  private var cells: [(row: Int, column: Int, cell: Cell)] = []

  init(size: Size) {
    self.size = size
  }

  mutating func place(_ glyph: Glyph?, row: Int, column: Int, style: Style = .text) {
    cells.append((row, column, Cell(glyph, style)))
  }

  mutating func write(_ text: String, row: Int, column: Int = 0, style: Style = .text) {
    var column = column
    for scalar in text.unicodeScalars {
      let width: Int8 = scalar == "日" ? 2 : 1
      place(Glyph(scalar, width: width), row: row, column: column, style: style)
      if width == 2 { place(nil, row: row, column: column + 1, style: style) }
      column += Int(width)
    }
  }

  func copy(to grid: inout Grid) {
    let bounds = Rect(size)
    for (row, column, cell) in cells
    where bounds.contains(Point(row: row, column: column)) {
      grid[row, column] = cell
    }
  }
}
