// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// The selected incident's managed responses, and below them what the selected one asks.
enum ResponsesScreen {
  static func draw(_ state: State, _ frame: Frame, on grid: inout Grid) {
    let rect = frame.content(of: .responses)
    guard let view = state.selectedView else { return }
    guard !view.responses.isEmpty else {
      grid.draw(
        own("The experts ask for no response here.").text, row: rect.row,
        column: rect.column + 2, width: rect.columns - 2, style: .muted)
      return
    }
    let (top, listRows) = list(state, rows: rect.rows)
    for (index, response) in view.responses.dropFirst(top).prefix(listRows).enumerated() {
      let isSelected = response.id == state.responsesPane.selection
      draw(
        response, isSelected: isSelected, state, row: rect.row + index, in: rect, on: &grid)
    }
    let (_, below) = rect.splitTop(listRows)
    guard let selected = state.selectedResponse, below.rows > 1 else { return }
    let page = details(of: selected, view, state, columns: below.columns - 6)
    let room = below.rows - 1
    let hasMore = page.lines.count > room
    let width = below.columns - 6
    // Where only one line fits, it is the first of the text, and a sign that there is more.
    let shown = hasMore ? max(1, room - 1) : room
    for (index, line) in page.lines.prefix(shown).enumerated() {
      grid.draw(
        line.marking(state.responsesPane.search), row: below.row + 1 + index,
        column: below.column + 4,
        width: width)
    }
    // A line that is cut shows as much itself.
    guard hasMore, room > 1 || (page.lines.first?.width ?? 0) <= width - 2 else { return }
    let more = state.isASCII ? "~" : "…"
    let zoom = room == 1 || state.isZoomed ? nil : state.keymap.key("zoom")
    let hint = own(zoom.map { "\(more) \($0) shows all" } ?? more, .muted)
    grid.draw(
      hint.text, row: below.endRow - 1,
      column: room == 1 ? below.column + 4 + width - 1 : below.column + 4, width: width,
      style: hint.style)
  }

  private static let leastTitle = 24

  /// Which responses the list shows, and in how many rows of the pane's.
  static func list(_ state: State, rows: Int) -> (top: Int, rows: Int) {
    let responses = state.selectedView?.responses ?? []
    let place = responses.firstIndex { $0.id == state.responsesPane.selection } ?? 0
    // The list takes what it needs, but leaves a third of a tall pane to the selected one.
    let listRows = min(responses.count, max(3, rows * 2 / 3), rows)
    return (max(0, min(place - listRows + 1, responses.count - listRows)), listRows)
  }

  private static func draw(
    _ response: ResponseCase, isSelected: Bool, _ state: State, row: Int, in rect: Rect,
    on grid: inout Grid
  ) {
    let isMarked = isSelected && state.focus == .responses
    let marked = Style(.text, .reverse)
    if isMarked {
      grid.fill(Frame(state).line(at: row, in: .responses), style: marked)
    }
    if state.isPlain {
      let words = PlainRow.response(
        response, status: status(of: response, state), isSelected: isSelected,
        isMarked: state.responsesPane.marks.contains(response.id))
      return grid.drawPlain(words, row: row, in: rect, isMarked: isMarked)
    }
    if isSelected {
      grid.draw(
        own(state.isASCII ? ">" : "▌").text, row: row, column: rect.column, width: 1,
        style: Style(.accent, isMarked ? .reverse : .bold))
    }
    if state.responsesPane.marks.contains(response.id) {
      let mark = Words.mark(isASCII: state.isASCII)
      grid.draw(
        mark.text, row: row, column: rect.column + 1, width: 1,
        style: isMarked ? marked : mark.style)
    }
    let sign = response.status.value.sign(isASCII: state.isASCII)
    let lead = state.isASCII ? 6 : 4
    grid.draw(
      sign.text, row: row, column: rect.column + 2, width: sign.text.width,
      style: isMarked ? marked : sign.style)
    let status = status(of: response, state)
    // A long status may be cut, what it is the status of not beyond recognition.
    let least = min(prose(response.title).text.width, leastTitle)
    let statusWidth = max(status.width, 11)
    let titleWidth = max(least, rect.columns - lead - 8 - statusWidth - Layout.gap * 2)
    let isQuiet = response.status.value.isFinished || !response.isCustomers
    var column = rect.column + lead
    grid.draw(
      [prose(response.title, isMarked ? marked : isQuiet ? .muted : .text)]
        .marking(state.responsesPane.search), row: row, column: column, width: titleWidth)
    column += titleWidth + Layout.gap
    grid.draw(
      own(response.performer.title).text, row: row, column: column, width: 7,
      style: isMarked ? marked : .muted)
    column += 7 + Layout.gap
    grid.draw(
      isMarked ? status.map { StyledText($0.text, marked) } : status, row: row, column: column,
      width: rect.endColumn - column)
  }

  /// "completed 08:20Z", "completed here · Defender: open".
  private static func status(of response: ResponseCase, _ state: State) -> [StyledText] {
    let current = response.status.current
    var parts = [indicator(current.value.title, current.value.style)]
    if response.status.differs {
      parts += [
        own(" here"), own("\(state.dot)Defender: ", .muted),
        indicator(response.status.serviceEntry.value.title, .muted),
      ]
    } else if let seen = response.acknowledgement.value, !current.value.isFinished {
      parts += [own("\(state.dot)seen by ", .muted), indicator(seen.by.name, .muted)]
    }
    return parts
  }

  /// What the selected response asks, on what, and what can be taken back.
  private static func details(
    of response: ResponseCase, _ view: Case, _ state: State, columns: Int
  ) -> Page {
    var page = Page(columns: columns, isASCII: state.isASCII)
    let full = state.openedHere?.incident.responses.first { $0.id == response.id }
    if let text = full?.details, !text.isEmpty {
      page.paragraph(VisibleText(text, .multiline))
    }
    let entry = response.action.entry
    if response.action != .text {
      page.labelled("Action", VisibleText("\(entry.title). \(entry.effect)", .typed))
    }
    let target = VisibleText(full?.target ?? response.service?.target ?? "", .indicator)
    page.labelled("Target", target.warned)
    page.labelled("Device", VisibleText(full?.device ?? "", .indicator).warned)
    if let full, let incident = state.openedHere?.incident {
      let excluded = state.readiness.exclusions.filter { $0.isNamed(for: full, in: incident) }
      page.labelled("Excluded", ExclusionWords.line(excluded), .accent)
    }
    page.labelled("Undo", VisibleText(entry.undo, .typed))
    page.labelled("Execution", VisibleText(execution(full), .typed))
    if let source = response.source {
      page.labelled("From", VisibleText("merged incident \(source)", .typed))
    }
    page.labelled("Note", VisibleText(response.note, .prose))
    return page
  }

  private static func execution(_ response: ManagedResponse?) -> String {
    guard let response, response.execution != .notStarted else { return "" }
    return "\(response.execution.title), as Defender reports it"
  }
}
