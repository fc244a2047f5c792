// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// Everything dated, oldest first.
enum TimelinePage {
  static func write(_ opened: Opened, _ state: State, on page: inout Page) {
    let entries = TimelineEntry.timeline(
      of: opened.incident, history: opened.history, undone: state.book.isUndone)
    if entries.isEmpty { page.line(own("Nothing dated is known.", .muted)) }
    var day = ""
    for entry in entries {
      if entry.at.day != day {
        day = entry.at.day
        page.heading(day)
      }
      let by = entry.by.isEmpty ? "" : "\(entry.by) "
      page.labelled(
        "\(entry.at.clockTime)", VisibleText(by + entry.text, .typed), style(of: entry.kind))
    }
  }

  private static func style(of kind: TimelineEntry.Kind) -> Style {
    switch kind {
    case .action: Style(.accent)
    case .alert: .text
    case .response: Style(.yourMove)
    case .activity, .created, .comment, .observed: .muted
    }
  }
}
