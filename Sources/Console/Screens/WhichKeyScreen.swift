// SPDX-License-Identifier: MIT

import Cells
import SafeText

/// What can follow the keys of an unfinished sequence, just above the bottom line.
enum WhichKeyScreen {
  static func draw(_ state: State, _ frame: Frame, on grid: inout Grid) {
    let pending = state.pendingKeys
    guard !pending.isEmpty else { return }
    let next = state.keymap.continuations(of: pending, in: state.place)
    let entries = next.map { action, sequence in
      let keys = KeySequence(Array(sequence.keys.dropFirst(pending.count))).description
      let reason = action.disabled(state)
      return [
        own(keys.padded(to: 6), reason == nil ? Style(.accent, .bold) : .muted),
        own(action.title, reason == nil ? .text : .muted),
        own(reason.map { "  not now: \($0)" } ?? "", .muted),
      ]
    }
    let rows = rows(entries, in: max(1, frame.message.row - 3), columns: frame.message.columns - 6)
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
  /// The entries in as many rows as there are, side by side and without reasons where they are more.
  private static func rows(
    _ entries: [[StyledText]], in most: Int, columns: Int
  ) -> [[StyledText]] {
    guard entries.count > most else { return entries }
    let across = (entries.count + most - 1) / most
    let down = (entries.count + across - 1) / across
    let width = columns / across
    return (0..<down).map { row in
      stride(from: row, to: entries.count, by: down).flatMap { place -> [StyledText] in
        let entry = Array(entries[place].prefix(2))
        let title = StyledText(
          entry[1].text.truncated(to: max(1, width - entry[0].text.width - 1)), entry[1].style)
        return [
          entry[0], title,
          own("".padded(to: max(0, width - entry[0].text.width - title.text.width))),
        ]
      }
    }
  }
}
