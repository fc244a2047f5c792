// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// The form that puts an incident off.
enum SnoozeScreen {
  private static let label = 10

  static func draw(_ form: SnoozeForm, _ state: State, on grid: inout Grid) {
    let rect = Dialog.draw(
      lines: 7, title: [own("Snooze \(form.name)", .title)], style: Style(.accent), on: &grid)
    let inner = rect.columns - label
    func name(_ text: String, _ row: Int, isFocused: Bool) {
      grid.draw(
        own(text.padded(to: label)).text, row: rect.row + row, column: rect.column, width: label,
        style: isFocused ? Style(.accent, .bold) : .muted)
    }
    let isChoosing = form.row == .choice
    name("For", 0, isFocused: isChoosing)
    let arrows = state.isASCII ? ("< ", " >") : ("‹ ", " ›")
    grid.draw(
      [
        own(arrows.0, isChoosing ? Style(.accent, .bold) : .muted),
        own(form.choice.title, isChoosing ? .text.with(.reverse) : .text),
        own(arrows.1, isChoosing ? Style(.accent, .bold) : .muted),
      ], row: rect.row, column: rect.column + label, width: inner)
    if form.choice == .other {
      name("Until", 1, isFocused: form.row == .until)
      draw(
        form.until, isFocused: form.row == .until, row: rect.row + 1,
        column: rect.column + label, width: inner, on: &grid)
    }
    let echo = echo(form, state)
    grid.draw(
      echo.text, row: rect.row + 2, column: rect.column + label, width: inner, style: echo.style)
    if let targets = form.targets {
      grid.draw(
        own("\(targets.scope).").text, row: rect.row + 3, column: rect.column + label,
        width: inner, style: .muted)
    }
    if form.choice != .wake {
      name("Reason", 4, isFocused: form.row == .reason)
      draw(
        form.reason, isFocused: form.row == .reason, row: rect.row + 4,
        column: rect.column + label, width: inner, on: &grid)
    }
    PromptScreen.drawRefusal(state, in: rect, row: rect.row + 5, on: &grid)
    let isLast = form.row == .reason || form.choice == .wake
    let keys = [
      isChoosing ? ("h l", "choose") : nil, ("Enter", isLast ? "record it" : "go on"),
      ("Esc", "cancel"),
    ]
    grid.draw(
      keys.compactMap(\.self).flatMap {
        [own($0.0 + " ", Style(.accent, .bold)), own($0.1 + "   ")]
      }, row: rect.endRow - 1, column: rect.column, width: rect.columns)
  }

  private static func draw(
    _ field: TextField, isFocused: Bool, row: Int, column: Int, width: Int, on grid: inout Grid
  ) {
    if isFocused {
      grid.draw(field, row: row, column: column, width: width, style: .text.with(.underline))
    } else {
      let shown = field.isEmpty ? own("none yet", .muted) : own(field.text)
      grid.draw(shown.text, row: row, column: column, width: width, style: shown.style)
    }
  }

  private static func echo(_ form: SnoozeForm, _ state: State) -> StyledText {
    switch form.choice {
    case .wake:
      guard let snoozed = state.queue[form.id]?.snoozed else { return own("") }
      return own("snoozed by \(snoozed.by): \(snoozed.snooze.reason)", .muted)
    case .response:
      let title = form.response.flatMap { state.book.view(of: form.id)?.response($0)?.title } ?? ""
      return own("wakes when it has an outcome: \(title)", .muted)
    case .minutes, .other:
      guard let moment = state.moment(form) else {
        return own("2h, 08:00, 2026-11-25 08:00; one to come", Style(.warning))
      }
      return own("wakes \(state.coming(moment)), or when Defender changes it", .muted)
    }
  }
}

extension SnoozeForm.Choice {
  /// The choice on screen.
  var title: String {
    switch self {
    case .wake: "wake it now"
    case .minutes(1440): "1 day"
    case .minutes(let minutes) where minutes < 60: "\(minutes) minutes"
    case .minutes(60): "1 hour"
    case .minutes(let minutes): "\(minutes / 60) hours"
    case .response: "until the selected response is done"
    case .other: "until a time"
    }
  }
}
