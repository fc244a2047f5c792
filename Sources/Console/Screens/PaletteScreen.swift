// SPDX-License-Identifier: MIT

import Cells
import SafeText

/// Every action by its name, and what it takes.
enum PaletteScreen {
  /// The most rows its list has.
  static let mostRows = 14
  private static let choiceColumns = 14

  static func draw(_ list: ActionList, _ state: State, on grid: inout Grid) {
    let columns = ListDialog.inside(state.size)
    let line = state.paletteLine(list.field.text)
    let lines: [ListDialog.Line]
    var detail: [[StyledText]] = []
    switch line {
    case .actions(let matches):
      lines = matches.enumerated().map { place, match in
        ListDialog.Line(place: place, parts: ActionRow.parts(match, state))
      }
      if let match = list.place.flatMap({ matches.dropFirst($0).first }) {
        detail = ActionRow.detail(match, state, columns: columns)
      } else {
        detail = [[own(State.unknown(list.field.text), .muted)]]
      }
    case .argument(let action, let argument, let typed, let choices):
      lines = choices.enumerated().map { place, choice in
        let width = max(choiceColumns, choice.text.unicodeScalars.count + 2)
        let shown = indicator(choice.text)
        let blank = String(repeating: " ", count: max(1, width - shown.text.width))
        return ListDialog.Line(
          place: place, parts: [shown, own(blank), prose(choice.detail, .muted)])
      }
      var page = Page(columns: columns, isASCII: state.isASCII)
      let chosen = list.place.flatMap { choices.dropFirst($0).first?.text } ?? typed
      let isUnknown = argument.isChoice && choices.isEmpty && !chosen.isEmpty
      let refusal =
        state.reason(against: action, argument)
        ?? (isUnknown ? "No \(argument.name) is called \(chosen)." : nil)
        ?? (chosen.isEmpty ? nil : argument.refusal(state, chosen))
      if let refusal {
        page.paragraph(VisibleText("not now: \(refusal)", .typed), Style(.warning))
        page.paragraph(VisibleText(action.help, .typed), .muted)
      } else {
        let text = chosen.isEmpty ? argument.name : chosen
        page.paragraph(
          VisibleText("Enter: \(argument.command) \(text). \(action.help)", .typed))
      }
      detail = page.lines
    }
    ListDialog(
      title: "Command", label: ":", placeholder: "what to do",
      hint: ["Enter runs", "Tab completes", "Up earlier", "Esc closes"].joined(
        separator: state.dot)
    ).draw(lines, list, count: line.count, detail: detail, most: mostRows, on: &grid)
  }
}
