// SPDX-License-Identifier: MIT

import Cells
import SafeText

/// What can follow the keys of an unfinished sequence, just above the bottom line.
enum WhichKeyScreen {
  static func draw(_ state: State, _ frame: Frame, on grid: inout Grid) {
    let pending = state.pendingKeys
    guard !pending.isEmpty else { return }
    let next = state.keymap.continuations(of: pending, in: state.place)
    let rows = next.prefix(max(1, frame.message.row - 3)).map { action, sequence in
      let keys = KeySequence(Array(sequence.keys.dropFirst(pending.count))).description
      let reason = action.disabled(state)
      return [
        own(keys.padded(to: 6), reason == nil ? Style(.accent, .bold) : .muted),
        own(action.title, reason == nil ? .text : .muted),
        own(reason.map { "  not now: \($0)" } ?? "", .muted),
      ]
    }
    let hint = own("another key cancels", .muted)
    let inside = min(
      max(hint.text.width, rows.map(\.width).max() ?? 0), frame.message.columns - 6)
    let rect = Rect(
      row: frame.message.row - rows.count - 3, column: frame.message.endColumn - inside - 5,
      rows: rows.count + 3, columns: inside + 4)
    grid.fill(rect)
    grid.drawBox(
      rect, title: [own(KeySequence(pending).description, Style(.accent, .bold))],
      style: Style(.accent))
    let content = rect.inset(top: 1, left: 2, bottom: 1, right: 2)
    Dialog.draw(rows + [[hint]], in: content, on: &grid)
  }
}
