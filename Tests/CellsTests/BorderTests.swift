// SPDX-License-Identifier: MIT

import Cells
import SafeText
import Testing

@Suite struct BorderTests {
  static let title = [
    StyledText("1 ", .accent), StyledText("Queue", .title), StyledText(" ─ your move", .muted),
  ]
  static let trailing = [StyledText("1/16", .muted)]

  static func box(_ columns: Int, isASCII: Bool = false) -> Grid {
    var grid = Grid(Size(rows: 3, columns: columns), isASCII: isASCII)
    grid.drawBox(Rect(grid.size), title: title, trailing: trailing)
    return grid
  }

  @Test func `a box has round corners and titles in its upper edge`() {
    #expect(
      Self.box(36).description == """
        ╭ 1 Queue ─ your move ─────── 1/16 ╮
        │                                  │
        ╰──────────────────────────────────╯
        """)
    #expect(Self.box(36).roleDescription.hasPrefix("ccaatttttmmmmmmmmmmmmcccccccccmmmmcc"))
  }

  @Test func `in ASCII a box is made of plus, minus and bar`() {
    var grid = Grid(Size(rows: 3, columns: 12), isASCII: true)
    grid.drawBox(Rect(grid.size), title: [StyledText("Notes")])
    #expect(
      grid.description == """
        + Notes ---+
        |          |
        +----------+
        """)
  }

  @Test(
    arguments: [
      (28, "╭ 1 Queue ─ your m… ─ 1/16 ╮"), (21, "╭ 1 Queue ─… ─ 1/16 ╮"),
      (20, "╭ 1 Queue ─ your … ╮"),
      (18, "╭ 1 Queue ─ you… ╮"), (11, "╭ 1 Queu… ╮"), (8, "╭ 1 Q… ╮"), (5, "╭ … ╮"), (4, "╭──╮"),
      (2, "╭╮"), (1, ""),
      (0, ""),
    ])
  func `titles give way in narrow boxes`(columns: Int, edge: String) {
    let lines = Self.box(columns).description.split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first.map(String.init) == edge)
  }

  @Test func `a rule carries titles too`() {
    var grid = Grid(Size(rows: 1, columns: 30))
    grid.drawRule(row: 0, column: 0, width: 30, title: Self.title, trailing: Self.trailing)
    #expect(grid.description == "─ 1 Queue ─ your move ─ 1/16 ─")
  }

  @Test func `a trailing title stands alone`() {
    var grid = Grid(Size(rows: 1, columns: 12))
    grid.drawRule(row: 0, column: 0, width: 12, trailing: Self.trailing)
    #expect(grid.description == "───── 1/16 ─")
  }

  @Test func `a hostile title stays in its edge`() {
    var grid = Grid(Size(rows: 4, columns: 20))
    let title = [StyledText(VisibleText("日\u{202E}\n\u{1B}[2J日本語日本語日本語"), .title)]
    grid.drawBox(Rect(row: 1, column: 2, rows: 3, columns: 14), title: title)
    let lines = grid.description.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0].isEmpty)
    #expect(lines[1] == "  ╭ 日… ───────╮")
    #expect(grid[1, 15].glyph == Glyph("╮"))
    #expect(lines[2] == "  │            │")
  }

  @Test func `a box over the grid's edge is clipped`() {
    var grid = Grid(Size(rows: 2, columns: 3))
    grid.drawBox(Rect(row: -1, column: -1, rows: 3, columns: 3))
    #expect(grid.description == " │\n─╯")
  }
}
