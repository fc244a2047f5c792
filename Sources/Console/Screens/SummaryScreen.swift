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
    let lines = page(state, columns: rect.columns).lines
    let top = min(state.summaryPane.top, max(0, lines.count - rect.rows))
    if state.focus == .summary { grid.read(from: Point(row: rect.row, column: rect.column)) }
    for (index, line) in lines.dropFirst(top).prefix(rect.rows).enumerated() {
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

  /// The lines of the shown tab, for a pane of so many columns.
  static func page(_ state: State, columns: Int) -> Page {
    var page = Page(columns: columns - 2, isASCII: state.isASCII, isPlain: state.isPlain)
    guard let view = state.selectedView else { return page }
    guard let opened = state.opened, opened.incident.id == view.id else {
      page.line(prose(view.service.title, .title))
      return page
    }
    switch state.summaryPane.tab {
    case .summary: SummaryPage.write(opened, view, state, on: &page)
    case .alerts: AlertsPage.write(opened, state.times, on: &page)
    case .evidence: EvidencePage.write(opened, on: &page)
    case .timeline: TimelinePage.write(opened, state, on: &page)
    case .notes: NotesPage.write(opened, view, state.times, on: &page)
    }
    return page
  }
}
