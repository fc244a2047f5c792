// SPDX-License-Identifier: MIT

import Cells

/// A box of lines that may need scrolling.
enum LongDialog {
  /// The rows it shows at a time.
  static func rows(_ size: Size) -> Int { max(1, size.rows - 5) }

  static func draw(
    _ lines: [[StyledText]], top: Int, title: String, on grid: inout Grid
  ) {
    let rows = min(lines.count, rows(grid.size))
    // A screen that grew shows what it can.
    let top = min(top, lines.count - rows)
    let rect = Dialog.draw(
      lines: rows + 1, title: [own(title, .title)], style: Style(.accent), on: &grid)
    Dialog.draw(lines.dropFirst(top).prefix(rows), in: rect, on: &grid)
    let rest = lines.count - top - rows
    let dot = Words.dot(isASCII: grid.isASCII, isPlain: grid.isPlain)
    let hint = rest > 0 ? "j k scroll\(dot)\(rest) more below\(dot)Esc closes" : "Esc closes"
    grid.draw(
      own(hint).text, row: rect.endRow - 1, column: rect.column, width: rect.columns,
      style: .muted)
  }
}
