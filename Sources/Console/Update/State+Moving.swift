// SPDX-License-Identifier: MIT

import Cells
import Incidents

/// A way to go in a list or a page.
enum Step {
  /// So many rows or lines on.
  case lines(Int)
  /// So many pages on.
  case pages(Int)
  /// To the beginning.
  case toFirst
  /// To the end.
  case toLast

  /// The place reached from another, among so many, on pages of so many rows.
  func place(from place: Int, count: Int, page: Int) -> Int {
    let target: Int
    switch self {
    case .lines(let lines): target = place + lines
    case .pages(let pages): target = place + pages * max(1, page - 1)
    case .toFirst: target = 0
    case .toLast: target = count - 1
    }
    return min(max(0, target), max(0, count - 1))
  }
}

extension State {
  /// Goes on in a pane; without one, in the pane with the focus.
  mutating func move(by step: Step, in pane: Pane? = nil) -> [Effect] {
    if board != nil { return moveOnBoard(by: step) }
    switch pane ?? focus {
    case .queue: return moveInQueue(by: step)
    case .summary: moveInSummary(by: step)
    case .responses: moveInResponses(by: step)
    }
    return []
  }

  private mutating func moveInQueue(by step: Step) -> [Effect] {
    let shown = queuePane.shown
    guard !shown.isEmpty else { return [] }
    let before = selectedID
    let page = Frame(self).rows(of: .queue)
    let place = step.place(from: queuePane.place ?? 0, count: shown.count, page: page)
    guard stretchRange(to: place) else { return [] }
    queuePane.selection = shown[place]
    queuePane.followsTop = false
    if case .toFirst = step { queuePane.followsTop = true }
    keepSelectionVisible()
    return selectionChanged(from: before)
  }

  private mutating func moveInSummary(by step: Step) {
    let frame = Frame(self)
    let rows = frame.rows(of: .summary)
    let columns = frame.columns(of: .summary)
    let count = SummaryScreen.text(self, columns: columns, rows: rows).lineCount
    let last = max(0, count - rows)
    // A page is scrolled, so its last place is the one that shows the last line.
    let place = step.place(from: min(summaryPane.top, last), count: count, page: rows)
    summaryPane.top = min(place, last)
  }

  private mutating func moveInResponses(by step: Step) {
    let responses = selectedView?.responses ?? []
    guard !responses.isEmpty else { return }
    let current = responses.firstIndex { $0.id == responsesPane.selection } ?? 0
    let page = Frame(self).rows(of: .responses)
    let place = step.place(from: current, count: responses.count, page: page)
    responsesPane.selection = responses[place].id
  }

  /// Scrolls the queue as little as shows the selection.
  mutating func keepSelectionVisible() {
    let rows = Frame(self).rows(of: .queue)
    guard rows > 0 else { return }
    let place = queuePane.place ?? 0
    if place < queuePane.top { queuePane.top = place }
    if place >= queuePane.top + rows { queuePane.top = place - rows + 1 }
    queuePane.top = min(queuePane.top, max(0, queuePane.shown.count - rows))
  }

  mutating func go(to pane: Pane) -> [Effect] {
    leaveBoard()
    focus = pane
    if pane == .queue { isZoomed = false }
    keepSelectionVisible()
    return []
  }

  /// The pane so many places on, round and round.
  func neighbour(_ offset: Int) -> Pane {
    let all = Pane.allCases
    return all[(focus.rawValue - 1 + offset + all.count) % all.count]
  }

  mutating func turnTab(by offset: Int) -> [Effect] {
    let all = SummaryPane.Tab.allCases
    let place = (summaryPane.tab.rawValue + offset + all.count) % all.count
    summaryPane.tab = all[place]
    summaryPane.top = 0
    return []
  }

  /// One step back; at the end of the way it does nothing.
  mutating func goBack() -> [Effect] {
    if board != nil { return goBackOnBoard() }
    if isZoomed {
      isZoomed = false
      keepSelectionVisible()
      return focus == .summary ? go(to: .queue) : []
    }
    if focus != .queue { return go(to: .queue) }
    if marks.range != nil {
      cancelRange()
      return []
    }
    if let effects = leavePivot() { return effects }
    return queuePane.filter.isEmpty ? [] : show(QueueFilter())
  }

  mutating func closeOrQuit() -> [Effect] {
    if board != nil {
      leaveBoard()
      return []
    }
    if isZoomed { return goBack() }
    return [.quit]
  }
}
