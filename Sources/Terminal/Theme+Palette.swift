// SPDX-License-Identifier: MIT

public import Cells

extension Theme {
  /// What each role looks like.
  public var palette: Palette {
    switch self {
    case .dark: .dark
    case .light: .light
    case .highContrast: .highContrast
    case .mono: .mono
    }
  }
}

// Contrast is WCAG 2.1's, with xterm's colours; the tests compute it. Text has at least 4.5 to 1,
// lines 3 to 1. Where there are only eight colours the scheme of the terminal decides, so none that
// well-known schemes make dark on dark (blue) or light on light (yellow) carries text.
extension Palette {
  /// For backgrounds from black to #1e1e1e.
  static let dark = Palette([
    .muted: Look(cube: 246),
    .chrome: Look(cube: 243),
    .accent: Look(cube: 75, basic: 6, .bold),
    .severityHigh: Look(cube: 203, basic: 1, .bold),
    .severityMedium: Look(cube: 179, basic: 3),
    .severityLow: Look(cube: 73, basic: 6),
    .severityInformational: Look(cube: 246),
    .yourMove: Look(.bold),
    .overdue: Look(cube: 203, basic: 1, [.bold, .reverse]),
    .done: Look(cube: 71, basic: 2),
    .warning: Look(cube: 214, basic: 3, .bold),
    .failure: Look(cube: 203, basic: 1, .bold),
    .token: Look(.reverse),
  ])

  /// For a white background.
  static let light = Palette([
    .muted: Look(cube: 241),
    .chrome: Look(cube: 245),
    .accent: Look(cube: 25, basic: 4, .bold),
    .severityHigh: Look(cube: 160, basic: 1, .bold),
    .severityMedium: Look(cube: 130, basic: 5),
    .severityLow: Look(cube: 23, basic: 4),
    .severityInformational: Look(cube: 241),
    .yourMove: Look(.bold),
    .overdue: Look(cube: 160, basic: 1, [.bold, .reverse]),
    .done: Look(cube: 28, basic: 2),
    .warning: Look(cube: 130, basic: 5, .bold),
    .failure: Look(cube: 160, basic: 1, .bold),
    .token: Look(.reverse),
  ])

  /// On black of its own, whatever the terminal's background: at least 7 to 1.
  static let highContrast = Palette(
    on: Ground(cube: 16, basic: 0), text: Look(cube: 231, basic: 7),
    [
      .muted: Look(cube: 252),
      .chrome: Look(cube: 252),
      .accent: Look(cube: 51, basic: 6, .bold),
      .severityHigh: Look(cube: 210, basic: 3, .bold),
      .severityMedium: Look(cube: 226, basic: 7),
      .severityLow: Look(cube: 123, basic: 6),
      .severityInformational: Look(cube: 252),
      .yourMove: Look(.bold),
      .overdue: Look(cube: 210, basic: 3, [.bold, .reverse]),
      .done: Look(cube: 120, basic: 2),
      .warning: Look(cube: 226, basic: 3, .bold),
      .failure: Look(cube: 210, basic: 3, .bold),
      .token: Look(.reverse),
    ])

  /// Without any colour.
  static let mono = Palette([
    .accent: Look(.bold),
    .severityHigh: Look(.bold),
    .yourMove: Look(.bold),
    .overdue: Look([.bold, .reverse]),
    .warning: Look(.bold),
    .failure: Look(.bold),
    .token: Look(.reverse),
  ])
}
