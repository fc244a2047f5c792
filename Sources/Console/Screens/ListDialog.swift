// SPDX-License-Identifier: MIT

import Cells
import SafeText

/// A box with a line to type in, a list below it, and what the selected row says in full.
///
/// It keeps its size while the list gets shorter, so that nothing jumps under the typing.
struct ListDialog {
  /// One line of the list.
  struct Line {
    /// The row it stands for; `nil` for a heading.
    var place: Int?
    /// What it shows.
    var parts: [StyledText]
  }

  /// The widest it gets.
  static let widest = 110
  /// The lines for what the selected row says.
  static let detailRows = 2
  /// The height from which a rule sets those apart.
  static let ruledRows = 16
  /// The columns of the selection's bar.
  static let lead = 2

  let title: String
  let label: String
  let placeholder: String
  let hint: String

  /// The rows of the list on a screen, at most so many.
  static func rows(in size: Size, most: Int) -> Int {
    let chrome = 4 + detailRows + (size.rows >= ruledRows ? 1 : 0)
    return max(1, min(most, size.rows - chrome))
  }

  /// The columns inside it on a screen.
  static func inside(_ size: Size) -> Int { Dialog.inside(size, columns: widest) }

  func draw(
    _ lines: [Line], _ list: ActionList, count: Int, detail: [[StyledText]], most: Int,
    on grid: inout Grid
  ) {
    let rows = Self.rows(in: grid.size, most: most)
    let isRuled = grid.size.rows >= Self.ruledRows
    let place = list.place.map { "\(min($0 + 1, count))/" } ?? ""
    let rect = Dialog.draw(
      lines: rows + 2 + Self.detailRows + (isRuled ? 1 : 0), columns: Self.widest,
      title: [own(title, .title)], trailing: [own("\(place)\(count)", .muted)],
      style: Style(.accent), on: &grid)
    grid.draw(
      own(label).text, row: rect.row, column: rect.column, width: label.count,
      style: Style(.accent, .bold))
    let start = rect.column + label.count + 1
    if list.field.isEmpty {
      grid.draw(
        own(placeholder).text, row: rect.row, column: start + 1,
        width: rect.endColumn - start - 1, style: .muted)
    }
    grid.draw(list.field, row: rect.row, column: start, width: rect.endColumn - start)
    let top = min(list.top, max(0, lines.count - rows))
    for (index, line) in lines.dropFirst(top).prefix(rows).enumerated() {
      let isSelected = line.place != nil && line.place == list.place
      draw(line, isSelected: isSelected, row: rect.row + 1 + index, in: rect, on: &grid)
    }
    var row = rect.row + 1 + rows
    if isRuled {
      grid.drawRule(row: row, column: rect.column, width: rect.columns)
      row += 1
    }
    for (index, line) in detail.prefix(Self.detailRows).enumerated() {
      grid.draw(line, row: row + index, column: rect.column, width: rect.columns)
    }
    grid.draw(
      own(hint).text, row: rect.endRow - 1, column: rect.column, width: rect.columns,
      style: .muted)
  }

  private func draw(
    _ line: Line, isSelected: Bool, row: Int, in rect: Rect, on grid: inout Grid
  ) {
    let column = rect.column + (line.place == nil ? 0 : Self.lead)
    let width = rect.endColumn - column
    guard isSelected else {
      grid.draw(line.parts, row: row, column: column, width: width)
      return
    }
    let style = Style(.text, .reverse)
    grid.fill(Rect(row: row, column: rect.column, rows: 1, columns: rect.columns), style: style)
    if grid.isPlain {
      let words = [own("selected: ")] + line.parts
      grid.draw(
        words.map { StyledText($0.text, style) }, row: row, column: rect.column,
        width: rect.columns)
      return
    }
    grid.draw(
      own(grid.isASCII ? ">" : "▌").text, row: row, column: rect.column, width: 1,
      style: Style(.accent, .reverse))
    grid.draw(
      line.parts.map { StyledText($0.text, style) }, row: row, column: column, width: width)
  }
}
