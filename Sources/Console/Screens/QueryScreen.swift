// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

extension State {
  fileprivate var isTyping: Bool {
    if case .prompt = overlay { true } else { false }
  }
}

/// A query being typed, in the last two rows, and what the queue's title says of one that is kept.
enum QueryScreen {
  static func draw(_ prompt: Prompt, _ state: State, _ frame: Frame, on grid: inout Grid) {
    let help = help(prompt.query, state, columns: frame.footer.columns - 2)
    // What takes more rows than there are moves the field up.
    let row = max(0, frame.message.row - max(0, help.count - 1))
    grid.fill(
      Rect(
        row: row, column: frame.message.column, rows: frame.footer.row + 1 - row,
        columns: frame.message.columns))
    grid.draw(own("/").text, row: row, column: 1, width: 1, style: Style(.accent, .bold))
    let hint = own("Enter keeps\(state.dot)Esc undoes ", .muted)
    let width = frame.message.columns - 4
    let room = hint.text.width * 2 < width ? hint.text.width + 2 : 0
    if room > 0 {
      grid.draw(
        hint.text, row: row, column: frame.message.endColumn - room, width: room,
        style: hint.style)
    }
    let field = Rect(row: row, column: 3, rows: 1, columns: width - room)
    // A suggestion that the next letter replaces looks like text that is selected.
    let style = Style(.text, prompt.isSuggestion ? .reverse : [])
    grid.draw(prompt.field, row: row, column: field.column, width: field.columns, style: style)
    if let error = prompt.query.error { mark(error, in: prompt.field, field, on: &grid) }
    for (place, line) in help.enumerated() {
      grid.draw(line, row: row + 1 + place, column: 1, width: frame.footer.columns - 2)
    }
    guard help.isEmpty, let completion = prompt.query.completion else { return }
    drawCandidates(completion.candidates, prompt.query.chosen, in: frame.footer, on: &grid)
  }

  /// Reverses what is wrong, where it stands.
  private static func mark(
    _ error: QueryError, in text: TextField, _ field: Rect, on grid: inout Grid
  ) {
    guard !error.isUnfinished, let cursor = grid.cursor else { return }
    let scalars = text.scalars
    let range = error.range.clamped(to: 0..<scalars.count)
    guard !range.isEmpty else { return }
    let between = min(range.lowerBound, text.cursor)..<max(range.lowerBound, text.cursor)
    let distance = VisibleText(scalars: scalars[between], .typed, limit: .max).width
    let column = cursor.column + (range.lowerBound < text.cursor ? -distance : distance)
    guard column >= field.column, column < field.endColumn else { return }
    grid.draw(
      VisibleText(scalars: scalars[range], .typed, limit: .max), row: field.row, column: column,
      width: field.endColumn - column, style: Style(.failure, .reverse))
  }

  /// What is wrong, else what a query looks like; nothing where something may stand at the cursor.
  private static func help(
    _ query: QueryEntry, _ state: State, columns: Int
  ) -> [[StyledText]] {
    let offersNothing = query.completion?.candidates.isEmpty ?? true
    if query.chosen == nil, let error = query.error, !error.isUnfinished || offersNothing {
      let style = error.isUnfinished ? Style.muted : Style(.failure, .bold)
      return lines(error.sentence, style, columns: columns)
    }
    if query.chosen == nil, query.error == nil, let doubt = query.doubt {
      return lines(doubt, Style(.warning), columns: columns)
    }
    guard offersNothing else { return [] }
    let text =
      ["words", "sev:high..", "owner:me", "is:yours", "or", "Tab completes", "Up earlier"]
      .joined(separator: state.dot)
    return [[own(text, .muted)]]
  }

  /// A sentence in three lines at most.
  private static func lines(_ sentence: String, _ style: Style, columns: Int) -> [[StyledText]] {
    own(sentence).text.wrapped(to: columns).prefix(3).map { [StyledText($0, style)] }
  }

  private static func drawCandidates(
    _ candidates: [String], _ chosen: Int?, in rect: Rect, on grid: inout Grid
  ) {
    let texts = candidates.map { VisibleText($0, .typed).truncated(to: 30) }
    let label = own("Tab ", Style(.accent, .bold))
    grid.draw(label.text, row: rect.row, column: 1, width: 4, style: label.style)
    // The list begins where the chosen one still shows.
    var first = 0
    let room = rect.columns - 8
    if let chosen {
      while first < chosen, texts[first...chosen].map({ $0.width + 2 }).reduce(0, +) > room {
        first += 1
      }
    }
    var column = 5
    for place in first..<texts.count {
      let text = texts[place]
      guard column + text.width <= rect.columns - 2 else {
        grid.draw(
          own(grid.isASCII ? "~" : "…").text, row: rect.row, column: column, width: 1, style: .muted
        )
        break
      }
      grid.draw(
        text, row: rect.row, column: column, width: text.width,
        style: Style(.text, place == chosen ? .reverse : []))
      column += text.width + 2
    }
  }

  /// What the queue's title says of what is shown.
  static func subtitle(_ state: State) -> [StyledText] {
    let filter = state.queuePane.filter
    guard !filter.isEmpty else { return [own(state.dot + "open incidents", .muted)] }
    let scope = filter.isOpenOnly ? [own(state.dot + "open only", .muted)] : []
    // While a query is typed, its text counts.
    if let name = state.viewName, !state.isTyping {
      return [
        own(state.dot + "view ", .muted),
        StyledText(VisibleText(name, .typed), Style(.warning, .bold)),
      ] + scope
    }
    // A long filter leaves room for what is not shown.
    let text = VisibleText(filter.text, .typed).truncated(to: max(16, state.size.columns / 2 - 14))
    return [own(state.dot + "filter ", .muted), StyledText(text, Style(.warning, .bold))] + scope
  }
}
