// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

extension State {
  /// What a key does among the earlier notices.
  mutating func press(_ key: Key, on list: MessageList) -> [Effect] {
    var list = list
    if var field = list.field {
      switch key {
      case .escape: list.field = nil
      case .enter:
        list.field = nil
        list.search = field.text
        list.found = nil
        list = found(list, forward: false, fromHere: true)
      default:
        _ = field.handle(.key(key))
        list.field = field
      }
      overlay = .messages(list)
      return []
    }
    let rows = MessagesScreen.rows(size)
    let last = max(0, MessagesScreen.lines(self).count - rows)
    let page = max(1, rows - 1)
    list.said = nil
    switch key {
    case .character("j"), .down, .control("n"): list.top += 1
    case .character("k"), .up, .control("p"): list.top -= 1
    case .control("d"), .pageDown, .character(" "): list.top += page
    case .control("u"), .pageUp: list.top -= page
    case .character("G"), .end: list.top = last
    case .character("g"), .home: list.top = 0
    case .character("/"): list.field = TextField()
    case .character("n"): list = found(list, forward: true, fromHere: false)
    case .character("N"): list = found(list, forward: false, fromHere: false)
    case .escape, .character("q"), .character("!"), .character("?"),
      .enter:
      overlay = nil
      return []
    default: return []
    }
    list.top = min(max(0, list.top), last)
    overlay = .messages(list)
    return []
  }

  private mutating func found(
    _ list: MessageList, forward: Bool, fromHere: Bool
  ) -> MessageList {
    var list = list
    let lines = MessagesScreen.lines(self).map { $0.map(\.text.text).joined() }
    let last = max(0, lines.count - MessagesScreen.rows(size))
    let from = list.found ?? (fromHere ? lines.count - 1 : list.top)
    let match = match(of: list.search, in: lines, from: from, forward, fromHere)
    list.said = match.sentence
    list.found = match.place
    guard let place = match.place else { return list }
    list.top = min(place, last)
    return list
  }
}
