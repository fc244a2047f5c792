// SPDX-License-Identifier: MIT

import Cells
public import Settings

extension KeyMap {
  /// Reads what a person chose.
  ///
  /// Keys count all or not at all: half of a map would let a key do what another was meant for.
  public static func read(_ choices: [KeyChoice]) -> (map: KeyMap, problems: [SettingsProblem]) {
    var chosen: [String: [KeySequence]] = [:]
    var places: [String: KeyPlace] = [:]
    var problems: [SettingsProblem] = []
    for choice in choices {
      guard let action = Registry.action(choice.action) else {
        let question = Nearest.question(choice.action, among: Registry.actions.map(\.id))
        problems.append(
          problem(choice.position, "There is no action '\(choice.action)'.\(question)"))
        continue
      }
      var sequences: [KeySequence] = []
      places[action.id] = KeyPlace(position: choice.position)
      for written in choice.sequences {
        guard let sequence = KeySequence(written.text) else {
          problems.append(problem(written.position, KeySequence.refusal(of: written.text)))
          continue
        }
        if let reason = refusal(of: sequence, for: action) {
          problems.append(problem(written.position, reason))
        } else if !sequences.contains(sequence) {
          sequences.append(sequence)
          places[action.id]?.sequences[sequence] = written.position
        }
      }
      chosen[action.id] = sequences
    }
    let map = KeyMap(chosen: chosen)
    // What clashes may only do so because something else is wrong.
    if problems.isEmpty { problems = map.missing(places) + map.clashes(places) }
    return (problems.isEmpty ? map : .standard, problems.sorted { $0.position < $1.position })
  }

  private static func problem(_ position: TextPosition, _ sentence: String) -> SettingsProblem {
    SettingsProblem(position, sentence, setting: Setting.keys.id)
  }

  /// The actions that must stay within reach by one key: help, and the way out.
  static let indispensable = ["help", "quit"]

  /// Why a sequence cannot be had for an action; `nil` if it can.
  private static func refusal(of sequence: KeySequence, for action: Action) -> String? {
    for key in sequence.keys {
      switch key {
      case .character("["), .character("O"):
        return "\(KeySequence([key])) cannot be chosen: a slow line leaves it of an arrow key."
      case .control("c"): return "Ctrl-C cannot be chosen: it cancels."
      case .escape where action.id != "back" || sequence.keys.count > 1:
        return "Esc cannot be chosen: it always goes one step back."
      case .control(let letter):
        if let same = sameKey(letter) {
          return "Ctrl-\(String(Character(letter)).uppercased()) cannot be chosen: "
            + "a terminal sends the same for \(same)."
        }
      default: break
      }
    }
    return nil
  }

  private static func sameKey(_ letter: Unicode.Scalar) -> String? {
    switch letter {
    case "i": "Tab"
    case "j", "m": "Enter"
    case "h": "Backspace"
    default: nil
    }
  }

  /// What a person could not do any more.
  private func missing(_ places: [String: KeyPlace]) -> [SettingsProblem] {
    places.compactMap { id, place in
      guard let action = Registry.action(id) else { return nil }
      let keys = keys(of: action)
      if id == "back", !keys.contains(where: { $0.keys == [.escape] }) {
        return Self.problem(place.position, "'back' must keep Esc among its keys.")
      }
      guard Self.indispensable.contains(id), !keys.contains(where: { $0.keys.count == 1 }) else {
        return nil
      }
      return Self.problem(place.position, "'\(id)' needs a key that does it alone.")
    }
  }

  /// Keys that mean two things in one pane, and keys that begin others there.
  private func clashes(_ places: [String: KeyPlace]) -> [SettingsProblem] {
    var problems: [SettingsProblem] = []
    for (index, first) in Registry.actions.enumerated() {
      for second in Registry.actions[(index + 1)...] where first.scope.meets(second.scope) {
        // The registry itself is free of clashes, so one of the two was chosen.
        guard places[first.id] != nil || places[second.id] != nil else { continue }
        for mine in keys(of: first) {
          for theirs in keys(of: second) {
            if let problem = clash(first, mine, second, theirs, places) { problems.append(problem) }
          }
        }
      }
      if places[first.id] != nil { problems += innerClashes(of: first, places) }
    }
    // A key that begins many others is one thing to change.
    var told: Set<TextPosition> = []
    return problems.filter { told.insert($0.position).inserted }
  }

  private func clash(
    _ first: Action, _ mine: KeySequence, _ second: Action, _ theirs: KeySequence,
    _ places: [String: KeyPlace]
  ) -> SettingsProblem? {
    let isSame = mine == theirs
    guard isSame || mine.keys.starts(with: theirs.keys) || theirs.keys.starts(with: mine.keys)
    else { return nil }
    let (here, there) = (places[first.id]?[mine], places[second.id]?[theirs])
    // Told of the one that stands later in the file.
    let isFirst = there.map { there in here.map { $0 > there } ?? false } ?? true
    guard let position = isFirst ? here : there else { return nil }
    let (key, other, otherKey) = isFirst ? (mine, second, theirs) : (theirs, first, mine)
    let what =
      isSame
      ? "\(key) already does '\(other.id)'"
      : otherKey.keys.count < key.keys.count
        ? "\(key) begins with \(otherKey), which does '\(other.id)'"
        : "\(key) begins \(otherKey), which does '\(other.id)'"
    let panes = first.scope.shared(with: second.scope)
    let place = panes.isEmpty ? "" : " in \(panes.map(\.title).joined(separator: ", "))"
    let advice =
      places[other.id] == nil ? " Choose other keys for that, too, or [] to unbind it." : ""
    return Self.problem(position, "\(what)\(place).\(advice)")
  }

  private func innerClashes(of action: Action, _ places: [String: KeyPlace]) -> [SettingsProblem] {
    let sequences = keys(of: action)
    return sequences.compactMap { longer in
      guard
        let shorter = sequences.first(where: {
          $0 != longer && longer.keys.starts(with: $0.keys)
        }), let position = places[action.id]?[longer]
      else { return nil }
      return Self.problem(position, "\(longer) begins with \(shorter), which does the same.")
    }
  }
}

/// Where the file names an action and its keys.
private struct KeyPlace {
  var position: TextPosition
  var sequences: [KeySequence: TextPosition] = [:]

  subscript(sequence: KeySequence) -> TextPosition? { sequences[sequence] }
}

extension Action.Scope {
  /// Whether there is a place in which both count.
  func meets(_ other: Action.Scope) -> Bool {
    Place.all.contains { covers($0) && other.covers($0) }
  }

  /// The places in which both count; none if those are all, or all panes.
  func shared(with other: Action.Scope) -> [Place] {
    let places = Place.all.filter { covers($0) && other.covers($0) }
    let panes = Pane.allCases.map(Place.pane)
    return places.count == Place.all.count || places == panes ? [] : places
  }
}

extension KeySequence {
  /// What is wrong with a text that is no sequence of keys.
  static func refusal(of text: String) -> String {
    let parts = text.split(separator: " ").map(String.init)
    guard let wrong = parts.first(where: { KeySequence($0) == nil }) else {
      return "A key is missing; the space bar is \"Space\"."
    }
    return "'\(wrong)' is no key.\(Nearest.question(wrong, among: Self.keyNames))"
  }
}
