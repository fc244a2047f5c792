// SPDX-License-Identifier: MIT

import Cells

extension State {
  /// Takes another theme.
  mutating func use(_ theme: Theme) -> [Effect] {
    self.theme = theme
    say(.info, "Theme: \(theme.rawValue).")
    return []
  }
}

extension Action.Argument {
  /// What the console looks like.
  static let theme = Action.Argument(
    "theme", "name", isChoice: true,
    choices: { state, typed in
      Theme.allCases.map {
        Action.Choice(text: $0.rawValue, detail: $0 == state.theme ? "now" : $0.phrase)
      }.matching(typed)
    },
    perform: { state, text in Theme(rawValue: text).map { state.use($0) } ?? [] })
}

extension Theme {
  /// What it is for, in a few words.
  fileprivate var phrase: String {
    switch self {
    case .dark: "for a dark terminal"
    case .light: "for a light terminal"
    case .highContrast: "on black of its own"
    case .mono: "no colours"
    }
  }
}
