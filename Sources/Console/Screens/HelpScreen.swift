// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// What can be done in the pane with the focus, from the registry, and what the signs mean.
enum HelpScreen {
  /// One row.
  enum Row {
    /// An action.
    case action(ActionMatch)
    /// A sign of the queue and its meaning.
    case sign(StyledText, String)
  }

  /// The rows that answer what was typed.
  static func rows(_ state: State, _ typed: String) -> [Row] {
    let matches = ActionMatch.matches(typed, in: state)
    let signs =
      state.board != nil
      ? [] : signs(isASCII: state.isASCII).filter { $0.1.contains(folded: typed.folded) }
    return matches.map { .action($0) } + signs.map { .sign($0.0, $0.1) }
  }

  /// The lines of the list: with nothing typed, under headings.
  static func lines(_ state: State, _ list: ActionList) -> [ListDialog.Line] {
    var lines: [ListDialog.Line] = []
    var last: String?
    for (place, row) in rows(state, list.field.text).enumerated() {
      let heading: String
      let parts: [StyledText]
      switch row {
      case .action(let match):
        heading = match.action.group.rawValue
        parts = ActionRow.parts(match, state)
      case .sign(let sign, let meaning):
        heading = "Signs"
        parts = [sign, own("  "), own(meaning, .muted)]
      }
      if list.field.isEmpty, heading != last {
        lines.append(ListDialog.Line(place: nil, parts: [own(heading, .title)]))
        last = heading
      }
      lines.append(ListDialog.Line(place: place, parts: parts))
    }
    return lines
  }

  static func draw(_ list: ActionList, _ state: State, on grid: inout Grid) {
    let rows = rows(state, list.field.text)
    let columns = ListDialog.inside(state.size)
    var detail: [[StyledText]] = []
    switch list.place.flatMap({ rows.dropFirst($0).first }) {
    case .action(let match): detail = ActionRow.detail(match, state, columns: columns)
    case .sign(_, let meaning): detail = [[own("A sign in the queue: \(meaning).", .muted)]]
    case nil: detail = [[own("Nothing here is called that.", .muted)]]
    }
    ListDialog(
      title: state.board.map { "Keys in \($0.kind.title)" }
        ?? "Keys in \(state.focus.rawValue) \(state.focus.title)", label: "Find",
      placeholder: "a name, a word or a key",
      hint: "Enter does it\(state.dot)Up Down PgUp PgDn\(state.dot)Esc closes"
    ).draw(
      lines(state, list), list, count: rows.count, detail: detail, most: .max, on: &grid)
  }

  private static func signs(isASCII: Bool) -> [(StyledText, String)] {
    [
      (own(isASCII ? "*" : "●", Style(.yourMove, .bold)), "your move"),
      (own(isASCII ? "+" : "◐", Style(.done)), "done: here or in Defender, nothing more is asked"),
      (own(isASCII ? "o" : "○", .muted), "open, nothing is asked of you"),
      (own(isASCII ? "." : "◌", .muted), "closed"),
      (Words.mark(isASCII: isASCII), "marked"),
      (own(News.arrived.sign, Style(.accent, .bold)), "came in and was not looked at yet"),
      (own(News.changed.sign, Style(.accent, .bold)), "changed since it was last looked at"),
    ]
  }
}
