// SPDX-License-Identifier: MIT

import Cells

extension Palette {
  /// The default: legible on a dark and on a light background alike.
  ///
  /// Each colour is a middle tone of the 256-colour cube with a contrast of at least 3.3 to 1
  /// against black and against white (WCAG 2.1 §1.4.3 formula), which the tests compute.
  public static let calm = Palette(
    name: "calm",
    [
      .muted: Look(cube: 243),
      .chrome: Look(cube: 244),
      .accent: Look(cube: 32, basic: 4, .bold),
      .severityHigh: Look(cube: 160, basic: 1, .bold),
      .severityMedium: Look(cube: 136, basic: 3),
      .severityLow: Look(cube: 30, basic: 6),
      .severityInformational: Look(cube: 243),
      .yourMove: Look(.bold),
      .overdue: Look(cube: 160, basic: 1, [.bold, .reverse]),
      .done: Look(cube: 28, basic: 2),
      .warning: Look(cube: 136, basic: 3, .bold),
      .failure: Look(cube: 160, basic: 1, .bold),
      .token: Look(.reverse),
    ])
}
