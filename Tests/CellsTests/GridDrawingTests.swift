// SPDX-License-Identifier: MIT

import Cells
import SafeText
import Testing

@Suite struct GridDrawingTests {
  /// A grid of one row.
  static func row(_ columns: Int, isASCII: Bool = false) -> Grid {
    Grid(Size(rows: 1, columns: columns), isASCII: isASCII)
  }

  @Test func `text too long for its field ends in an elision`() {
    var grid = Self.row(10)
    let used = grid.draw(VisibleText("abcdefgh"), row: 0, column: 2, width: 5)
    #expect(grid.description == "  abcd…")
    #expect(grid.roleDescription == "      m")
    #expect(used == 5)
  }

  @Test func `in ASCII the elision is a tilde`() {
    var grid = Self.row(10, isASCII: true)
    grid.draw("abcdefgh", row: 0, column: 0, width: 4)
    #expect(grid.description == "abc~")
  }

  @Test func `tokens are reversed, and told apart in a reversed row too`() {
    var grid = Self.row(12)
    grid.draw(VisibleText("a\u{202E}b"), row: 0, column: 0, width: 12)
    #expect(grid.description == "a\\u{202E}b")
    #expect(grid.roleDescription == " XXXXXXXX")
    #expect(grid.emphasisDescription == " 22222222")
    grid.draw(
      VisibleText("a\u{202E}b"), row: 0, column: 0, width: 12, style: Style(.text, .reverse))
    #expect(grid.emphasisDescription == "2666666662")
  }

  @Test func `a wide glyph takes two cells`() {
    var grid = Self.row(5)
    grid.draw(VisibleText("日x"), row: 0, column: 1, width: 4)
    #expect(grid.description == " 日x")
    #expect(grid[0, 2].glyph == nil)
  }

  @Test(
    arguments: [
      (-1, " x"), (-2, "x"), (0, "日x"), (3, "   日"), (4, "    "), (5, ""), (-9, ""),
    ])
  func `half a wide glyph at the grid's edge is a blank`(column: Int, text: String) {
    var grid = Self.row(5)
    grid.draw(VisibleText("日x"), row: 0, column: column, width: 9)
    #expect(grid.description == text.trimmingEnd)
    #expect(grid.cells.count == 5)
  }

  @Test(arguments: [(0, "x 日"), (1, " x日"), (2, "日x"), (3, "日 x")])
  func `overwriting half a wide glyph blanks the other half`(column: Int, text: String) {
    var grid = Self.row(4)
    grid.draw(VisibleText("日日"), row: 0, column: 0, width: 4)
    grid.draw("x", row: 0, column: column, width: 1)
    #expect(grid.description == text)
    #expect(grid.cells.count { $0.glyph == nil } == 1)
  }

  @Test func `a wide glyph over two halves blanks both others`() {
    var grid = Self.row(4)
    grid.draw(VisibleText("日日"), row: 0, column: 0, width: 4)
    grid.draw(VisibleText("本"), row: 0, column: 1, width: 2)
    #expect(grid.description == " 本")
    #expect(grid.cells.count { $0.glyph == nil } == 1)
  }

  @Test func `filling blanks a rectangle and nothing else`() {
    var grid = Grid(Size(rows: 3, columns: 4))
    for row in 0..<3 { grid.draw("abcd", row: row, column: 0, width: 4) }
    grid.fill(Rect(row: 1, column: 1, rows: 9, columns: 2), style: .muted)
    #expect(grid.description == "abcd\na  d\na  d")
    #expect(grid.roleDescription == "\n mm\n mm")
  }

  @Test func `lines are drawn below each other as far as the rectangle goes`() {
    var grid = Grid(Size(rows: 4, columns: 12))
    let lines = VisibleText("the quick brown fox jumps", .multiline).wrapped(to: 9)
    grid.draw(lines, in: Rect(row: 1, column: 2, rows: 2, columns: 9))
    #expect(grid.description == "\n  the quick\n  brown fox\n")
  }

  @Test func `rows outside the grid are not drawn`() {
    var grid = Self.row(3)
    let used = [-1, 1].map { grid.draw("x", row: $0, column: 0, width: 1) }
    #expect(used == [0, 0])
    #expect(grid == Self.row(3))
  }
}

extension String {
  /// The text without blanks at its end.
  fileprivate var trimmingEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
