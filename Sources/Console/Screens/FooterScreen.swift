// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// The last two rows: the newest notice, and the likeliest keys.
enum FooterScreen {
  /// The most keys it names.
  private static let most = 8
  /// The width from which it names the palette.
  private static let wideColumns = 72
  private static let ways = ["palette", "help", "quit"]

  static func draw(_ state: State, _ frame: Frame, on grid: inout Grid) {
    // A filter of the journal is typed there; what is wrong with it stands below.
    if state.history?.field == nil { drawMessage(state, in: frame.message, on: &grid) }
    // What lies on top takes the keys and names its own.
    guard state.overlay == nil, state.history == nil else { return }
    // Help and the way out keep their place at the end, however little room there is.
    let columns = frame.footer.columns
    let last = Array(
      hints(state, columns < Self.wideColumns ? ways.filter { $0 != "palette" } : ways))
    let end = frame.footer.endColumn - 1 - last.map { $0.width + 3 }.reduce(-3, +)
    var column = frame.footer.column + 1
    for hint in hints(state, likeliest(state)).prefix(Self.most - last.count) {
      guard column + hint.width + 3 <= end else { break }
      grid.draw(hint, row: frame.footer.row, column: column, width: hint.width)
      column += hint.width + 3
    }
    column = max(column, end)
    for hint in last {
      grid.draw(hint, row: frame.footer.row, column: column, width: hint.width)
      column += hint.width + 3
    }
  }

  private static func drawMessage(_ state: State, in rect: Rect, on grid: inout Grid) {
    guard let notice = state.notice else {
      if state.reading != nil { return drawReading(state, in: rect, on: &grid) }
      // Why nothing can be recorded stands there until something else must be said.
      if let reason = state.readOnlyReason {
        grid.draw(
          own(reason).text, row: rect.row, column: 1, width: rect.columns - 2,
          style: Style(.warning))
      }
      return
    }
    let style: Style
    switch notice.kind {
    case .saved: style = Style(.done)
    case .info: style = .text
    case .news: style = Style(.accent)
    case .failure: style = Style(.failure, .bold)
    }
    let text = own(notice.text).text
    let key = state.keymap.key("messages")
    let more: [StyledText] =
      text.width > rect.columns - 2
      ? key.map { [own(" ", .muted), own($0, Style(.accent, .bold)), own(" all", .muted)] } ?? []
      : []
    let width = rect.columns - 2 - more.width
    grid.draw(text, row: rect.row, column: 1, width: width, style: style)
    grid.draw(more, row: rect.row, column: 1 + width, width: more.width)
  }

  private static func drawReading(_ state: State, in rect: Rect, on grid: inout Grid) {
    guard let reading = state.reading else { return }
    let lines = grouped(reading.lines)
    grid.draw(
      own("Reading \(lines) of about \(grouped(reading.expected)) lines.").text, row: rect.row,
      column: 1, width: rect.columns - 2, style: .muted)
  }

  /// A number with its thousands apart.
  private static func grouped(_ number: Int) -> String {
    let digits = String(number)
    return digits.enumerated().reduce(into: "") { text, digit in
      let left = digits.count - digit.offset
      if digit.offset > 0, left % 3 == 0 { text += "," }
      text.append(digit.element)
    }
  }

  /// The hints of actions that can be done now, in order; only those that are read are worked out.
  static func hints(_ state: State, _ ids: [String]) -> some Sequence<[StyledText]> {
    ids.lazy.compactMap { id -> [StyledText]? in
      guard let action = Registry.action(id), let hint = action.hint,
        let keys = state.keymap.keys(of: action).first, action.scope.covers(state.place),
        action.disabled(state) == nil
      else { return nil }
      return [
        own(keys.description + " ", Style(.accent, .bold)), own(hint + state.count(after: action)),
      ]
    }
  }

  /// The actions of a board that have a hint, its own first.
  private static func likeliest(on kind: BoardKind) -> [String] {
    let here = Registry.actions.filter { $0.hint != nil && $0.group != .console }
    let own = here.filter {
      if case .boards = $0.scope { $0.scope != .anyBoard } else { false }
    }
    return (own + here).map(\.id)
  }

  /// The actions that are likely in this pane, the likeliest first: those of the item, then those
  /// of the pane, then all others that have a hint.
  static func likeliest(_ state: State) -> [String] {
    if let board = state.board { return likeliest(on: board.kind) }
    let first: [String]
    switch state.focus {
    case .queue:
      let hasWork = state.selectedView?.responses.contains(where: \.isOpenForCustomer) == true
      first =
        ["acknowledge", "open"] + (hasWork ? ["pane.responses"] : ["resolve"])
        + ["filter", "comment", "assign", "pane.summary"]
    case .summary:
      let timeline = state.shownTimeline == nil ? [] : ["timeline.kind", "timeline.later"]
      first =
        timeline
        + ["acknowledge", "pane.responses", "tab.next", "zoom", "search", "comment", "assign"]
    case .responses:
      first = [
        "response.complete", "response.acknowledge", "response.start", "response.skip",
        "response.reopen", "zoom", "pane.queue",
      ]
    }
    let here = "pane.\(state.focus.title.lowercased())"
    return first + Registry.hinted.filter { !first.contains($0) && $0 != here }
  }
}
