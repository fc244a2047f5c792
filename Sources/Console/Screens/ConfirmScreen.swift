// SPDX-License-Identifier: MIT

import Cells
import SafeText

/// The question before something that is hard to take back.
enum ConfirmScreen {
  static func draw(_ question: Confirmation, _ state: State, on grid: inout Grid) {
    let layout = state.layout(of: question)
    let shown = layout.shown(question)
    let rect = Dialog.draw(
      lines: shown.count + 2, title: [own(question.title, Style(.warning, .bold))],
      style: Style(.warning), on: &grid)
    Dialog.draw(layout.lines[shown], in: rect, on: &grid)
    let answers = rect.endRow - 1
    if let rest = layout.rest(question, dot: state.dot) {
      grid.draw(
        own(rest).text, row: answers - 1, column: rect.column, width: rect.columns,
        style: Style(.warning))
    }
    if let target = question.target {
      let prompt = [own("Type "), indicator(target, Style(.warning, .bold)), own(" then Enter: ")]
      let taken = grid.draw(prompt, row: answers, column: rect.column, width: rect.columns)
      let esc = [own("Esc ", Style(.accent, .bold)), own("cancel")]
      let width = rect.columns - taken - esc.width - 2
      grid.draw(
        question.field, row: answers, column: rect.column + taken, width: width,
        style: .text.with(.underline))
      grid.draw(
        esc, row: answers, column: rect.endColumn - esc.width, width: esc.width)
      return
    }
    let isRead = layout.isRead(question)
    // Whoever jumped to the end goes back for what was jumped over.
    let isAtEnd = shown.upperBound == layout.lines.count
    let key = isRead ? "y " : isAtEnd ? "k PgUp " : "j PgDn "
    let yes = [own(key, Style(.accent, .bold)), own(isRead ? "record it     " : "read on     ")]
    grid.draw(
      yes + [own("Esc ", Style(.accent, .bold)), own("cancel")], row: answers,
      column: rect.column, width: rect.columns)
  }
}
