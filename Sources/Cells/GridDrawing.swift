// SPDX-License-Identifier: MIT

public import SafeText

extension Grid {
  /// Draws a text in a field of one row, and answers the columns it took.
  ///
  /// This is the one call that puts data in cells. Text wider than the field is shortened by an
  /// elision, keeping `tail`; a field that reaches over the grid's edge is clipped there, where a
  /// wide glyph's half becomes a blank. Nothing outside the field changes, except that a wide glyph
  /// the field cuts in two is blanked whole.
  @discardableResult
  public mutating func draw(
    _ text: VisibleText, row: Int, column: Int, width: Int, style: Style = .text,
    keeping tail: Tail = .none
  ) -> Int {
    guard row >= 0, row < size.rows, width > 0 else { return 0 }
    let shown = text.truncated(to: width, keeping: tail)
    var place = column
    for glyph in shown.glyphs {
      put(drawn(glyph), row: row, column: place, style: drawnStyle(of: glyph, in: style))
      place += Int(glyph.width)
    }
    return place - column
  }

  /// Draws texts one below the other, each in a row of a rectangle, as many as there are rows.
  public mutating func draw(_ lines: [VisibleText], in rect: Rect, style: Style = .text) {
    for (index, line) in lines.prefix(rect.rows).enumerated() {
      draw(line, row: rect.row + index, column: rect.column, width: rect.columns, style: style)
    }
  }

  /// Makes every cell of a rectangle a blank.
  public mutating func fill(_ rect: Rect, style: Style = .text) {
    let covered = rect.intersection(Rect(size))
    for row in covered.row..<covered.endRow {
      for column in covered.column..<covered.endColumn {
        put(.space, row: row, column: column, style: style)
      }
    }
  }

  private func drawn(_ glyph: Glyph) -> Glyph {
    glyph.isElision && isASCII ? Glyph("~") : glyph
  }

  /// Tokens are reversed, which data never is; where the whole row is reversed, underlined as well.
  private func drawnStyle(of glyph: Glyph, in style: Style) -> Style {
    let reverse = style.emphasis.intersection(.reverse)
    if glyph.isToken { return Style(.token, reverse.isEmpty ? .reverse : [.reverse, .underline]) }
    return glyph.isElision && reverse.isEmpty ? .muted : style
  }

  /// Puts a glyph in its one or two cells, as far as they are on the grid.
  mutating func put(_ glyph: Glyph, row: Int, column: Int, style: Style) {
    guard glyph.width > 0 else { return }
    let end = column + Int(glyph.width)
    guard column >= 0, end <= size.columns else {
      for half in max(0, column)..<max(0, column, min(end, size.columns)) {
        put(.space, row: row, column: half, style: style)
      }
      return
    }
    if column > 0 && self[row, column].glyph == nil { blank(row: row, column: column - 1) }
    if end < size.columns && self[row, end].glyph == nil { blank(row: row, column: end) }
    self[row, column] = Cell(glyph, style)
    if glyph.width == 2 { self[row, column + 1] = Cell(nil, style) }
  }

  private mutating func blank(row: Int, column: Int) {
    self[row, column] = Cell(.space, self[row, column].style)
  }
}
