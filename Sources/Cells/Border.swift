// SPDX-License-Identifier: MIT

import SafeText

/// The signs a border is made of.
struct Border {
  let topLeft: Glyph
  let topRight: Glyph
  let bottomLeft: Glyph
  let bottomRight: Glyph
  let horizontal: Glyph
  let vertical: Glyph

  static let rounded = Border(
    topLeft: Glyph("╭"), topRight: Glyph("╮"), bottomLeft: Glyph("╰"), bottomRight: Glyph("╯"),
    horizontal: Glyph("─"), vertical: Glyph("│"))
  static let ascii = Border(
    topLeft: Glyph("+"), topRight: Glyph("+"), bottomLeft: Glyph("+"), bottomRight: Glyph("+"),
    horizontal: Glyph("-"), vertical: Glyph("|"))

  /// The columns a title keeps before the trailing title gives way.
  static let minimumTitle = 10
}

extension Grid {
  private var border: Border { isASCII ? .ascii : .rounded }

  /// Draws a box's border with titles in its upper edge: `╭ 1 Queue ─────── 1/16 ╮`.
  ///
  /// The inside is left as it is. A box of less than two rows or columns is not drawn.
  public mutating func drawBox(
    _ rect: Rect, title: [StyledText] = [], trailing: [StyledText] = [], style: Style = .chrome
  ) {
    guard rect.rows > 1, rect.columns > 1 else { return }
    if isPlain {
      return drawRule(
        row: rect.row, column: rect.column, width: rect.columns, title: title, trailing: trailing)
    }
    let edge = border
    let last = rect.endRow - 1
    drawEdge(row: rect.row, rect, (edge.topLeft, edge.topRight), title, trailing, style)
    drawEdge(row: last, rect, (edge.bottomLeft, edge.bottomRight), [], [], style)
    for row in max(0, rect.row + 1)..<max(0, rect.row + 1, min(last, size.rows)) {
      put(edge.vertical, row: row, column: rect.column, style: style)
      put(edge.vertical, row: row, column: rect.endColumn - 1, style: style)
    }
  }

  /// Draws a horizontal rule with titles in it: `─ 1 Queue ─────── 1/16 ─`.
  public mutating func drawRule(
    row: Int, column: Int, width: Int, title: [StyledText] = [], trailing: [StyledText] = [],
    style: Style = .chrome
  ) {
    let rect = Rect(row: row, column: column, rows: 1, columns: width)
    if isPlain {
      let comma = StyledText(VisibleText(", ", .typed))
      draw(
        title + (trailing.isEmpty ? [] : [comma] + trailing), row: row, column: column,
        width: width)
      return
    }
    drawEdge(row: row, rect, (border.horizontal, border.horizontal), title, trailing, style)
  }

  private mutating func drawEdge(
    row: Int, _ rect: Rect, _ ends: (left: Glyph, right: Glyph), _ title: [StyledText],
    _ trailing: [StyledText], _ style: Style
  ) {
    guard row >= 0, row < size.rows, rect.columns > 0 else { return }
    let line = border.horizontal
    for column in rect.column..<rect.endColumn {
      put(line, row: row, column: column, style: style)
    }
    put(ends.left, row: row, column: rect.column, style: style)
    put(ends.right, row: row, column: rect.endColumn - 1, style: style)
    // A title has a blank on each side, and two titles a piece of the rule between them.
    var room = rect.columns - 4
    let wanted = min(title.width, Border.minimumTitle)
    if !trailing.isEmpty && room >= trailing.width + (title.isEmpty ? 0 : wanted + 3) {
      drawTitle(trailing, row: row, column: rect.endColumn - trailing.width - 3, room: room, style)
      room -= trailing.width + 3
    }
    if !title.isEmpty && room > 0 {
      drawTitle(title, row: row, column: rect.column + 1, room: room, style)
    }
  }

  private mutating func drawTitle(
    _ title: [StyledText], row: Int, column: Int, room: Int, _ style: Style
  ) {
    put(.space, row: row, column: column, style: style)
    let used = draw(title, row: row, column: column + 1, width: room)
    put(.space, row: row, column: column + 1 + used, style: style)
  }
}
