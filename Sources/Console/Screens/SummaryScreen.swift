// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// The selected incident's summary, in tabs.
enum SummaryScreen {
  static func draw(_ state: State, _ frame: Frame, on grid: inout Grid) {
    let rect = frame.content(of: .summary)
    guard rect.rows > 0 || frame.panes[.summary] != nil, state.selectedID != nil else { return }
    drawTabs(state, row: rect.row - 1, in: rect, on: &grid)
    let text = text(state, columns: rect.columns, rows: rect.rows)
    let top = min(state.summaryPane.top, max(0, text.lineCount - rect.rows))
    if state.focus == .summary { grid.read(from: Point(row: rect.row, column: rect.column)) }
    for (index, line) in text.lines(in: top..<top + max(0, rect.rows)).enumerated() {
      grid.draw(
        line.marking(state.summaryPane.search), row: rect.row + index, column: rect.column + 1,
        width: rect.columns - 2)
    }
  }

  private static func drawTabs(_ state: State, row: Int, in rect: Rect, on grid: inout Grid) {
    for (tab, columns, title) in tabs(state, in: rect) {
      let isShown = tab == state.summaryPane.tab
      let style = isShown ? Style(.accent, [.bold, .underline]) : .muted
      grid.draw(
        title.text, row: row, column: columns.lowerBound, width: columns.count, style: style)
    }
  }

  /// Where each tab's name stands.
  static func tabs(
    _ state: State, in rect: Rect
  ) -> [(tab: SummaryPane.Tab, columns: Range<Int>, title: StyledText)] {
    var column = rect.column + 1
    return SummaryPane.Tab.allCases.map { tab in
      let count = count(of: tab, state).map { " \($0)" } ?? ""
      let isSaid = state.isPlain && tab == state.summaryPane.tab
      let title = own((isSaid ? "selected " : "") + tab.title + count)
      let start = min(column, rect.endColumn)
      let end = min(start + title.text.width, rect.endColumn)
      column = end + Layout.gap
      return (tab, start..<end, title)
    }
  }

  private static func count(of tab: SummaryPane.Tab, _ state: State) -> Int? {
    guard let opened = state.opened else { return nil }
    switch tab {
    case .alerts: return opened.incident.alerts.count
    case .evidence: return opened.summary.evidenceCount
    case .notes:
      return opened.incident.comments.count + (state.selectedView?.remarks.count ?? 0)
    case .summary, .timeline: return nil
    }
  }

  /// What the shown tab says, for a pane of so many columns and rows.
  static func text(_ state: State, columns: Int, rows: Int) -> SummaryText {
    var page = Page(columns: columns - 2, isASCII: state.isASCII, isPlain: state.isPlain)
    guard let view = state.selectedView else { return .lines(page.lines) }
    guard let opened = state.opened, opened.incident.id == view.id else {
      page.line(prose(view.service.title, .title))
      return .lines(page.lines)
    }
    switch state.summaryPane.tab {
    case .summary: SummaryPage.write(opened, view, state, on: &page)
    case .alerts: AlertsPage.write(opened, state.times, on: &page)
    case .evidence: EvidencePage.write(opened, on: &page)
    case .timeline:
      return .timeline(state.timelineLayout(opened.timeline, columns: columns, rows: rows))
    case .notes: NotesPage.write(opened, view, state.times, on: &page)
    }
    return .lines(page.lines)
  }
}

/// The lines of a tab: all of them made, or made as they are asked for.
enum SummaryText {
  case lines([[StyledText]])
  case timeline(TimelineLayout)

  /// How many there are.
  var lineCount: Int {
    switch self {
    case .lines(let lines): lines.count
    case .timeline(let layout): layout.lineCount
    }
  }

  /// Some of them, as far as they are there.
  func lines(in range: Range<Int>) -> [[StyledText]] {
    switch self {
    case .lines(let lines): Array(lines[range.clamped(to: 0..<lines.count)])
    case .timeline(let layout): layout.lines(in: range)
    }
  }

  /// Texts to search in, and the line each begins on.
  var searched: [(line: Int, text: String)] {
    switch self {
    case .lines(let lines):
      lines.enumerated().map { ($0.offset, $0.element.map(\.text.text).joined()) }
    case .timeline(let layout):
      zip(layout.starts, layout.entries).map { line, entry in
        (line, "\(layout.shape.times.dayAndTime(entry.at)) \(TimelinePage.text(of: entry))")
      }
    }
  }
}
