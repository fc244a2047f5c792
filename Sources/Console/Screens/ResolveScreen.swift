// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// The form that closes an incident.
enum ResolveScreen {
  private static let label = 16

  static func draw(_ form: ResolveForm, _ state: State, on grid: inout Grid) {
    let rect = Dialog.draw(
      lines: 7, title: [own("\(form.closes ? "Resolve" : "Classify") \(form.name)", .title)],
      style: Style(.accent), on: &grid)
    let rows: [(ResolveForm.Row, String, String?)] = [
      (.classification, "Classification", form.classification?.title),
      (.determination, "Determination", form.determination?.title),
    ]
    for (index, (row, name, value)) in rows.enumerated() {
      let isFocused = form.row == row
      if isFocused { grid.read(from: Point(row: rect.row + index, column: rect.column)) }
      let shown =
        value ?? (row == .determination && form.classification == nil ? state.dash : "choose")
      let arrows = state.isASCII ? ("< ", " >") : ("‹ ", " ›")
      grid.draw(
        [
          own(name.padded(to: label), isFocused ? Style(.accent, .bold) : .muted),
          own(arrows.0, isFocused ? Style(.accent, .bold) : .muted),
          own(shown, isFocused ? .text.with(.reverse) : value == nil ? .muted : .text),
          own(arrows.1, isFocused ? Style(.accent, .bold) : .muted),
        ], row: rect.row + index, column: rect.column, width: rect.columns)
    }
    if form.closes { drawComment(form, in: rect, on: &grid) }
    let column = rect.column + label
    if form.row == .cancel { grid.read(from: Point(row: rect.row + 4, column: column)) }
    if form.row == .resolve { grid.read(from: Point(row: rect.row + 4, column: column + 11)) }
    let verb = form.closes ? " Resolve " : " Classify "
    grid.draw(
      [
        own(" Cancel ", form.row == .cancel ? .text.with(.reverse) : .text), own("   "),
        own(verb, form.row == .resolve ? .text.with(.reverse) : .text),
      ], row: rect.row + 4, column: rect.column + label, width: rect.columns - label)
    grid.draw(
      [
        own("Tab ", Style(.accent, .bold)), own("next   "),
        own("h l ", Style(.accent, .bold)), own("choose   "),
        own("Enter ", Style(.accent, .bold)), own("go on   "),
        own("Esc ", Style(.accent, .bold)), own("cancel"),
      ], row: rect.endRow - 1, column: rect.column, width: rect.columns)
  }

  private static func drawComment(_ form: ResolveForm, in rect: Rect, on grid: inout Grid) {
    let row = rect.row + 2
    let isTyping = form.row == .comment
    grid.draw(
      own("Comment".padded(to: label)).text, row: row, column: rect.column, width: label,
      style: isTyping ? Style(.accent, .bold) : .muted)
    let field = Rect(
      row: row, column: rect.column + label, rows: 1, columns: rect.columns - label)
    if isTyping {
      grid.draw(
        form.comment, row: row, column: field.column, width: field.columns,
        style: .text.with(.underline))
    } else {
      let text = form.comment.text
      grid.draw(
        own(text.isEmpty ? "none" : text).text, row: row, column: field.column,
        width: field.columns, style: text.isEmpty ? .muted : .text)
    }
  }
}
