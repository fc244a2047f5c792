// SPDX-License-Identifier: MIT

import Cells
import SafeText

/// The question before something that is hard to take back.
enum ConfirmScreen {
  /// Whether everything the question says fits on the screen.
  static func fits(_ question: Confirmation, _ state: State) -> Bool {
    lines(question, state).count <= room(state.size)
  }

  private static func room(_ size: Size) -> Int { size.rows - 4 }

  private static func lines(_ question: Confirmation, _ state: State) -> [[StyledText]] {
    var question = question
    while true {
      let lines = allLines(question, state)
      let first = question.facts.indices.max {
        (question.facts[$0].yields, $1) < (question.facts[$1].yields, $0)
      }
      guard lines.count > room(state.size), let first, question.facts[first].yields > 0 else {
        return lines
      }
      question.facts.remove(at: first)
    }
  }

  private static func allLines(_ question: Confirmation, _ state: State) -> [[StyledText]] {
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
    return page.lines
  }

  static func draw(_ question: Confirmation, _ state: State, on grid: inout Grid) {
    // On a low screen the facts give way, never the statement or the answers.
    let all = lines(question, state)
    let lines = all.prefix(room(state.size))
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
    } else if question.mustShowAll, all.count > lines.count {
      let more = all.count - lines.count
      grid.draw(
        [
          own("Esc ", Style(.accent, .bold)), own("cancel     "),
          own("\(more) lines do not fit this terminal", Style(.warning)),
        ], row: answers, column: rect.column, width: rect.columns)
    } else {
      grid.draw(
        [
          own("y ", Style(.accent, .bold)), own("record it     "),
          own("Esc ", Style(.accent, .bold)), own("cancel"),
        ], row: answers, column: rect.column, width: rect.columns)
    }
  }
}
