// SPDX-License-Identifier: MIT

import Cells
import Incidents

/// An action that answers what was typed in a list of actions.
struct ActionMatch {
  /// The action.
  let action: Action
  /// The places in its title that were typed.
  let places: [Int]
  /// Why it cannot be done now, as a sentence; `nil` if it can.
  let reason: String?
  /// The reason, and whether it is one of time or of place.
  var refusal: String? { reason.map { (isHere ? "not now: " : "not here: ") + $0 } }
  /// Whether it is an action of this pane.
  var isHere = true

  /// What an exact key is worth: more than any name.
  private static let keyScore = 1_000
  /// More bytes than any name or line of help has: a pasted text need not be looked for in them.
  private static let longest = 500
  /// What words in the line of help are worth: less than any name.
  private static let helpScore = 1

  /// The actions that answer what was typed, the best first, else in the registry's order.
  ///
  /// What is done in other panes only comes after what is done here, and only if asked for.
  static func matches(
    _ typed: String, in state: State
  ) -> [ActionMatch] {
    guard typed.utf8.count <= longest else { return [] }
    let withElsewhere = typed.unicodeScalars.contains { $0 != " " }
    var found: [(rank: Int, order: Int, match: ActionMatch)] = []
    for (order, action) in Registry.actions.enumerated() {
      let isHere = action.scope.covers(state.place)
      guard isHere || withElsewhere, let (score, places) = score(action, typed, state) else {
        continue
      }
      let reason = isHere ? action.disabled(state) : action.scope.elsewhere
      let match = ActionMatch(action: action, places: places, reason: reason, isHere: isHere)
      found.append((isHere ? score : score - 2 * keyScore, order, match))
    }
    return found.sorted { ($1.rank, $0.order) < ($0.rank, $1.order) }.map(\.match)
  }

  private static func score(
    _ action: Action, _ typed: String, _ state: State
  ) -> (Int, [Int])? {
    if typed.unicodeScalars.allSatisfy({ $0 == " " }) { return (0, []) }
    let title = FuzzyMatch(typed, in: action.title)
    if state.keymap.keys(of: action).contains(where: { $0.description == typed }) {
      return (keyScore, title?.places ?? [])
    }
    let id = [action.id, action.argument?.command ?? ""].compactMap { FuzzyMatch(typed, in: $0) }
      .map(\.score).max()
    if let best = [title?.score, id].compactMap({ $0 }).max() {
      return (best + helpScore, title?.places ?? [])
    }
    let words = typed.unicodeScalars.split(separator: " ").map { String($0).folded }
    return words.allSatisfy { action.help.contains(folded: $0) } ? (helpScore, []) : nil
  }
}

extension Action.Scope {
  /// Where the action is done, if not here.
  var elsewhere: String? {
    guard case .panes(let panes) = self else { return nil }
    let names = Pane.allCases.filter(panes.contains).map { "\($0.rawValue) \($0.title)" }
    return "only in \(names.joined(separator: " and "))."
  }
}
