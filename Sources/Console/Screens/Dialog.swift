// SPDX-License-Identifier: MIT

import Cells
import SafeText

/// A box over the panes.
enum Dialog {
  /// The widest a dialog gets.
  static let widest = 76
  /// Where no more than this is left beside a box, what shows there of the panes is debris.
  private static let debris = 4

  /// Draws an empty box in the middle, as high as so many lines need, and gives its inside.
  static func draw(
    lines: Int, columns: Int = widest, title: [StyledText], trailing: [StyledText] = [],
    style: Style, on grid: inout Grid
  ) -> Rect {
    if grid.isPlain { return drawPlain(lines: lines, title: title, on: &grid) }
    let width = min(columns, grid.size.columns - 2)
    let height = min(lines + 2, grid.size.rows)
    let rect = Rect(
      row: max(0, (grid.size.rows - height) / 2), column: (grid.size.columns - width) / 2,
      rows: height, columns: width)
    let beside = rect.column <= debris ? rect.column : 0
    grid.fill(rect.inset(left: -beside, right: -beside))
    grid.drawBox(rect, title: title, trailing: trailing, style: style)
    return rect.inset(top: 1, left: 2, bottom: 1, right: 2)
  }

  /// Without a box nothing may stand beside it: it has the screen below the header to itself.
  private static func drawPlain(
    lines: Int, title: [StyledText], on grid: inout Grid
  ) -> Rect {
    let (_, below) = Rect(grid.size).splitTop(1)
    let (rect, _) = below.splitTop(max(lines + 1, below.rows - 2))
    grid.fill(rect)
    grid.draw(title, row: rect.row, column: 0, width: rect.columns)
    grid.read(from: Point(row: rect.row, column: 0))
    let (text, _) = rect.inset(top: 1).splitTop(lines)
    return text.splitLeft(inside(grid.size)).left
  }

  /// The columns inside a dialog on a screen.
  static func inside(_ size: Size, columns: Int = widest) -> Int {
    min(columns, size.columns - 2) - 4
  }

  /// Draws lines in a rectangle, as many as fit.
  static func draw(_ lines: some Sequence<[StyledText]>, in rect: Rect, on grid: inout Grid) {
    for (index, line) in lines.enumerated() where index < rect.rows {
      grid.draw(line, row: rect.row + index, column: rect.column, width: rect.columns)
    }
  }
}
