// SPDX-License-Identifier: MIT

import Incidents
import SafeText

/// That what is looked at belongs to a group the experts leave to the team.
enum ExclusionWords {
  /// The groups, and what that means; empty where there are none.
  static func line(_ exclusions: [Exclusion]) -> VisibleText {
    guard !exclusions.isEmpty else { return .empty }
    let names = exclusions.map { "\($0.kind.title) \($0.name)" }.joined(separator: ", ")
    return VisibleText("\(names): by what is recorded here, the experts only guide", .prose)
  }
}
