// SPDX-License-Identifier: MIT

import Cells
import Incidents

extension Opened {
  /// Marks in the timeline what was undone.
  mutating func markUndone(in book: CaseBook) {
    let undone = history.filter { !$0.event.isObservation && book.isUndone($0) }
    timeline.markUndone(Set(undone.map(\.seq)))
  }
}

extension State {
  /// Rows for entries below the picture of the kill chain, without which it is left out.
  private static let rowsBelowLanes = 8

  /// The timeline that is on the screen; `nil` where another tab or no document is.
  var shownTimeline: Timeline? {
    guard summaryPane.tab == .timeline, let opened, opened.incident.id == selectedID else {
      return nil
    }
    return opened.timeline
  }

  /// What the lines of a timeline depend on, in a pane of so many columns and rows.
  func timelineShape(_ timeline: Timeline, columns: Int, rows: Int) -> TimelineLayout.Shape {
    TimelineLayout.Shape(
      filter: summaryPane.timelineFilter, columns: max(1, columns - 2), isASCII: isASCII,
      isPlain: isPlain,
      hasLanes: isPlain || rows >= TacticPicture.rows(timeline.lanes) + Self.rowsBelowLanes,
      times: times)
  }

  /// Where its entries stand, in a pane of so many columns and rows.
  func timelineLayout(_ timeline: Timeline, columns: Int, rows: Int) -> TimelineLayout {
    let shape = timelineShape(timeline, columns: columns, rows: rows)
    if let known = summaryPane.timeline, known.shows(timeline, shape) { return known }
    return TimelineLayout(timeline, shape)
  }

  /// Works out where the entries stand while the timeline shows, so that no key has to.
  mutating func arrangeTimeline() {
    guard let timeline = shownTimeline else {
      summaryPane.timeline = nil
      return
    }
    let frame = Frame(self)
    guard frame.panes[.summary] != nil else { return }
    summaryPane.timeline = timelineLayout(
      timeline, columns: frame.columns(of: .summary), rows: frame.rows(of: .summary))
  }

  /// Why nothing can be done with the timeline; `nil` if it shows.
  var reasonAgainstTimeline: String? {
    guard let timeline = shownTimeline else { return "The timeline does not show." }
    return timeline.entries.isEmpty ? "Nothing dated is known." : nil
  }

  /// Goes to the next hour in which something happened, or to the one before.
  mutating func goToHour(_ step: TimelineLayout.HourStep) -> [Effect] {
    guard let timeline = shownTimeline else { return [] }
    let frame = Frame(self)
    let rows = frame.rows(of: .summary)
    let layout = timelineLayout(timeline, columns: frame.columns(of: .summary), rows: rows)
    let last = max(0, layout.lineCount - rows)
    let top = min(summaryPane.top, last)
    guard let line = layout.hour(step, from: top), !(step == .later && top == last) else {
      say(.info, step == .later ? "That is the last hour." : "That is the first hour.")
      return []
    }
    summaryPane.top = min(line, last)
    return []
  }

  /// Shows the next kind of entry alone, after the last everything again.
  mutating func turnTimelineFacet() -> [Effect] {
    guard let timeline = shownTimeline else { return [] }
    let there = timeline.entries.reduce(into: Set<TimelineFilter.Facet>()) {
      $0.formUnion($1.facets)
    }
    let all = [nil] + TimelineFilter.Facet.allCases.filter(there.contains).map(Optional.some)
    let place = all.firstIndex(of: summaryPane.timelineFilter.facet) ?? 0
    var filter = summaryPane.timelineFilter
    filter.facet = all[(place + 1) % all.count]
    return showTimeline(filter)
  }

  /// Shows the timeline, or a part of it.
  mutating func showTimeline(_ filter: TimelineFilter) -> [Effect] {
    summaryPane.tab = .timeline
    summaryPane.timelineFilter = filter
    summaryPane.top = 0
    return focus == .summary ? [] : go(to: .summary)
  }

  /// What is said of a filter once it shows.
  func sentence(_ filter: TimelineFilter) -> String {
    guard !filter.isEmpty else { return "The whole timeline." }
    return [filter.facet?.phrase, filter.entity.map { "about \($0.name)" }]
      .compactMap(\.self).joined(separator: dot)
  }
}
