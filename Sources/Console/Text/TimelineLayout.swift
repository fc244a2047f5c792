// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// The shown entries of a timeline and the lines they stand on.
///
/// Heights are worked out once, so that of thousands of entries only those on the screen are drawn.
struct TimelineLayout: Hashable {
  /// What the lines depend on.
  struct Shape: Hashable {
    var filter: TimelineFilter
    var columns: Int
    var isASCII: Bool
    var isPlain: Bool
    /// Whether there is room for the picture of the kill chain.
    var hasLanes: Bool
    /// How moments are written.
    var times = ScreenTimes()
  }

  let timeline: Timeline
  let shape: Shape
  /// The lines above the first entry.
  let head: [[StyledText]]
  /// The entries that are shown, oldest first.
  let entries: [TimelineEntry]
  /// The line each of them begins on, what stands over it included; after the last, the end.
  let starts: [Int]

  init(_ timeline: Timeline, _ shape: Shape) {
    self.timeline = timeline
    self.shape = shape
    let filter = shape.filter
    let shown = filter.isEmpty ? timeline.entries : timeline.entries.filter(filter.matches)
    head = TimelinePage.head(timeline, shown: shown, shape)
    entries = shown
    var starts = [head.count]
    starts.reserveCapacity(shown.count + 1)
    var line = head.count
    for place in shown.indices {
      line += TimelinePage.lead(of: place, in: shown, shape, isFirstLine: line == 0).count
      line += TimelinePage.height(of: shown[place], shape)
      starts.append(line)
    }
    self.starts = starts
  }

  /// How many lines there are.
  var lineCount: Int { starts.last ?? 0 }

  /// Whether it is what this timeline looks like in this shape.
  func shows(_ timeline: Timeline, _ shape: Shape) -> Bool {
    self.shape == shape && self.timeline == timeline
  }

  /// Some of the lines.
  func lines(in range: Range<Int>) -> [[StyledText]] {
    let range = range.clamped(to: 0..<lineCount)
    guard !range.isEmpty else { return [] }
    var lines = range.lowerBound < head.count ? Array(head[range.lowerBound...]) : []
    let first = max(0, entry(at: range.lowerBound))
    let skipped = range.lowerBound < head.count ? 0 : range.lowerBound - starts[first]
    for place in first..<entries.count where starts[place] < range.upperBound {
      lines += TimelinePage.lead(of: place, in: entries, shape, isFirstLine: starts[place] == 0)
      lines += TimelinePage.lines(of: entries[place], shape)
    }
    return Array(lines.dropFirst(skipped).prefix(range.count))
  }

  /// The entry that stands on a line; -1 for the lines above the first.
  func entry(at line: Int) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= line { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }

  /// The line on which the next hour with an entry begins, or the one before; `nil` if there is
  /// none.
  func hour(_ step: HourStep, from line: Int) -> Int? {
    let here = entry(at: line)
    switch step {
    case .later:
      guard let next = entries.indices.dropFirst(here + 1).first(where: isNewHour) else {
        return nil
      }
      return starts[next]
    case .earlier:
      let before = entries.indices.prefix(here + 1).last { isNewHour($0) && starts[$0] < line }
      if let before { return starts[before] }
      return line > 0 ? 0 : nil
    }
  }

  /// Which way to go.
  enum HourStep {
    case later, earlier
  }

  private func isNewHour(_ place: Int) -> Bool {
    place == 0 || entries[place].at.hour != entries[place - 1].at.hour
  }
}

extension Timestamp {
  /// Hours since 1970, rounded down.
  fileprivate var hour: Int64 {
    let hour: Int64 = 3_600_000
    return milliseconds / hour - (milliseconds % hour < 0 ? 1 : 0)
  }
}
