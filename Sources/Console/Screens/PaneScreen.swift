// SPDX-License-Identifier: MIT

import Cells
import Incidents

/// The frame of a pane: a box where panes stand side by side, else a titled rule.
enum PaneScreen {
  static func drawFrame(
    of pane: Pane, _ state: State, _ frame: Frame, on grid: inout Grid
  ) {
    guard let rect = frame.panes[pane] else { return }
    let isFocused = state.focus == pane
    let style = isFocused ? Style(.accent) : .chrome
    let name = [
      own("\(pane.rawValue) ", isFocused ? Style(.accent, .bold) : .muted),
      own(pane.title, isFocused ? Style(.title, .bold) : .text),
    ]
    let title = name + subtitle(of: pane, state)
    let trailing = trailing(of: pane, state, frame)
    if frame.isSideBySide {
      grid.drawBox(rect, title: title, trailing: trailing, style: style)
    } else {
      grid.drawRule(
        row: rect.row, column: rect.column, width: rect.columns, title: title,
        trailing: trailing, style: style)
    }
  }

  private static func strayMerge(_ id: IncidentID, _ state: State) -> String {
    state.book.isMergedInCircle(id) ? "Merged in a circle" : "Merged, target not here"
  }

  private static func subtitle(of pane: Pane, _ state: State) -> [StyledText] {
    switch pane {
    case .queue:
      return QueryScreen.subtitle(state) + OrderScreen.subtitle(state)
    case .summary:
      guard let row = state.selectedID.flatMap({ state.queue[$0] }) else { return [] }
      return [
        own(state.dot, .muted), indicator(row.id.text), own(state.dot, .muted),
        indicator(row.severity.title.uppercased(), row.severity.style), own(state.dot, .muted),
        indicator(row.isStrayMerge ? strayMerge(row.id, state) : row.status.title),
      ]
    case .responses:
      guard let view = state.selectedView, !view.responses.isEmpty else { return [] }
      let done = view.responses.count(where: \.status.value.isFinished)
      let id = state.isZoomed || state.isPlain ? state.dot + view.id.text : ""
      let hidden = (state.openedHere?.incident.responses.count ?? 0) - view.responses.count
      let steps =
        state.isPlain || view.responses.count < 2
        ? "" : Shape.steps(done, of: view.responses.count, isASCII: state.isASCII) + " "
      return [own("\(id)\(state.dot)\(steps)\(done) of \(view.responses.count) done", .muted)]
        + (hidden > 0
          ? [own("\(state.dot)\(hidden) more in Defender", Style(.warning, .bold))] : [])
        + (state.responsesPane.marks.isEmpty
          ? []
          : [
            own(
              "\(state.dot)\(state.responsesPane.marks.count) marked", Style(.warning, .bold))
          ])
    }
  }

  private static func trailing(
    of pane: Pane, _ state: State, _ frame: Frame
  ) -> [StyledText] {
    switch pane {
    case .queue:
      let shown = state.queuePane.shown.count
      let marks =
        state.marks.isEmpty ? [] : [own(state.markCount + " ", Style(.warning, .bold))]
      guard shown > 0 else { return marks }
      let hidden = state.queue.count - shown
      let place = (state.queuePane.place ?? 0) + 1
      return marks + [
        own(state.isPlain ? "row \(place) of \(shown)" : "\(place)/\(shown)"),
        own(hidden > 0 ? "\(state.dot)\(hidden) hidden" : "", .muted),
      ]
    case .summary:
      let rows = frame.rows(of: .summary)
      let text = SummaryScreen.text(state, columns: frame.columns(of: .summary), rows: rows)
      let last = max(0, text.lineCount - rows)
      guard last > 0 else { return [] }
      let percent = min(state.summaryPane.top, last) * 100 / last
      return [own("\(percent)%", .muted)]
    case .responses:
      return []
    }
  }
}
