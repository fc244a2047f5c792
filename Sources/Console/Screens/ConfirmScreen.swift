// SPDX-License-Identifier: MIT

import Cells
import SafeText

/// The question before something that is hard to take back.
enum ConfirmScreen {
  static func draw(_ question: Confirmation, _ state: State, on grid: inout Grid) {
    var page = Page(columns: Dialog.inside(state.size), isASCII: state.isASCII)
    page.paragraph(VisibleText(question.statement, .typed), .text.with(.bold))
    if state.size.rows > Frame.stackedRows { page.blank() }
    for fact in question.facts {
      let value = VisibleText(fact.value, .typed)
      if fact.isShortened {
        page.labelledLine(fact.label, value)
      } else {
        page.labelled(fact.label, value)
      }
    }
    // On a low screen the facts give way, never the statement or the answers.
    let room = state.size.rows - 4
    let lines = page.lines.prefix(room)
    let rect = Dialog.draw(
      lines: lines.count + 2, title: [own(question.title, Style(.warning, .bold))],
      style: Style(.warning), on: &grid)
    Dialog.draw(lines, in: rect, on: &grid)
    let answers = rect.endRow - 1
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
    } else {
      grid.draw(
        [
          own("y ", Style(.accent, .bold)), own("record it     "),
          own("Esc ", Style(.accent, .bold)), own("cancel"),
        ], row: answers, column: rect.column, width: rect.columns)
    }
  }
}
