// SPDX-License-Identifier: MIT

import Cells
import Incidents

extension State {
  /// How many lines before the end more are asked for.
  private static let margin = 60

  /// Gives the screen to the journal.
  mutating func openHistory() -> [Effect] { readHistory(.people, about: nil) }

  private mutating func readHistory(
    _ who: HistoryQuery.Who, about incident: IncidentID?
  ) -> [Effect] {
    let list = HistoryList(
      HistoryQuery(before: book.seq + 1, who: who, incident: incident, author: author))
    history = list
    return [.history(list.query)]
  }

  /// Takes over lines that were asked for, unless something else is wanted by now.
  mutating func take(_ page: HistoryPage, of query: HistoryQuery) -> [Effect] {
    guard var list = history, list.isReading, list.query == query else { return [] }
    list.entries += page.entries
    list.isReading = false
    list.hasMore = page.next != nil
    if let next = page.next { list.query.before = next }
    if list.selection == nil { list.selection = list.entries.first?.seq }
    history = list
    return readMore()
  }

  /// Asks for more lines where the end of those at hand comes near.
  private mutating func readMore() -> [Effect] {
    guard var list = history, list.hasMore, !list.isReading,
      list.place + Self.margin >= list.entries.count
    else { return [] }
    list.isReading = true
    history = list
    return [.history(list.query)]
  }

  mutating func press(_ key: Key, on list: HistoryList) -> [Effect] {
    notice = nil
    switch key {
    case .control("z"): return [.suspend]
    case .control("l"): return [.redraw]
    case .escape, .character("q"), .control("c"):
      history = nil
      return []
    case .character("m"):
      let all = HistoryQuery.Who.allCases
      let place = (all.firstIndex(of: list.query.who) ?? 0) + 1
      return readHistory(all[place % all.count], about: list.query.incident)
    case .character("i"): return narrowHistory(list)
    case .enter:
      if let entry = list.selected { overlay = .report(report(on: entry)) }
      return []
    case .character("u"): return undo(in: list)
    default: return move(key, in: list)
    }
  }

  private mutating func narrowHistory(_ list: HistoryList) -> [Effect] {
    if list.query.incident != nil { return readHistory(list.query.who, about: nil) }
    guard let id = selectedID else {
      say(.info, State.nothingSelected)
      return []
    }
    return readHistory(list.query.who, about: id)
  }

  private mutating func move(_ key: Key, in list: HistoryList) -> [Effect] {
    let rows = HistoryScreen.rows(size)
    let step: Step
    switch key {
    case .character("j"), .down: step = .lines(1)
    case .character("k"), .up: step = .lines(-1)
    case .control("d"), .pageDown, .character(" "): step = .pages(1)
    case .control("u"), .pageUp: step = .pages(-1)
    case .character("g"), .home: step = .toFirst
    case .character("G"), .end: step = .toLast
    default: return []
    }
    guard !list.entries.isEmpty else { return [] }
    var list = list
    let place = step.place(from: list.place, count: list.entries.count, page: rows)
    list.selection = list.entries[place].seq
    if place < list.top { list.top = place }
    if place >= list.top + rows { list.top = place - rows + 1 }
    history = list
    return readMore()
  }

  private mutating func undo(in list: HistoryList) -> [Effect] {
    guard let entry = list.selected else { return [] }
    let fate = fate(of: entry, checksAll: true)
    guard fate.canUndo else {
      say(.info, "Undo: \(fate.sentence)")
      return []
    }
    return toggle(entry)
  }
}
