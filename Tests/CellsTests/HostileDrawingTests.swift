// SPDX-License-Identifier: MIT

import Cells
import HostileText
import SafeText
import Testing

@Suite struct HostileDrawingTests {
  static let size = Size(rows: 5, columns: 24)
  /// Inside, over each edge, and wholly outside.
  static let fields = [
    Rect(row: 2, column: 8, rows: 1, columns: 7), Rect(row: 2, column: 8, rows: 1, columns: 1),
    Rect(row: 0, column: -3, rows: 1, columns: 8), Rect(row: 4, column: 20, rows: 1, columns: 9),
    Rect(row: 2, column: 0, rows: 1, columns: 24), Rect(row: 7, column: 0, rows: 1, columns: 9),
  ]

  /// A screen full of narrow glyphs, so that every change shows.
  static let background: Grid = {
    var grid = Grid(size)
    for row in 0..<size.rows {
      grid.draw("abcdefghijklmnopqrstuvwx", row: row, column: 0, width: 24, style: .chrome)
    }
    return grid
  }()

  static func floods() -> [String] {
    let mark = [Unicode.Scalar](repeating: "\u{301}", count: 200_000)
    let wide = [Unicode.Scalar](repeating: "日", count: 500)
    return [mark, ["a"] + mark, wide, ["x"] + wide].map { String(String.UnicodeScalarView($0)) }
  }

  static let hostile: [String] = {
    var generator = SeededGenerator(seed: 99)
    return HostileText.corpus + floods()
      + (0..<300).map { _ in HostileText.random(using: &generator) }
  }()

  /// The cells a drawing changed outside its field.
  static func strays(_ grid: Grid, outside field: Rect) -> [Point] {
    var strays: [Point] = []
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        let point = Point(row: row, column: column)
        if !field.contains(point) && grid[row, column] != background[row, column] {
          strays.append(point)
        }
      }
    }
    return strays
  }

  @Test(arguments: FieldKind.allCases)
  func `no text changes a cell outside its field`(kind: FieldKind) {
    for raw in Self.hostile {
      let text = VisibleText(raw, kind)
      for field in Self.fields {
        var grid = Self.background
        grid.draw(text, row: field.row, column: field.column, width: field.columns)
        let strays = Self.strays(grid, outside: field)
        if !strays.isEmpty || !Self.isWhole(grid) {
          Issue.record("\(text) in \(field) changed \(strays): \(grid)")
        }
      }
    }
  }

  @Test func `what is beside a field is the same whatever is in it`() {
    let field = Rect(row: 1, column: 5, rows: 1, columns: 10)
    var benign = Self.background
    benign.draw("benign    ", row: 1, column: 5, width: 10)
    for raw in Self.hostile {
      var grid = benign
      grid.draw(VisibleText(raw, .prose), row: 1, column: 5, width: 10)
      grid.fill(field)
      var blank = benign
      blank.fill(field)
      #expect(grid == blank)
    }
  }

  @Test func `a text being typed stays in its field`() {
    for raw in Self.hostile {
      var field = TextField(raw)
      field.move(by: -2)
      var grid = Self.background
      grid.draw(field, row: 2, column: 8, width: 7)
      let rect = Rect(row: 2, column: 8, rows: 1, columns: 7)
      #expect(Self.strays(grid, outside: rect).isEmpty)
      #expect(grid.cursor.map { rect.contains($0) } == true)
    }
  }

  /// Whether every wide glyph has its right half, and every right half its glyph.
  static func isWhole(_ grid: Grid) -> Bool {
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        let isRightHalf = grid[row, column].glyph == nil
        let followsWide = column > 0 && grid[row, column - 1].glyph?.width == 2
        let isWideAtEdge = column + 1 == size.columns && grid[row, column].glyph?.width == 2
        if isRightHalf != followsWide || isWideAtEdge { return false }
      }
    }
    return true
  }
}
