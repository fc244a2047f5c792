// SPDX-License-Identifier: MIT

import Cells
import Incidents
import Settings

/// What the text of the palette says: an action by its name, or one with its argument.
enum PaletteLine {
  /// Actions that answer the text.
  case actions([ActionMatch])
  /// An action named in full, and what was typed behind it.
  case argument(Action, Action.Argument, String, [Action.Choice])

  /// How many rows there are to choose from.
  var count: Int {
    switch self {
    case .actions(let matches): matches.count
    case .argument(_, _, _, let choices): choices.count
    }
  }
}

extension State {
  /// The most commands kept.
  private static let commandLimit = 100

  /// Reads the text of the palette.
  func paletteLine(_ text: String) -> PaletteLine {
    if let end = text.unicodeScalars.firstIndex(of: " ") {
      let word = String(text.unicodeScalars[..<end])
      let rest = String(text.unicodeScalars[end...].drop { $0 == " " })
      // Of two actions of one word, the one that can be done in this pane is meant.
      let named = Registry.actions.filter { $0.argument?.command == word }
      let isHere = { (action: Action) in action.argument?.scope.covers(place) == true }
      if let action = named.first(where: isHere) ?? named.first, let argument = action.argument {
        return .argument(action, argument, rest, argument.choices(self, rest))
      }
    }
    return .actions(ActionMatch.matches(text, in: self))
  }

  /// Opens the palette, with something typed.
  mutating func openPalette(_ text: String = "") -> [Effect] {
    overlay = .palette(listed(ActionList(text)))
    return []
  }

  /// What a key does in the palette.
  mutating func press(_ key: Key, onPalette list: ActionList) -> [Effect] {
    var list = list
    let line = paletteLine(list.field.text)
    switch key {
    case .escape:
      overlay = nil
      return []
    case .enter: return accept(line, list)
    case .tab: list = completed(list, line)
    case .up where list.recalled != nil || (list.place ?? 0) == 0:
      list = recalled(list, by: 1)
    case .down where list.recalled != nil:
      list = recalled(list, by: -1)
    default:
      let page = ListDialog.rows(in: size, most: PaletteScreen.mostRows)
      if list.go(key, count: line.count, page: page) {
        list.keepVisible(line: list.place ?? 0, count: line.count, rows: page)
        list.recalled = nil
        overlay = .palette(list)
        return []
      }
      let before = list.field.text
      _ = list.field.handle(.key(key))
      if list.field.text != before { list = listed(list) }
    }
    overlay = .palette(list)
    return []
  }

  /// The palette after its text changed: the first row is selected, but a text that may be
  /// anything stands for itself until a row is chosen.
  func listed(_ list: ActionList) -> ActionList {
    var list = list
    list.top = 0
    list.recalled = nil
    list.place = 0
    if case .argument(_, let argument, let text, _) = paletteLine(list.field.text),
      !argument.isChoice || text.isEmpty
    {
      list.place = nil
    }
    return list
  }

  /// Puts the selected row in the text, so that it can be gone on with.
  private func completed(_ list: ActionList, _ line: PaletteLine) -> ActionList {
    switch line {
    case .actions(let matches):
      guard let place = list.place, place < matches.count else { return list }
      let action = matches[place].action
      return listed(
        ActionList(action.argument.map { $0.command + " " } ?? action.title.lowercased()))
    case .argument(_, let argument, _, let choices):
      guard let choice = choices.dropFirst(list.place ?? 0).first else { return list }
      return listed(ActionList("\(argument.command) \(choice.text)"))
    }
  }

  /// What was run so many steps further back.
  private func recalled(_ list: ActionList, by offset: Int) -> ActionList {
    let place = (list.recalled ?? -1) + offset
    guard place < commandHistory.count else { return list }
    guard place >= 0 else { return listed(ActionList()) }
    var recalled = listed(ActionList(commandHistory[commandHistory.count - 1 - place]))
    recalled.recalled = place
    return recalled
  }

  /// That no action is called so, and which is nearly.
  static func unknown(_ text: String) -> String {
    let names = Registry.actions.flatMap { [$0.argument?.command, $0.title.lowercased()] }
    let question = Nearest.question(text.trimmed, among: names.compactMap(\.self))
    return "No action is called that.\(question)"
  }

  private mutating func accept(_ line: PaletteLine, _ list: ActionList) -> [Effect] {
    switch line {
    case .actions(let matches):
      guard let place = list.place, place < matches.count else {
        say(.info, Self.unknown(list.field.text))
        return []
      }
      let match = matches[place]
      if match.reason == nil {
        remember(match.action.argument?.command ?? match.action.title.lowercased())
      }
      return run(match)
    case .argument(let action, let argument, let typed, let choices):
      let chosen = list.place.flatMap { choices.dropFirst($0).first?.text }
      let text = chosen ?? typed.trimmed
      guard !text.isEmpty, !argument.isChoice || chosen != nil else {
        if !typed.isEmpty || argument.isRequired {
          say(
            .info,
            typed.isEmpty
              ? "\(action.title): which \(argument.name)?"
              : "\(action.title): no \(argument.name) is called \(typed.trimmed).")
          return []
        }
        return run(ActionMatch(action: action, places: [], reason: reason(against: action)))
      }
      if let reason = reason(against: action, argument) ?? argument.refusal(self, text) {
        say(.info, "\(action.title): \(reason)")
        return []
      }
      overlay = nil
      remember("\(argument.command) \(text)")
      leaveHistory(for: action)
      return argument.perform(&self, text)
    }
  }

  private func reason(against action: Action) -> String? {
    action.scope.covers(place) ? action.disabled(self) : action.scope.elsewhere
  }

  /// Why an action cannot be done with an argument now; `nil` if it can.
  func reason(against action: Action, _ argument: Action.Argument) -> String? {
    argument.scope.covers(place) ? action.disabled(self) : argument.scope.elsewhere
  }

  private mutating func remember(_ command: String) {
    commandHistory.removeAll { $0 == command }
    commandHistory.append(command)
    if commandHistory.count > Self.commandLimit { commandHistory.removeFirst() }
  }
}

extension String {
  /// The text without blanks at its ends.
  var trimmed: String {
    let start = unicodeScalars.drop { $0 == " " }
    let end = start.lastIndex { $0 != " " }
    return end.map { String(start[...$0]) } ?? ""
  }
}
