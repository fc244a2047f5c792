// SPDX-License-Identifier: MIT

import Cells

/// Which keys do what: the registry's own keys, and what a person chose instead of them.
public struct KeyMap: Hashable, Sendable {
  /// The registry's own keys.
  public static let standard = KeyMap()

  /// The chosen keys by the action's id; an action that is not named has its own.
  let chosen: [String: [KeySequence]]

  /// Makes a map; ``KeyReading`` says whether it is one a person can work with.
  init(chosen: [String: [KeySequence]] = [:]) { self.chosen = chosen }

  /// The keys of an action, the likeliest first; none if it was unbound.
  public func keys(of action: Action) -> [KeySequence] { chosen[action.id] ?? action.keys }

  /// The first key of an action, as people write it; `nil` if it has none.
  public func key(_ id: String) -> String? {
    Registry.action(id).flatMap { keys(of: $0).first }?.description
  }

  /// Whether a key alone is an action.
  func isKey(_ key: Key, of id: String) -> Bool {
    Registry.action(id).map { keys(of: $0).contains { $0.keys == [key] } } ?? false
  }

  /// What a sequence of keys means in a place.
  enum Match {
    /// An action.
    case action(Action)
    /// The beginning of longer sequences.
    case prefix
    /// Nothing.
    case none
  }

  /// Looks a sequence of keys up in a place.
  func match(_ keys: [Key], in place: Place) -> Match {
    var isPrefix = false
    for action in Registry.actions where action.scope.covers(place) {
      for sequence in self.keys(of: action) {
        if sequence.keys == keys { return .action(action) }
        if sequence.keys.starts(with: keys) { isPrefix = true }
      }
    }
    return isPrefix ? .prefix : .none
  }

  /// The actions an unfinished sequence can still become in a pane, each with the sequence.
  func continuations(
    of keys: [Key], in place: Place
  ) -> [(action: Action, sequence: KeySequence)] {
    Registry.actions.filter { $0.scope.covers(place) }.flatMap { action in
      self.keys(of: action).filter { $0.keys.starts(with: keys) }.map { (action, $0) }
    }
  }
}
