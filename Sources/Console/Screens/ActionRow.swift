// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// An action as a row of a list: its keys, its name, and what it does or why it cannot be done.
enum ActionRow {
  private static let keyColumns = 14
  private static let titleColumns = 22

  static func parts(_ match: ActionMatch, _ state: State) -> [StyledText] {
    let isDisabled = match.reason != nil
    let keys = state.keymap.keys(of: match.action).map(\.description).joined(separator: ", ")
    var parts = [
      own(field(keys, keyColumns), isDisabled ? .muted : Style(.accent, .bold))
    ]
    parts += title(match, isDisabled ? .muted : .text)
    let argument = match.action.argument.map { " " + $0.name } ?? ""
    let width = match.action.title.count + argument.count
    parts.append(own(argument, .muted))
    parts.append(own(String(repeating: " ", count: max(1, titleColumns - width))))
    parts.append(
      own(match.refusal ?? match.action.help, .muted))
    return parts
  }

  /// All that can be said of an action: why it cannot be done, what it does, what it asks.
  static func detail(_ match: ActionMatch, _ state: State, columns: Int) -> [[StyledText]] {
    var page = Page(columns: columns, isASCII: state.isASCII)
    if let refusal = match.refusal {
      page.paragraph(VisibleText(refusal, .typed), Style(.warning))
    }
    let care =
      switch match.action.danger {
      case .reversible: ""
      case .hard: "Asks first. "
      case .grave: "Asks for the target. "
      }
    page.paragraph(VisibleText(care + match.action.help, .typed))
    return page.lines
  }

  /// The name, with what was typed of it made to stand out.
  private static func title(_ match: ActionMatch, _ style: Style) -> [StyledText] {
    let typed = Set(match.places)
    return match.action.title.unicodeScalars.enumerated().map { place, scalar in
      own(
        String(Character(scalar)), typed.contains(place) ? style.with([.bold, .underline]) : style)
    }
  }

  /// A text in a field of so many columns, a blank at its end.
  private static func field(_ text: String, _ columns: Int) -> String {
    text.count < columns
      ? text.padded(to: columns) : String(text.unicodeScalars.prefix(columns - 1)) + " "
  }
}
