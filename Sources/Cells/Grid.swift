// SPDX-License-Identifier: MIT

import SafeText

/// A screen as a value: rows of cells.
public struct Grid: Hashable, Sendable {
  /// The size.
  public let size: Size
  /// Whether the console's own signs (borders, elisions) are drawn in ASCII.
  public let isASCII: Bool
  /// The cells, row by row.
  public private(set) var cells: [Cell]
  /// Whether titles stand alone, without borders and rules, for screen readers.
  public var isPlain = false
  /// What the roles look like.
  public var theme = Theme.dark
  /// Where the hardware cursor is parked; shown in a text field, and in plain screens always.
  public var cursor: Point?
  /// Whether the cursor is visible.
  public var showsCursor = false

  /// A blank grid.
  public init(_ size: Size, isASCII: Bool = false) {
    self.size = size
    self.isASCII = isASCII
    self.cells = Array(repeating: .blank, count: size.rows * size.columns)
  }

  /// The cell at a place inside the grid.
  public subscript(row: Int, column: Int) -> Cell {
    get { cells[row * size.columns + column] }
    set { cells[row * size.columns + column] = newValue }
  }

  /// How many cells of some rows are not those of another grid of the same size.
  public func count(differingFrom other: Grid, inRows rows: [Int]) -> Int {
    rows.reduce(0) { sum, row in
      (row * size.columns..<(row + 1) * size.columns).reduce(sum) { sum, index in
        cells[index] == other.cells[index] ? sum : sum + 1
      }
    }
  }

  /// Puts the cursor where a screen reader goes on reading; does nothing in other screens.
  public mutating func read(from point: Point) {
    if isPlain { cursor = point }
  }

  /// Takes a part over from another grid of the same size.
  public mutating func copy(_ part: Rect, of other: Grid) {
    precondition(other.size == size, "Grids of two sizes have no parts in common.")
    for row in part.row..<part.row + part.rows {
      let cells = row * size.columns + part.column..<row * size.columns + part.endColumn
      self.cells.replaceSubrange(cells, with: other.cells[cells])
    }
  }
}
