// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// The form for fields of a record.
enum RecordFormScreen {
  private static let label = 14
  /// The most rows of the text with the focus.
  private static let tallest = 5
  /// What surrounds the fields: border, hint, buttons, keys.
  private static let chrome = 6

  /// The columns of a text on a screen.
  static func columns(_ size: Size) -> Int { max(2, Dialog.inside(size) - label) }

  static func draw(_ form: RecordForm, _ state: State, on grid: inout Grid) {
    let room = max(1, grid.size.rows - chrome)
    let tall = form.isOnLongText ? min(tallest, max(1, room - form.fields.count + 1)) : 1
    // Where not all fields fit, those around the focus are shown.
    let count = min(form.fields.count, max(1, room - tall + 1))
    let focus = if case .field(let place) = form.row { place } else { form.fields.count - 1 }
    let first = min(max(0, focus - count / 2), form.fields.count - count)
    let rect = Dialog.draw(
      lines: count + tall - 1 + 4, title: [own(form.title, .title)],
      trailing: count < form.fields.count
        ? [own("\(focus + 1)/\(form.fields.count)", .muted)] : [],
      style: Style(.accent), on: &grid)
    var row = rect.row
    for place in first..<first + count {
      let isFocused = form.row == .field(place)
      let field = form.fields[place]
      grid.draw(
        own(field.label.padded(to: label)).text, row: row, column: rect.column, width: label,
        style: isFocused ? Style(.accent, .bold) : .muted)
      let rows = isFocused && field.kind == .text ? tall : 1
      let area = Rect(
        row: row, column: rect.column + label, rows: rows, columns: rect.columns - label)
      draw(form, place, isFocused: isFocused, in: area, state, on: &grid)
      row += rows
    }
    if state.refused != nil {
      PromptScreen.drawRefusal(state, in: rect, row: rect.endRow - 3, on: &grid)
    } else {
      let hint = hint(form, state)
      grid.draw(
        hint.text, row: rect.endRow - 3, column: rect.column + label, width: rect.columns - label,
        style: hint.style)
    }
    grid.draw(
      [
        own(" Cancel ", form.row == .cancel ? .text.with(.reverse) : .text), own("   "),
        own(" Save ", form.row == .save ? .text.with(.reverse) : .text),
      ], row: rect.endRow - 2, column: rect.column + label, width: rect.columns - label)
    var keys = [("Tab", "next"), ("Ctrl-S", "save"), ("Esc", "keep draft")]
    if form.isOnLongText { keys += [("Ctrl-J", "line"), ("Ctrl-X Ctrl-E", "editor")] }
    let hints = keys.enumerated().flatMap { place, key in
      [own((place == 0 ? "" : "  ") + key.0 + " ", Style(.accent, .bold)), own(key.1)]
    }
    grid.draw(hints, row: rect.endRow - 1, column: rect.column, width: rect.columns)
  }

  private static func draw(
    _ form: RecordForm, _ place: Int, isFocused: Bool, in rect: Rect, _ state: State,
    on grid: inout Grid
  ) {
    let text = form.texts[place]
    if case .choice(let choices) = form.fields[place].kind {
      let title = choices.first { $0.value == text.text }?.title ?? form.fields[place].unset
      let (left, right) = state.isASCII ? ("< ", " >") : ("‹ ", " ›")
      let style: Style = isFocused ? .text.with(.reverse) : .text
      grid.draw(
        [
          own(isFocused ? left : "  ", Style(.accent)), own(title, style),
          own(isFocused ? right : "", Style(.accent)),
        ], row: rect.row, column: rect.column, width: rect.columns)
    } else if isFocused {
      grid.draw(TextArea(text, columns: rect.columns), in: rect, style: .text.with(.underline))
    } else {
      let shown = text.isEmpty ? own("none", .muted) : prose(text.text)
      grid.draw(
        shown.text, row: rect.row, column: rect.column, width: rect.columns, style: shown.style)
    }
  }

  /// What the field with the focus takes, or what was typed means.
  private static func hint(_ form: RecordForm, _ state: State) -> StyledText {
    guard case .field(let place) = form.row else { return own("") }
    let field = form.fields[place]
    guard field.kind == .moment else {
      if case .choice = field.kind { return own("Left and Right choose", .muted) }
      return own(field.hint, .muted)
    }
    let text = form.texts[place].text.trimmed
    let forms = "2h, 3d, 08:00, 2026-11-25"
    guard !text.isEmpty else { return own(forms, .muted) }
    guard let moment = ComingTime.read(text, now: state.now, zone: state.zone) else {
      return own(forms, Style(.warning))
    }
    return own("= \(state.coming(moment))", .muted)
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
