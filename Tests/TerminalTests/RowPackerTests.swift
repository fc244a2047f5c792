// SPDX-License-Identifier: MIT

import CTerminal
import Cells
import SafeText
import Terminal
import Testing

@Suite struct `Row packer` {
  private let wide = Cell(Glyph("日", width: 2), .text)
  private let half = Cell(nil, .text)
  private let letter = Cell(Glyph("a"), .text)

  private func pack(_ cells: [Cell], ascii: Bool = false) -> [(base: UInt32, width: UInt8)] {
    var row: [tocsin_cell] = []
    RowPacker(isASCII: ascii).pack(cells[...], into: &row)
    return row.map { ($0.base, $0.width) }
  }

  private func expect(
    _ row: [(base: UInt32, width: UInt8)], _ text: String, widths: [UInt8],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(row.map(\.base) == text.unicodeScalars.map(\.value), sourceLocation: sourceLocation)
    #expect(row.map(\.width) == widths, sourceLocation: sourceLocation)
  }

  @Test func `a wide glyph takes its right half with it`() {
    expect(pack([wide, half, letter]), "日 a", widths: [2, 0, 1])
  }

  @Test func `half a wide glyph never moves what follows`() {
    expect(pack([wide, letter]), "?a", widths: [1, 1])
    expect(pack([letter, wide]), "a?", widths: [1, 1])
    expect(pack([half, letter]), " a", widths: [1, 1])
    expect(pack([wide, half, half, letter]), "日  a", widths: [2, 0, 1, 1])
  }

  @Test func `ASCII replaces what it cannot draw and keeps the columns`() {
    expect(
      pack([wide, half, Cell(Glyph("é"), .text), letter], ascii: true), "? ?a",
      widths: [1, 1, 1, 1])
  }

  @Test func `marks go along, except in ASCII`() {
    var glyph = Glyph("x")
    glyph.mark = "\u{302}"
    glyph.secondMark = "\u{323}"
    var row: [tocsin_cell] = []
    RowPacker(isASCII: false).pack([Cell(glyph, .text)], into: &row)
    #expect(row[0].mark == 0x302 && row[0].second_mark == 0x323)
    RowPacker(isASCII: true).pack([Cell(glyph, .text)], into: &row)
    #expect(row[0].mark == 0 && row[0].second_mark == 0)
  }

  @Test func `a token looks like a token whatever its cell's style`() {
    var row: [tocsin_cell] = []
    RowPacker(isASCII: false).pack([Cell(Glyph("<", isToken: true), .accent)], into: &row)
    #expect(row[0].look == RowPacker.look(Style(.token)))
  }

  @Test func `every style has a look of its own`() {
    let styles = Role.allCases.flatMap { role in
      (0..<UInt8(8)).map { Style(role, Style.Emphasis(rawValue: $0)) }
    }
    let looks = Set(styles.map(RowPacker.look))
    #expect(looks.count == styles.count)
    #expect(looks.allSatisfy { $0 < UInt16(TOCSIN_LOOKS) })
  }
}
