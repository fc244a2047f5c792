// SPDX-License-Identifier: MIT

import Cells
import SafeText

/// The last two rows: the newest notice, and the likeliest keys.
enum FooterScreen {
  static func draw(_ state: State, _ frame: Frame, on grid: inout Grid) {
    drawMessage(state, in: frame.message, on: &grid)
    // What lies on top takes the keys and names its own.
    guard state.overlay == nil, state.history == nil else { return }
    // Help and the way out keep their place at the end, however little room there is.
    let last = hints(state, in: [.console])
    let end = frame.footer.endColumn - 1 - last.map { $0.width + 3 }.reduce(-3, +)
    var column = frame.footer.column + 1
    for hint in hints(state, in: [.response, .incident, .find, .mark, .write, .move]) {
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
    if !state.pendingKeys.isEmpty {
      let next = state.keymap.continuations(of: state.pendingKeys, in: state.focus)
      let shown = next.map { "\($0.sequence) \($0.action.title.lowercased())" }
      grid.draw(
        own(shown.joined(separator: "   ")).text, row: rect.row, column: 1,
        width: rect.columns - 2, style: .accent)
      return
    }
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

  /// The hints that fit this pane, in the registry's order; what cannot be done now is dim.
  static func hints(_ state: State, in groups: [Action.Group]) -> [[StyledText]] {
    groups.flatMap { group in Registry.actions.filter { $0.group == group } }.compactMap { action in
      guard let hint = action.hint, let keys = state.keymap.keys(of: action).first,
        action.scope.covers(state.focus), action.id != "pane.\(state.focus.title.lowercased())"
      else { return nil }
      let isDisabled = action.disabled(state) != nil
      return [
        own(keys.description + " ", isDisabled ? .muted : Style(.accent, .bold)),
        own(hint + state.count(after: action), isDisabled ? .muted : .text),
      ]
    }
  }
}
