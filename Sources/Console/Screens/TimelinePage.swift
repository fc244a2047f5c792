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
    writeActivity(entries.map(\.at), on: &page)
    var day = ""
    for entry in entries {
      if state.times.day(entry.at) != day {
        day = state.times.day(entry.at)
        page.heading(day)
      }
      let by = entry.by.isEmpty ? "" : "\(entry.by) "
      page.labelled(
        state.times.clock(entry.at), VisibleText(by + entry.text, .typed), style(of: entry.kind))
    }
  }

  /// When there was much and when little, if there is enough to say.
  private static func writeActivity(_ moments: [Timestamp], on page: inout Page) {
    guard !page.isPlain, moments.count >= fewest, let first = moments.min(),
      let last = moments.max(), first < last
    else { return }
    let span = own("  over \(Age(from: first, to: last))", .muted)
    let parts = min(widest, page.columns - Page.labelColumns - span.text.width)
    guard parts > 0 else { return }
    let counts = Shape.histogram(moments, parts: parts)
    page.line(
      [own("Activity".padded(to: Page.labelColumns), .muted)]
        + Shape.spark(counts, isASCII: page.isASCII) + [span])
  }

  /// Fewer moments are read faster than seen.
  private static let fewest = 6
  private static let widest = 48

  private static func style(of kind: TimelineEntry.Kind) -> Style {
    switch kind {
    case .action: Style(.accent)
    case .alert: .text
    case .response: Style(.yourMove)
    case .activity, .created, .comment, .observed: .muted
    }
  }
}
