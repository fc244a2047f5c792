// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// A board: how things stand, a list, and the selected row in full.
enum BoardScreen {
  /// A line of the list.
  struct Line {
    /// The row; `nil` for a heading.
    var row: BoardRow?
    /// The heading.
    var heading = ""
  }

  /// The width from which the details stand beside the list.
  static let sideBySideColumns = 120
  /// The list's part of the width beside the details, in hundredths.
  private static let share = 58
  /// The details' part of the height under the list, in hundredths.
  private static let heightShare = 35
  /// The fewest rows of details under a list.
  private static let leastDetail = 3
  /// The most lines above the list, in hundredths of the height.
  private static let summaryShare = 40

  /// Where the parts of a board stand.
  struct Parts {
    var list: Rect
    var detail: Rect
    var summary: Int
  }

  static func lines(_ board: Board) -> [Line] {
    var lines: [Line] = []
    var last = ""
    for row in board.rows {
      if !row.heading.isEmpty, row.heading != last {
        lines.append(Line(row: nil, heading: row.heading))
      }
      last = row.heading
      lines.append(Line(row: row))
    }
    return lines
  }

  /// The board's parts: the list with its rule, and the details with theirs.
  static func parts(_ board: Board, _ size: Size, isPlain: Bool) -> Parts {
    let body = Rect(row: 1, column: 0, rows: max(1, size.rows - 3), columns: size.columns)
    let summary = min(board.content.summary.count, body.rows * summaryShare / 100)
    if board.showsDetail {
      let none = Rect(row: body.row, column: 0, rows: 0, columns: size.columns)
      return Parts(list: none, detail: body, summary: 0)
    }
    if size.columns >= sideBySideColumns, !isPlain {
      let (left, right) = body.splitLeft(body.columns * share / 100)
      return Parts(list: left, detail: right, summary: summary)
    }
    let detail = max(leastDetail + 1, body.rows * heightShare / 100)
    let (top, bottom) = body.splitTop(max(1, body.rows - detail))
    return Parts(list: top, detail: bottom, summary: summary)
  }

  /// The rows of the list, without rule, summary and column names.
  static func listRows(_ state: State) -> Int {
    guard let board = state.board else { return 0 }
    let parts = parts(board, state.size, isPlain: state.isPlain)
    return max(1, parts.list.rows - 1 - parts.summary - (hasNames(board, state) ? 1 : 0))
  }

  private static func hasNames(_ board: Board, _ state: State) -> Bool {
    !state.isPlain && !board.content.rows.isEmpty && state.size.rows >= 16
      && board.content.columns.contains { !$0.title.isEmpty }
  }

  /// The rows of the details, without their rule.
  static func detailRows(_ state: State) -> Int {
    guard let board = state.board else { return 0 }
    return max(1, parts(board, state.size, isPlain: state.isPlain).detail.rows - 1)
  }

  /// The selected row in full.
  static func detail(_ state: State) -> Page {
    guard let board = state.board else { return Page(columns: 1, isASCII: state.isASCII) }
    let rect = parts(board, state.size, isPlain: state.isPlain).detail
    var page = Page(
      columns: max(1, rect.columns - 4), isASCII: state.isASCII, isPlain: state.isPlain)
    if let row = board.selected { board.kind.source.detail(of: row.id, state, on: &page) }
    return page
  }

  static func draw(_ board: Board, _ state: State, on grid: inout Grid) {
    let parts = parts(board, grid.size, isPlain: state.isPlain)
    if !board.showsDetail { drawList(board, state, parts, on: &grid) }
    drawDetail(board, state, parts.detail, on: &grid)
  }

  private static func drawList(
    _ board: Board, _ state: State, _ parts: Parts, on grid: inout Grid
  ) {
    let rect = parts.list
    let lines = lines(board)
    let count = board.rows.count
    var title = [own(board.kind.title, Style(.title, .bold))]
    if !board.words.isEmpty {
      title += [own("\(state.dot)/", .muted), own(board.words, Style(.warning))]
    }
    let place = board.place.map { "\($0 + 1)/\(count)" } ?? ""
    let hidden = board.content.rows.count - count
    let trailing =
      board.isReading
      ? "working it out" : hidden > 0 ? "\(place)\(state.dot)\(hidden) hidden" : place
    grid.drawRule(
      row: rect.row, column: rect.column, width: rect.columns, title: title,
      trailing: trailing.isEmpty ? [] : [own(trailing, .muted)], style: Style(.accent))
    var row = rect.row + 1
    for line in board.content.summary.prefix(parts.summary) {
      grid.draw(line, row: row, column: rect.column + 1, width: rect.columns - 2)
      row += 1
    }
    let columns = shown(board.content.columns, in: rect.columns - 3)
    if hasNames(board, state) {
      drawCells(
        columns.map { ($0.place, [own(board.content.columns[$0.place].title, .muted)], $0.width) },
        row: row, column: rect.column + 2, on: &grid)
      row += 1
    }
    if lines.isEmpty {
      var page = Page(columns: rect.columns - 4, isASCII: state.isASCII, isPlain: state.isPlain)
      let nothing =
        board.content.rows.isEmpty ? board.content.empty : "No row holds these words."
      page.paragraph(VisibleText(nothing, .typed), .muted)
      for (offset, line) in page.lines.prefix(max(0, rect.endRow - row)).enumerated() {
        grid.draw(line, row: row + offset, column: rect.column + 2, width: rect.columns - 4)
      }
    }
    for line in lines.dropFirst(board.top).prefix(max(0, rect.endRow - row)) {
      draw(line, board, columns, state, row: row, in: rect, on: &grid)
      row += 1
    }
  }

  private static func draw(
    _ line: Line, _ board: Board, _ columns: [(place: Int, width: Int)], _ state: State, row: Int,
    in rect: Rect, on grid: inout Grid
  ) {
    guard let item = line.row else {
      grid.draw(
        own(line.heading).text, row: row, column: rect.column + 1, width: rect.columns - 2,
        style: .title)
      return
    }
    let isSelected = item.id == board.selection
    let style = Style(.text, .reverse)
    if isSelected {
      grid.fill(
        Rect(row: row, column: rect.column, rows: 1, columns: rect.columns - 1), style: style)
      let sign = state.isPlain || state.isASCII ? ">" : "▌"
      grid.draw(
        own(sign).text, row: row, column: rect.column, width: 1, style: Style(.accent, .reverse))
      if state.isPlain { grid.cursor = Point(row: row, column: rect.column) }
    }
    let cells = columns.map { column in
      let cell = item.cells.indices.contains(column.place) ? item.cells[column.place] : []
      let shown = isSelected ? cell.map { StyledText($0.text, style) } : cell
      return (column.place, shown, column.width)
    }
    drawCells(cells, row: row, column: rect.column + 2, on: &grid)
  }

  private static func drawCells(
    _ cells: [(place: Int, parts: [StyledText], width: Int)], row: Int, column: Int,
    on grid: inout Grid
  ) {
    var column = column
    for cell in cells where cell.width > 0 {
      grid.draw(cell.parts, row: row, column: column, width: cell.width)
      column += cell.width + 1
    }
  }

  /// The columns there is room for, each with its width.
  private static func shown(
    _ columns: [BoardColumn], in width: Int
  ) -> [(place: Int, width: Int)] {
    let kept = columns.indices.filter { columns[$0].from <= width }
    let fixed = kept.reduce(0) { $0 + columns[$1].width } + max(0, kept.count - 1)
    return kept.map { ($0, columns[$0].width > 0 ? columns[$0].width : max(0, width - fixed)) }
  }

  private static func drawDetail(
    _ board: Board, _ state: State, _ rect: Rect, on grid: inout Grid
  ) {
    let page = detail(state)
    let rows = max(1, rect.rows - 1)
    let top = min(board.detailTop, max(0, page.lines.count - rows))
    let rest = page.lines.count - top - rows
    let title =
      board.showsDetail
      ? [own(board.kind.title, Style(.title, .bold)), own("\(state.dot)details", .muted)]
      : [own("Details", .muted)]
    grid.drawRule(
      row: rect.row, column: rect.column, width: rect.columns, title: title,
      trailing: rest > 0 ? [own("\(rest) more below", .muted)] : [],
      style: board.showsDetail ? Style(.accent) : .chrome)
    for (offset, line) in page.lines.dropFirst(top).prefix(rows).enumerated() {
      grid.draw(
        line, row: rect.row + 1 + offset, column: rect.column + 2, width: rect.columns - 4)
    }
  }
}
