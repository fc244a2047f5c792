// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// Everything dated, oldest first.
enum TimelinePage {
  /// A silence that is worth saying.
  private static let gap: Int64 = 3_600_000

  /// What stands above the first entry: the kill chain, when there was much, what is left out.
  static func head(
    _ timeline: Timeline, shown: [TimelineEntry], _ shape: TimelineLayout.Shape
  ) -> [[StyledText]] {
    var page = page(shape)
    if shape.hasLanes { TacticPicture.write(timeline.lanes, shape.times, on: &page) }
    writeActivity(shown.map(\.at), on: &page)
    if !shape.filter.isEmpty { writeFilter(timeline, shown.count, shape, on: &page) }
    if timeline.untold > 0 {
      page.line(
        own("\(timeline.untold) more merged incidents: only what was done here.", .muted))
    }
    if shown.isEmpty {
      page.line(
        own(
          shape.filter.isEmpty ? "Nothing dated is known." : "None of its entries is shown.",
          .muted))
    }
    return page.lines
  }

  /// What stands over an entry: a new day, or a long silence.
  static func lead(
    of place: Int, in entries: [TimelineEntry], _ shape: TimelineLayout.Shape, isFirstLine: Bool
  ) -> [[StyledText]] {
    let entry = entries[place]
    guard place > 0 else {
      return (isFirstLine ? [] : [[]]) + [[own(shape.times.day(entry.at), .title)]]
    }
    let before = entries[place - 1].at
    // Numbers are compared, because making the text of a day is slow.
    if shape.times.dayNumber(entry.at) != shape.times.dayNumber(before) {
      return [[], [own(shape.times.day(entry.at), .title)]]
    }
    guard entry.at.elapsed(since: before) >= gap else { return [] }
    let sign = shape.isPlain ? "" : shape.isASCII ? ":" : "⋮"
    return [
      [
        own(sign.padded(to: Page.labelColumns), .chrome),
        own("\(Age(from: before, to: entry.at)) later", .muted),
      ]
    ]
  }

  /// The lines of an entry.
  static func lines(of entry: TimelineEntry, _ shape: TimelineLayout.Shape) -> [[StyledText]] {
    var page = page(shape)
    page.labelled(
      shape.times.clock(entry.at), VisibleText(text(of: entry), .typed),
      entry.isUndone ? .muted : style(of: entry.kind))
    return page.lines
  }

  /// How many lines an entry takes.
  static func height(of entry: TimelineEntry, _ shape: TimelineLayout.Shape) -> Int {
    // Most fit on a line, which their bytes tell when each of them is one column.
    let text = text(of: entry)
    let isPlain = text.utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }
    if isPlain, !text.isEmpty, text.utf8.count <= shape.columns - Page.labelColumns { return 1 }
    return lines(of: entry, shape).count
  }

  /// Who and what, and from which merged incident.
  static func text(of entry: TimelineEntry) -> String {
    let source = entry.source.map { "[\($0)] " } ?? ""
    return source + (entry.by.isEmpty ? "" : "\(entry.by) ") + entry.text
  }

  private static func page(_ shape: TimelineLayout.Shape) -> Page {
    Page(columns: shape.columns, isASCII: shape.isASCII, isPlain: shape.isPlain)
  }

  private static func writeFilter(
    _ timeline: Timeline, _ shown: Int, _ shape: TimelineLayout.Shape, on page: inout Page
  ) {
    var what: [[StyledText]] = [[own("\(shown) of \(timeline.entries.count)", Style(.warning))]]
    if let facet = shape.filter.facet { what.append([own("only \(facet.phrase)")]) }
    if let entity = shape.filter.entity {
      what.append([own("only \(entity.kind.rawValue) "), indicator(entity.name)])
    }
    page.labelled("Shown", what)
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
    case .activity, .evidence, .created, .comment, .observed: .muted
    }
  }
}
