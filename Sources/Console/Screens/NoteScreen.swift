// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// The form for an incident's note.
enum NoteScreen {
  private static let label = 12
  /// The most rows of the text with the focus.
  private static let tallest = 6

  /// The columns of a text on a screen.
  static func columns(_ size: Size) -> Int { max(2, Dialog.inside(size) - label) }

  static func draw(_ form: NoteForm, _ state: State, on grid: inout Grid) {
    let focusRows = min(tallest, max(1, grid.size.rows - 10))
    let rect = Dialog.draw(
      lines: 7 + focusRows, title: [own("Note on \(form.id)", .title)], style: Style(.accent),
      on: &grid)
    var row = rect.row
    for field in NoteField.allCases {
      let isFocused = form.row == .field(field)
      grid.draw(
        own(field.title.padded(to: label)).text, row: row, column: rect.column, width: label,
        style: isFocused ? Style(.accent, .bold) : .muted)
      let rows = isFocused && field != .due ? focusRows : 1
      let place = Rect(
        row: row, column: rect.column + label, rows: rows, columns: rect.columns - label)
      draw(form.texts[field] ?? TextField(), isFocused: isFocused, in: place, on: &grid)
      row += rows
    }
    draw(echo(form, state), at: row, in: rect, on: &grid)
    grid.draw(
      [
        own(" Cancel ", form.row == .cancel ? .text.with(.reverse) : .text), own("   "),
        own(" Save ", form.row == .save ? .text.with(.reverse) : .text),
      ], row: rect.endRow - 2, column: rect.column + label, width: rect.columns - label)
    let keys = [
      ("Tab", "next"), ("Ctrl-J", "line"), ("Ctrl-S", "save"), ("Esc", "keep draft"),
      ("Ctrl-X Ctrl-E", "editor"),
    ]
    let hints = keys.enumerated().flatMap { place, key in
      [own((place == 0 ? "" : "  ") + key.0 + " ", Style(.accent, .bold)), own(key.1)]
    }
    grid.draw(hints, row: rect.endRow - 1, column: rect.column, width: rect.columns)
  }

  private static func draw(
    _ text: TextField, isFocused: Bool, in rect: Rect, on grid: inout Grid
  ) {
    if isFocused {
      grid.draw(TextArea(text, columns: rect.columns), in: rect, style: .text.with(.underline))
    } else {
      let shown = text.isEmpty ? own("none", .muted) : prose(text.text)
      grid.draw(
        shown.text, row: rect.row, column: rect.column, width: rect.columns, style: shown.style)
    }
  }

  private static func draw(_ text: StyledText, at row: Int, in rect: Rect, on grid: inout Grid) {
    grid.draw(
      text.text, row: row, column: rect.column + label, width: rect.columns - label,
      style: text.style)
  }

  /// What a due time means, or how to write one.
  private static func echo(_ form: NoteForm, _ state: State) -> StyledText {
    let text = form.texts[.due]?.text.trimmed ?? ""
    guard !text.isEmpty else {
      return form.row == .field(.due) ? own("2h, 08:00, 2026-11-25 08:00", .muted) : own("")
    }
    guard let due = ComingTime.read(text, now: state.now, zone: state.zone) else {
      return own("2h, 08:00, 2026-11-25 08:00", Style(.warning))
    }
    return own("= \(state.coming(due))", .muted)
  }
}

extension State {
  /// A moment and how far it is: "2026-11-25 08:00Z, in 2h05".
  func coming(_ moment: Timestamp) -> String {
    moment > now
      ? "\(times.dayAndTime(moment)), in \(Age(from: now, to: moment))"
      : "\(times.dayAndTime(moment)), \(Age(from: moment, to: now)) ago"
  }
}
