// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// Earlier notices, newest last.
enum MessagesScreen {
  /// The rows it shows at a time.
  static func rows(_ size: Size) -> Int { max(1, size.rows - 5) }

  /// Every notice in full, because the bottom line may have cut it.
  static func lines(_ state: State) -> [[StyledText]] {
    var page = Page(columns: Dialog.inside(state.size), isASCII: state.isASCII)
    for notice in state.notices {
      page.labelled(state.times.clock(notice.at), VisibleText(notice.text, .typed))
    }
    if page.lines.isEmpty { page.line(own("Nothing was said yet.", .muted)) }
    return page.lines
  }

  static func draw(_ list: MessageList, _ state: State, on grid: inout Grid) {
    let lines = lines(state)
    let rows = min(lines.count, rows(grid.size))
    // A screen that grew shows what it can.
    let top = min(list.top, lines.count - rows)
    let rect = Dialog.draw(
      lines: rows + 1, title: [own("Messages", .title)], style: Style(.accent), on: &grid)
    Dialog.draw(
      lines.dropFirst(top).prefix(rows).map { $0.marking(list.search) }, in: rect, on: &grid)
    let row = rect.endRow - 1
    if let field = list.field {
      grid.draw(
        own("/").text, row: row, column: rect.column, width: 1, style: Style(.accent, .bold))
      grid.draw(field, row: row, column: rect.column + 2, width: rect.columns - 2)
      return
    }
    let rest = lines.count - top - rows
    var hints = rest > 0 ? ["\(rest) more below"] : []
    if let said = list.said {
      hints = [said]
    } else {
      hints.append(list.search.isEmpty ? "/ searches" : "n N go on")
    }
    hints.append("Esc closes")
    let hint = own(hints.joined(separator: state.dot))
    // The way out shows, however long what was searched for.
    let esc = own("Esc closes")
    grid.draw(
      hint.text.width > rect.columns ? esc.text : hint.text, row: row, column: rect.column,
      width: rect.columns, style: .muted)
  }
}

extension [StyledText] {
  /// The line, standing out if it has the words that are searched for.
  func marking(_ words: String) -> [StyledText] {
    let word = words.folded
    guard !word.isEmpty, map(\.text.text).joined().contains(folded: word) else { return self }
    return map { StyledText($0.text, $0.style.with([.bold, .underline])) }
  }
}
