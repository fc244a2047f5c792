// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// The triage queue.
enum QueueScreen {
  private static func columns(in width: Int) -> [ColumnWidth] {
    let hasShapes = width >= shapeWidth
    return [
      .fixed(8), .fixed(width >= spelledWidth ? 8 : 5), .flexible(minimum: 16),
      .fixed(hasShapes ? 5 + shapeCells : 5), .fixed(hasShapes ? 14 : 10),
    ]
  }

  /// The width from which a severity that is no known one is not cut: `critical`.
  private static let spelledWidth = 90
  /// The width from which the responses of a row have a shape beside their number.
  private static let shapeWidth = 120
  private static let shapeCells = 5
  /// The place of the title among the columns.
  private static let titlePlace = 2
  /// The columns of the selection's bar and the sign before the table.
  private static let lead = 4

  static func draw(_ state: State, _ frame: Frame, on grid: inout Grid) {
    let rect = frame.content(of: .queue)
    let pane = state.queuePane
    let rows = (0..<max(0, min(rect.rows, pane.shown.count - pane.top))).map {
      pane.shown.row(at: pane.top + $0)
    }
    let widths = Layout.widths(
      of: columns(in: rect.columns), in: rect.columns - lead)
    if frame.hasColumnNames {
      let names = ["Due", "Sev", "Incident", "Resp", "Owner"].map { own($0, .muted) }
      drawRow(names, widths, row: rect.row - 1, in: rect, on: &grid)
    }
    guard !pane.shown.isEmpty else {
      grid.read(from: Point(row: rect.row, column: rect.column))
      drawEmpty(state, in: rect, on: &grid)
      return
    }
    for (index, row) in rows.enumerated() {
      let isSelected = row.id == pane.selection
      let isMarked = isSelected && state.focus == .queue
      let place = rect.row + index
      if state.isPlain {
        if isMarked {
          grid.fill(frame.line(at: place, in: .queue), style: Style(.text, .reverse))
        }
        let words = PlainRow.incident(
          row, state, isSelected: isSelected, columns: rect.columns)
        grid.drawPlain(words, row: place, in: rect, isMarked: isMarked)
        continue
      }
      draw(row, state, widths, row: place, in: rect, isMarked: isMarked, on: &grid)
      if state.marks.contains(row.id) {
        let mark = Words.mark(isASCII: state.isASCII)
        grid.draw(mark.text, row: place, column: rect.column + 1, width: 1, style: mark.style)
      }
      if isSelected {
        grid.draw(
          own(state.isASCII ? ">" : "▌").text, row: place, column: rect.column, width: 1,
          style: Style(.accent, .bold))
      }
    }
  }

  private static func draw(
    _ row: QueueRow, _ state: State, _ widths: [Int], row place: Int, in rect: Rect,
    isMarked: Bool, on grid: inout Grid
  ) {
    let isOverdue = row.isOverdue(at: state.now)
    let done = row.totalResponses - row.openResponses
    var responses = row.totalResponses == 0 ? state.dash : "\(done)/\(row.totalResponses)"
    if widths[3] >= 5 + shapeCells, row.totalResponses > 1 {
      responses =
        responses.padded(to: 5)
        + Shape.steps(done, of: row.totalResponses, most: shapeCells, isASCII: state.isASCII)
    }
    let title =
      row.isReceived
      ? prose(row.isUntitled ? "(no title)" : row.title, row.turn.isYours ? .text : .muted)
      : own("details not received", .muted)
    let cells = [
      own(
        due(row, state),
        isOverdue
          ? Style(.overdue, .bold) : row.turn.isYours && row.snoozed == nil ? .text : .muted),
      indicator(row.severity.shortTitle, row.severity.style), title,
      own(responses, row.openResponses > 0 ? .text : .muted),
      row.owner.isEmpty ? own(state.dash, .muted) : indicator(row.owner.localPart),
    ]
    let sign =
      isOverdue
      ? own("!", Style(.overdue, .bold))
      : row.snoozed == nil ? row.turn.sign(isASCII: state.isASCII) : own("z", .muted)
    grid.draw(sign.text, row: place, column: rect.column + 2, width: 1, style: sign.style)
    if let news = state.news[row.id] {
      grid.draw(
        own(news.sign).text, row: place, column: rect.column + 3, width: 1,
        style: Style(.accent, .bold))
    }
    drawRow(cells, widths, row: place, in: rect, on: &grid)
    if isMarked { highlight(title, widths, row: place, in: rect, on: &grid) }
  }

  /// Shows that a row is selected: the bar before it, and its title reversed.
  ///
  /// What is beside the title keeps its colours, and half as many cells change with each key.
  private static func highlight(
    _ title: StyledText, _ widths: [Int], row: Int, in rect: Rect, on grid: inout Grid
  ) {
    let style = Style(.text, .reverse)
    let column = rect.column + lead + widths.prefix(titlePlace).reduce(0) { $0 + $1 + Layout.gap }
    grid.fill(Rect(row: row, column: column, rows: 1, columns: widths[titlePlace]), style: style)
    grid.draw(title.text, row: row, column: column, width: widths[titlePlace], style: style)
  }

  /// How much time is left and which key stops that clock, `x 0:18`; of what is snoozed, until when.
  private static func due(_ row: QueueRow, _ state: State) -> String {
    if let snoozed = row.snoozed { return snoozed.snooze.waking(from: state.now, state.times) }
    guard let due = row.due else { return state.dash }
    let left = Countdown(to: due.at, from: state.now).text(isASCII: state.isASCII)
    return "\(state.key(of: due.clock)) \(left)"
  }

  private static func drawRow(
    _ cells: [StyledText], _ widths: [Int], row: Int, in rect: Rect, on grid: inout Grid
  ) {
    var column = rect.column + lead
    for (cell, width) in zip(cells, widths) where width > 0 {
      grid.draw(cell.text, row: row, column: column, width: width, style: cell.style)
      column += width + Layout.gap
    }
  }

  private static func drawEmpty(_ state: State, in rect: Rect, on grid: inout Grid) {
    var page = Page(columns: rect.columns - 4, isASCII: state.isASCII)
    if !state.isLoaded {
      page.line(own("Reading the store.", .muted))
    } else if state.queue.count == 0 {
      page.line(own("No incidents yet.", .title))
      page.line()
      page.labelled("Import", VisibleText("tocsin import FILE", .typed))
      page.labelled(
        "", VisibleText("Graph incidents, alerts and incident tasks, as JSON or NDJSON.", .typed),
        .muted)
      page.labelled("Try", VisibleText("tocsin demo", .typed))
      page.labelled("Help", VisibleText(state.keymap.key("help") ?? "?", .typed))
    } else if !state.queuePane.filter.isEmpty {
      page.line(own("Nothing matches the filter. Esc clears it."))
      for doubt in state.queuePane.filter.query.doubts {
        page.paragraph(VisibleText(doubt, .typed), Style(.warning))
      }
      if state.queuePane.filter.isOpenOnly, state.queue.count > state.queue.open {
        let closed = state.queue.count - state.queue.open
        page.line(own("\(closed) closed were not looked at; is:any looks at all", .muted))
      }
    } else {
      page.line(own("Nothing is open.", Style(.done)))
      let filter = state.keymap.key("filter").map { "\(state.dot)\($0)is:any shows them" } ?? ""
      page.line(own("\(state.queue.count) closed\(filter)", .muted))
    }
    for (index, line) in page.lines.prefix(rect.rows).enumerated() {
      grid.draw(line, row: rect.row + index, column: rect.column + 2, width: rect.columns - 4)
    }
  }
}
