// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// Every key that does something in the pane with the focus, from the registry.
enum HelpScreen {
  private static let keyColumns = 14

  /// The rows of text a long overlay shows at a time.
  static func rows(_ size: Size) -> Int { max(1, size.rows - 5) }

  static func lines(_ state: State) -> [[StyledText]] {
    var page = Page(columns: Dialog.inside(state.size), isASCII: state.isASCII)
    for group in Action.Group.allCases {
      let actions = Registry.actions.filter {
        $0.group == group && $0.scope.covers(state.focus)
      }
      guard !actions.isEmpty else { continue }
      page.heading(group.rawValue)
      for action in actions { write(action, state, on: &page) }
    }
    if state.isPlain { return page.lines }
    page.heading("Signs")
    for (sign, meaning) in signs(isASCII: state.isASCII) {
      page.line(own("  "), sign, own("  "), own(meaning, .muted))
    }
    return page.lines
  }

  private static func write(_ action: Action, _ state: State, on page: inout Page) {
    let keys = action.keys.map(\.description).joined(separator: ", ")
    let reason = action.disabled(state)
    let text = VisibleText(reason.map { "\(action.title): \($0)" } ?? action.help, .typed)
    let style: Style = reason == nil ? .text : .muted
    let wrapped = text.wrapped(to: max(1, page.columns - keyColumns))
    for (index, line) in wrapped.enumerated() {
      page.line(
        own(
          (index == 0 ? keys : "").padded(to: keyColumns),
          reason == nil ? Style(.accent, .bold) : .muted),
        StyledText(line, style))
    }
  }

  private static func signs(isASCII: Bool) -> [(StyledText, String)] {
    [
      (own(isASCII ? "*" : "●", Style(.yourMove, .bold)), "your move"),
      (own(isASCII ? "+" : "◐", Style(.done)), "done: here or in Defender, nothing more is asked"),
      (own(isASCII ? "o" : "○", .muted), "open, nothing is asked of you"),
      (own(isASCII ? "." : "◌", .muted), "closed"),
      (own(News.arrived.sign, Style(.accent, .bold)), "came in and was not looked at yet"),
      (own(News.changed.sign, Style(.accent, .bold)), "changed since it was last looked at"),
    ]
  }

  static func draw(_ state: State, top: Int, on grid: inout Grid) {
    let title = "Keys in \(state.focus.rawValue) \(state.focus.title)"
    LongDialog.draw(lines(state), top: top, title: title, on: &grid)
  }
}

/// Earlier notices, newest last.
enum MessagesScreen {
  /// Every notice in full, because the bottom line may have cut it.
  static func lines(_ state: State) -> [[StyledText]] {
    var page = Page(columns: Dialog.inside(state.size), isASCII: state.isASCII)
    for notice in state.notices {
      page.labelled(notice.at.clockTime, VisibleText(notice.text, .typed))
    }
    if page.lines.isEmpty { page.line(own("Nothing was said yet.", .muted)) }
    return page.lines
  }

  static func draw(_ state: State, top: Int, on grid: inout Grid) {
    LongDialog.draw(lines(state), top: top, title: "Messages", on: &grid)
  }
}

/// A box of lines that may need scrolling.
enum LongDialog {
  static func draw(
    _ lines: [[StyledText]], top: Int, title: String, on grid: inout Grid
  ) {
    let rows = min(lines.count, HelpScreen.rows(grid.size))
    // A screen that grew shows what it can.
    let top = min(top, lines.count - rows)
    let rect = Dialog.draw(
      lines: rows + 1, title: [own(title, .title)], style: Style(.accent), on: &grid)
    Dialog.draw(lines.dropFirst(top).prefix(rows), in: rect, on: &grid)
    let rest = lines.count - top - rows
    let dot = Words.dot(isASCII: grid.isASCII, isPlain: grid.isPlain)
    let hint = rest > 0 ? "j k scroll\(dot)\(rest) more below\(dot)Esc closes" : "Esc closes"
    grid.draw(
      own(hint).text, row: rect.endRow - 1, column: rect.column, width: rect.columns,
      style: .muted)
  }
}
