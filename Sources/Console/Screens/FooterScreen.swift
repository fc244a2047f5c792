// SPDX-License-Identifier: MIT

import Cells

/// The last two rows: the newest notice, and the likeliest keys.
enum FooterScreen {
  static func draw(_ state: State, _ frame: Frame, on grid: inout Grid) {
    drawMessage(state, in: frame.message, on: &grid)
    var column = frame.footer.column + 1
    for hint in hints(state) {
      let width = hint.width
      guard column + width < frame.footer.endColumn else { break }
      grid.draw(hint, row: frame.footer.row, column: column, width: width)
      column += width + 3
    }
  }

  private static func drawMessage(_ state: State, in rect: Rect, on grid: inout Grid) {
    if !state.pendingKeys.isEmpty {
      let next = Registry.continuations(of: state.pendingKeys, in: state.focus)
      let shown = next.map { action in
        let keys = action.keys.first { $0.keys.starts(with: state.pendingKeys) }
        return "\(keys?.description ?? "") \(action.title.lowercased())"
      }
      grid.draw(
        own(shown.joined(separator: "   ")).text, row: rect.row, column: 1,
        width: rect.columns - 2, style: .accent)
      return
    }
    guard let notice = state.notice else { return }
    let style: Style
    switch notice.kind {
    case .saved: style = Style(.done)
    case .info: style = .text
    case .failure: style = Style(.failure, .bold)
    }
    grid.draw(
      own(notice.text).text, row: rect.row, column: 1, width: rect.columns - 2, style: style)
  }

  /// The hints that fit this pane, in the registry's order; what cannot be done now is dim.
  static func hints(_ state: State) -> [[StyledText]] {
    Registry.actions.compactMap { action in
      guard let hint = action.hint, let keys = action.keys.first,
        action.scope.covers(state.focus), action.id != "pane.\(state.focus.title.lowercased())"
      else { return nil }
      let isDisabled = action.disabled(state) != nil
      return [
        own(keys.description + " ", isDisabled ? .muted : Style(.accent, .bold)),
        own(hint, isDisabled ? .muted : .text),
      ]
    }
  }
}
