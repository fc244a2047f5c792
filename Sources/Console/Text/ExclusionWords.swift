// SPDX-License-Identifier: MIT

import Incidents
import SafeText

/// That what is looked at belongs to a group the experts leave to the team.
enum ExclusionWords {
  /// The groups, and what that means; empty where there are none.
  static func line(_ exclusions: [Exclusion]) -> VisibleText {
    guard !exclusions.isEmpty else { return .empty }
    return VisibleText(
      "\(names(exclusions)): by what is recorded here, the experts only guide", .prose)
  }

  /// The same in a question, where there is less room.
  static func text(_ exclusions: [Exclusion]) -> String {
    exclusions.isEmpty ? "" : "\(names(exclusions)): the experts only guide there"
  }

  private static func names(_ exclusions: [Exclusion]) -> String {
    exclusions.map { "\($0.kind.title) \($0.name)" }.joined(separator: ", ")
  }
}
