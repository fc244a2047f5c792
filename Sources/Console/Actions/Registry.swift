// SPDX-License-Identifier: MIT

import Cells

/// Every action, in the order help and footer show them.
public enum Registry {
  /// The table.
  public static let actions: [Action] =
    incidentActions + writingActions + responseActions + findActions + moveActions + consoleActions

  /// The action a name stands for.
  public static func action(_ id: String) -> Action? { actions.first { $0.id == id } }

  /// What a sequence of keys means in a pane.
  enum Match {
    /// An action.
    case action(Action)
    /// The beginning of longer sequences.
    case prefix
    /// Nothing.
    case none
  }

  /// Looks a sequence of keys up in a pane.
  static func match(_ keys: [Key], in pane: Pane) -> Match {
    var isPrefix = false
    for action in actions where action.scope.covers(pane) {
      for sequence in action.keys {
        if sequence.keys == keys { return .action(action) }
        if sequence.keys.starts(with: keys) { isPrefix = true }
      }
    }
    return isPrefix ? .prefix : .none
  }

  /// The actions an unfinished sequence can still become in a pane.
  static func continuations(of keys: [Key], in pane: Pane) -> [Action] {
    actions.filter { action in
      action.scope.covers(pane) && action.keys.contains { $0.keys.starts(with: keys) }
    }
  }
}
