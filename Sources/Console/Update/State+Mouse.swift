// SPDX-License-Identifier: MIT

import Cells
import Incidents

extension State {
  /// Has the mouse reported, or no more.
  mutating func toggleMouse() -> [Effect] {
    usesMouse.toggle()
    say(
      .info,
      usesMouse
        ? "The mouse is on: click selects, the wheel scrolls; to mark text hold Shift."
        : "The mouse is off.")
    return [.mouse(usesMouse)]
  }

  /// A click selects and the wheel scrolls.
  ///
  /// Neither records anything nor answers a question.
  mutating func take(_ mouse: Mouse) -> [Effect] {
    guard usesMouse, !Frame(self).isTooSmall else { return [] }
    if let overlay { return take(mouse, over: overlay) }
    pendingKeys = []
    if board != nil {
      switch mouse.kind {
      case .press: return []
      case .wheelUp: return moveOnBoard(by: .lines(-1))
      case .wheelDown: return moveOnBoard(by: .lines(1))
      }
    }
    let frame = Frame(self)
    guard let pane = Pane.allCases.first(where: { frame.panes[$0]?.contains(mouse.point) ?? false })
    else { return [] }
    queuePane.isTouched = true
    switch mouse.kind {
    case .press: return click(mouse.point, on: pane, frame)
    case .wheelUp: return scroll(pane, down: false)
    case .wheelDown: return scroll(pane, down: true)
    }
  }

  /// Long texts scroll; everything else over the panes is answered by keys alone.
  private mutating func take(_ mouse: Mouse, over overlay: Overlay) -> [Effect] {
    switch overlay {
    case .help, .messages:
      switch mouse.kind {
      case .press: return []
      case .wheelUp: return pressOnOverlay(.up, at: 0)
      case .wheelDown: return pressOnOverlay(.down, at: 0)
      }
    default: return []
    }
  }

  private mutating func scroll(_ pane: Pane, down: Bool) -> [Effect] {
    let lines = pane == .summary ? Self.wheelLines : 1
    return move(by: .lines(down ? lines : -lines), in: pane)
  }

  /// How far a notch of the wheel scrolls a text.
  private static let wheelLines = 3

  private mutating func click(_ point: Point, on pane: Pane, _ frame: Frame) -> [Effect] {
    let content = frame.content(of: pane)
    let before = selectedID
    let line = point.row - content.row
    let top = queuePane.top
    let list = ResponsesScreen.list(self, rows: content.rows)
    let tabs = pane == .summary ? SummaryScreen.tabs(self, in: content) : []
    // Other panes grow with the focus, so all was looked up where it was seen.
    focus = pane
    keepSelectionVisible()
    guard line >= -1, line < content.rows else { return [] }
    switch pane {
    case .queue:
      let place = top + line
      guard line >= 0, place < queuePane.shown.count else { return [] }
      queuePane.selection = queuePane.shown[place]
      queuePane.followsTop = false
      keepSelectionVisible()
      return selectionChanged(from: before)
    case .summary:
      guard line == -1 else { return [] }
      if let tab = tabs.first(where: { $0.columns.contains(point.column) })?.tab {
        summaryPane.tab = tab
        summaryPane.top = 0
      }
    case .responses:
      let responses = selectedView?.responses ?? []
      guard line >= 0, line < list.rows, list.top + line < responses.count else { return [] }
      responsesPane.selection = responses[list.top + line].id
    }
    return []
  }
}
