// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// One line of text: in the message line for finding, in a box for what is recorded.
enum PromptScreen {
  static func draw(_ prompt: Prompt, _ state: State, _ frame: Frame, on grid: inout Grid) {
    switch prompt.purpose {
    case .filter: QueryScreen.draw(prompt, state, frame, on: &grid)
    case .search:
      let row = frame.message.row
      grid.fill(frame.message)
      let label = own("/", Style(.accent, .bold))
      grid.draw(label.text, row: row, column: 1, width: 1, style: label.style)
      let hint = own(hint(state.keymap, state.dot), .muted)
      let width = frame.message.columns - 4
      let room = hint.text.width * 2 < width ? hint.text.width + 2 : 0
      if room > 0 {
        grid.draw(
          hint.text, row: row, column: frame.message.endColumn - room, width: room,
          style: hint.style)
      }
      grid.draw(prompt.field, row: row, column: 3, width: width - room)
    case .owner(let id):
      let owner = state.book.view(of: id)?.owner.value ?? ""
      box(
        "Assign \(id)", "Now: \(owner.isEmpty ? "nobody" : owner). Empty means nobody.", prompt,
        state, on: &grid)
    case .comment(let id):
      area(
        "Comment on \(id)", "Kept here, not sent to Defender. Ctrl-X Ctrl-E opens your editor.",
        prompt, state, on: &grid)
    case .tags(let id, _, _):
      let completions = prompt.completions.tags.prefix(5).joined(separator: ", ")
      box(
        "Tags of \(id)",
        completions.isEmpty
          ? "Separated by commas; kept here, not sent to Defender."
          : "Tab completes: \(completions)", prompt, state, on: &grid)
    case .reason(let id, let response, let step):
      let title = state.book.view(of: id)?.response(response)?.title ?? response
      let verb = step == .skipped ? "skipped" : "failed"
      box("Why \(verb)?", title, prompt, state, on: &grid)
    case .reasons(let id, let responses, let step):
      let verb = step == .skipped ? "skipped" : "failed"
      box(
        "Why \(verb)?", "One reason for \(responses.count) responses of \(id).", prompt, state,
        on: &grid)
    case .many(let question, let targets):
      let hint = "\(targets.scope). \(question.hint)"
      if question == .comment {
        return area(
          question.title(State.incidents(targets.seen.count)), hint, prompt, state, on: &grid)
      }
      box(
        question.title(State.incidents(targets.seen.count)), hint, prompt, state, on: &grid)
    }
  }

  private static func hint(_ keymap: KeyMap, _ dot: String) -> String {
    let onward = ["search.next", "search.previous"].compactMap(keymap.key)
    return "Enter finds" + (onward.isEmpty ? " " : "\(dot)\(onward.joined(separator: " ")) go on ")
  }

  private static func box(
    _ title: String, _ hint: String, _ prompt: Prompt, _ state: State, on grid: inout Grid
  ) {
    let rect = Dialog.draw(
      lines: 5, title: [own(title, .title)], style: Style(.accent), on: &grid)
    grid.draw(
      own(hint).text, row: rect.row, column: rect.column, width: rect.columns, style: .muted)
    drawRefusal(state, in: rect, row: rect.row + 1, on: &grid)
    grid.draw(
      prompt.field, row: rect.row + 2, column: rect.column, width: rect.columns,
      style: .text.with(.underline))
    grid.draw(
      [
        own("Enter ", Style(.accent, .bold)), own("record it     "),
        own("Esc ", Style(.accent, .bold)),
        own(
          prompt.purpose.draft == nil && prompt.purpose.manyDraft == nil
            ? "cancel" : "keep as a draft"),
      ], row: rect.endRow - 1, column: rect.column, width: rect.columns)
  }

  /// Why what was typed was not recorded, in a dialog.
  static func drawRefusal(_ state: State, in rect: Rect, row: Int, on grid: inout Grid) {
    guard let refused = state.refused else { return }
    grid.draw(
      own("Not recorded: \(refused.sentence)").text, row: row, column: rect.column,
      width: rect.columns, style: Style(.failure, .bold))
  }

  /// The most rows of a text of several lines.
  private static let tallest = 8

  private static func area(
    _ title: String, _ hint: String, _ prompt: Prompt, _ state: State, on grid: inout Grid
  ) {
    let area = TextArea(prompt.field, columns: Dialog.inside(grid.size))
    let rows = min(area.rows.count, tallest, max(1, grid.size.rows - 6))
    let rect = Dialog.draw(
      lines: 4 + rows, title: [own(title, .title)], style: Style(.accent), on: &grid)
    grid.draw(
      own(hint).text, row: rect.row, column: rect.column, width: rect.columns, style: .muted)
    drawRefusal(state, in: rect, row: rect.row + 1, on: &grid)
    grid.draw(
      area, in: Rect(row: rect.row + 2, column: rect.column, rows: rows, columns: rect.columns),
      style: .text.with(.underline))
    grid.draw(
      [
        own("Enter ", Style(.accent, .bold)), own("record it  "),
        own("Ctrl-J ", Style(.accent, .bold)), own("new line  "),
        own("Esc ", Style(.accent, .bold)), own("keep as a draft"),
      ], row: rect.endRow - 1, column: rect.column, width: rect.columns)
  }
}
