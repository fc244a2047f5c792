// SPDX-License-Identifier: MIT

import Cells
import Incidents

extension State {
  /// How many lines before the end more are asked for.
  private static let margin = 60

  /// Gives the screen to the journal.
  mutating func openHistory() -> [Effect] { readHistory(.people, about: nil) }

  private mutating func readHistory(
    _ who: HistoryQuery.Who, about incident: IncidentID?, text: String = "",
    _ filter: JournalFilter? = nil
  ) -> [Effect] {
    var list = HistoryList(
      HistoryQuery(
        before: book.seq + 1, who: who, incident: incident, author: author, filter: filter))
    list.text = text
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
    if let field = list.field { return press(key, in: field, of: list) }
    switch key {
    case .control("z"): return [.suspend]
    case .control("l"): return [.redraw]
    case .escape where list.query.filter != nil:
      return readHistory(list.query.who, about: list.query.incident)
    case .escape, .character("q"), .control("c"):
      history = nil
      return []
    case .character("/"):
      history?.field = TextField(list.text)
      return []
    case .character(":"): return openPalette()
    case .character("?"):
      overlay = .report(Self.historyHelp)
      return []
    case .character("m"):
      let all = HistoryQuery.Who.allCases
      let place = (all.firstIndex(of: list.query.who) ?? 0) + 1
      return readHistory(
        all[place % all.count], about: list.query.incident, text: list.text, list.query.filter)
    case .character("i"): return narrowHistory(list)
    case .enter:
      if let entry = list.selected { overlay = .report(report(on: entry)) }
      return []
    case .character("u"): return undo(in: list)
    default: return move(key, in: list)
    }
  }

  private mutating func narrowHistory(_ list: HistoryList) -> [Effect] {
    if list.query.incident != nil {
      return readHistory(list.query.who, about: nil, text: list.text, list.query.filter)
    }
    guard let id = selectedID else {
      say(.info, State.nothingSelected)
      return []
    }
    return readHistory(list.query.who, about: id, text: list.text, list.query.filter)
  }

  /// What a key does while a filter is typed.
  private mutating func press(
    _ key: Key, in field: TextField, of list: HistoryList
  ) -> [Effect] {
    var field = field
    switch key {
    case .escape, .control("c"): history?.field = nil
    case .enter: return filterHistory(by: field.text.trimmed, list)
    default:
      _ = field.handle(.key(key))
      history?.field = field
    }
    return []
  }

  private mutating func filterHistory(by text: String, _ list: HistoryList) -> [Effect] {
    guard !text.isEmpty else { return readHistory(list.query.who, about: list.query.incident) }
    do throws(QueryError) {
      let filter = try JournalFilter(text, author: author)
      if let doubt = filter.doubts.first { say(.failure, doubt) }
      return readHistory(list.query.who, about: list.query.incident, text: text, filter)
    } catch {
      say(.failure, error.sentence)
      return []
    }
  }

  /// The keys of the journal.
  private static var historyHelp: Report {
    let keys = [
      ("j k", "go down and up; g and G to the ends, Ctrl-D and Ctrl-U by pages"),
      ("/", "filter: words, kind:acknowledged, by:alice, by:me, id:2972395, not, or"),
      ("m", "what people did, only what I did, or everything"),
      ("i", "only the incident selected in the queue, or all"),
      ("Enter", "all of a line"), ("u", "take the line back, if it is yours"),
      (":", "any action by its name; the panes come back for it"),
      ("Esc", "take the filter away, else close the journal"),
    ]
    return Report(
      title: "Keys in the journal", statement: "Who did what, newest first.",
      facts: keys.map { Confirmation.Fact(label: $0.0, value: $0.1) })
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
