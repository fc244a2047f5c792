// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// The journal: who did what and when, and what became of it.
enum HistoryScreen {
  /// The rows under the list: a rule, the selected line, and whether it can be undone.
  private static let below = 4

  /// The rows of the list on a screen.
  static func rows(_ size: Size) -> Int { max(1, size.rows - 4 - below) }

  static func draw(_ list: HistoryList, _ state: State, _ frame: Frame, on grid: inout Grid) {
    let columns = grid.size.columns
    grid.drawRule(
      row: 1, column: 0, width: columns, title: title(list, state),
      trailing: trailing(list), style: Style(.accent))
    let rows = rows(grid.size)
    // A screen that changed its size still shows the selected line.
    let top = min(max(list.top, list.place - rows + 1), list.place)
    for (index, entry) in list.entries.dropFirst(top).prefix(rows).enumerated() {
      draw(entry, isSelected: top + index == list.place, state, row: 2 + index, on: &grid)
    }
    if list.entries.isEmpty {
      grid.draw(
        own(list.isReading ? "Reading the journal." : "There are no such lines.").text, row: 2,
        column: 2, width: columns - 3, style: .muted)
    }
    drawSelected(list, state, row: 2 + rows, on: &grid)
    if let field = list.field {
      drawField(field, state.notice, frame, on: &grid)
    } else {
      drawKeys(list, row: frame.footer.row, on: &grid)
    }
  }

  private static func title(_ list: HistoryList, _ state: State) -> [StyledText] {
    let who =
      switch list.query.who {
      case .people: "what people did"
      case .me: "what I did"
      case .all: "everything, Defender included"
      }
    let about = list.query.incident.map { [own(state.dot), indicator($0.text)] } ?? []
    let filter =
      list.query.filter == nil
      ? [] : [own(state.dot + "filter ", .muted), own(list.text, Style(.warning, .bold))]
    return [own("Journal", Style(.title, .bold)), own(state.dot + who, .muted)] + about + filter
  }

  private static func trailing(_ list: HistoryList) -> [StyledText] {
    guard !list.entries.isEmpty else { return [] }
    return [own("\(list.place + 1)/\(list.entries.count)\(list.hasMore ? "+" : "")")]
  }

  private static func draw(
    _ entry: JournalEntry, isSelected: Bool, _ state: State, row: Int, on grid: inout Grid
  ) {
    let width = grid.size.columns
    let style = Style(.text, isSelected ? .reverse : [])
    if isSelected {
      grid.fill(Rect(row: row, column: 0, rows: 1, columns: width), style: style)
      grid.draw(own(state.isASCII ? ">" : "▌").text, row: row, column: 0, width: 1, style: style)
    }
    let isQuiet = entry.event.isObservation || state.book.isUndone(entry)
    let ids = entry.incidents
    let subject =
      ids.count > 1
      ? own(State.incidents(ids.count))
      : indicator(ids.first?.text ?? entry.records.first?.noun?.title ?? "")
    let who = entry.event.isObservation ? own("Defender") : indicator(entry.by.name)
    var phrase = state.phrase(of: entry)
    if ids.isEmpty, case .recorded(let edit) = entry.event, edit.values.count == 1 {
      // What kind of record it is stands beside it.
      phrase = edit.phrase { state.book.title(of: $0) }
    }
    let tone: Style = isQuiet ? .muted : .text
    var what =
      entry.event.isObservation
      ? [own(phrase, tone)] : onOneLine(phrase, tone, isASCII: state.isASCII)
    if let undoing = state.undoingInShort(entry) {
      what.insert(own("(\(undoing)) ", Style(.warning)), at: 0)
    }
    let seq = String(entry.seq)
    let number = String(repeating: " ", count: max(0, 6 - seq.utf8.count)) + seq
    let cells: [([StyledText], Int)] = [
      ([own(number, .muted)], max(6, seq.utf8.count)), ([own(shortTime(entry.at, state))], 12),
      ([who], 10), ([subject], 14), (what, width),
    ]
    var column = 1
    for (cell, wanted) in cells where column < width - 1 {
      let room = min(wanted, width - 1 - column)
      grid.draw(
        isSelected ? cell.map { StyledText($0.text, style) } : cell, row: row, column: column,
        width: room)
      column += room + 1
    }
  }

  /// A day and a time without the year: "11-23 10:15Z".
  private static func shortTime(_ moment: Timestamp, _ state: State) -> String {
    String(state.times.dayAndTime(moment).dropFirst(5))
  }

  private static func drawSelected(
    _ list: HistoryList, _ state: State, row: Int, on grid: inout Grid
  ) {
    let columns = grid.size.columns
    guard let entry = list.selected else { return }
    grid.drawRule(
      row: row, column: 0, width: columns, title: [own("Line \(entry.seq)", .title)],
      trailing: [], style: .chrome)
    var page = Page(columns: columns - 3, isASCII: state.isASCII)
    page.paragraph(
      VisibleText(state.onOneLine(state.phrase(of: entry), of: entry), .prose))
    let fate = state.fate(of: entry)
    for (index, line) in page.lines.prefix(below - 2).enumerated() {
      grid.draw(line, row: row + 1 + index, column: 2, width: columns - 3)
    }
    grid.draw(
      own(fate.sentence).text, row: row + below - 1, column: 2, width: columns - 3,
      style: fate.canUndo ? Style(.accent) : .muted)
  }

  private static func drawKeys(_ list: HistoryList, row: Int, on grid: inout Grid) {
    let next =
      switch list.query.who {
      case .people: "only mine"
      case .me: "everything"
      case .all: "only people"
      }
    let keys = [
      ("/", "filter"), ("u", "undo it"), ("Enter", "all of it"), ("m", next),
      ("i", list.query.incident == nil ? "this incident" : "all incidents"), (":", "command"),
    ]
    // Help and the way out keep their place, however little room there is.
    let last = [
      hint("?", "help"), hint("Esc", list.query.filter == nil ? "close" : "no filter"),
    ]
    let end = grid.size.columns - 1 - last.map { $0.width + 3 }.reduce(-3, +)
    var column = 1
    for (key, meaning) in keys {
      let hint = hint(key, meaning)
      guard column + hint.width + 3 <= end else { break }
      grid.draw(hint, row: row, column: column, width: hint.width)
      column += hint.width + 3
    }
    for hint in last {
      grid.draw(hint, row: row, column: column, width: hint.width)
      column += hint.width + 3
    }
  }

  private static func hint(_ key: String, _ meaning: String) -> [StyledText] {
    [own(key + " ", Style(.accent, .bold)), own(meaning)]
  }

  /// The filter being typed, and what it may be.
  private static func drawField(
    _ field: TextField, _ notice: Notice?, _ frame: Frame, on grid: inout Grid
  ) {
    let row = frame.message.row
    grid.fill(frame.message)
    grid.draw(own("/").text, row: row, column: 1, width: 1, style: Style(.accent, .bold))
    grid.draw(field, row: row, column: 3, width: frame.message.columns - 4)
    let help = "words  kind:acknowledged  by:me  id:2972395  Enter filters  Esc back"
    grid.draw(
      own(notice?.text ?? help).text, row: frame.footer.row, column: 1,
      width: frame.footer.columns - 2, style: notice == nil ? .muted : Style(.failure, .bold))
  }
}
