// SPDX-License-Identifier: MIT

import Cells
import Incidents

extension ActionList {
  /// Goes on in the list as a key asks, among so many rows on pages of so many; false if it does
  /// not ask for that.
  mutating func go(_ key: Key, count: Int, page: Int) -> Bool {
    let step: Step
    switch key {
    case .down, .control("n"): step = .lines(1)
    case .up, .control("p"): step = .lines(-1)
    case .pageDown, .control("d"): step = .pages(1)
    case .pageUp: step = .pages(-1)
    // With nothing typed these keys have nothing to do in the text.
    case .control("u") where field.isEmpty: step = .pages(-1)
    case .home where field.isEmpty: step = .toFirst
    case .end where field.isEmpty: step = .toLast
    default: return false
    }
    if place == nil, case .lines(1) = step {
      place = count > 0 ? 0 : nil
    } else {
      place = count > 0 ? step.place(from: place ?? 0, count: count, page: page) : nil
    }
    return true
  }

  /// Scrolls as little as shows a line, among so many, on a screen of so many rows.
  mutating func keepVisible(line: Int, count: Int, rows: Int) {
    if line < top { top = line }
    if line >= top + rows { top = line - rows + 1 }
    top = min(max(0, top), max(0, count - rows))
  }
}

extension State {
  /// What a key does in the help.
  mutating func press(_ key: Key, onHelp list: ActionList) -> [Effect] {
    var list = list
    let rows = HelpScreen.rows(self, list.field.text)
    switch key {
    case .escape:
      overlay = nil
      return []
    case _ where list.field.isEmpty && keymap.isKey(key, of: "help"):
      overlay = nil
      return []
    case .enter:
      guard let place = list.place, place < rows.count, case .action(let match) = rows[place]
      else { return [] }
      return run(match)
    default:
      let page = ListDialog.rows(in: size, most: .max)
      if !list.go(key, count: rows.count, page: page) {
        let before = list.field.text
        _ = list.field.handle(.key(key))
        guard list.field.text != before else {
          overlay = .help(list)
          return []
        }
        list.place = 0
        list.top = 0
      }
      overlay = .help(scrolled(list))
      return []
    }
  }

  /// The help scrolled to its selection; the first row shows with the heading above it.
  private func scrolled(_ list: ActionList) -> ActionList {
    var list = list
    let lines = HelpScreen.lines(self, list)
    let line = list.place == 0 ? 0 : lines.firstIndex { $0.place == list.place } ?? 0
    list.keepVisible(
      line: line, count: lines.count, rows: ListDialog.rows(in: size, most: .max))
    return list
  }

  /// Brings the panes back for an action on them.
  mutating func leaveHistory(for action: Action) {
    if action.group != .console { history = nil }
  }

  /// Does what was chosen from a list, exactly as its key would; else says why not, over the list.
  mutating func run(_ match: ActionMatch) -> [Effect] {
    if let reason = match.reason {
      say(.info, "\(match.action.title): \(reason)")
      return []
    }
    overlay = nil
    leaveHistory(for: match.action)
    return run(match.action)
  }
}
