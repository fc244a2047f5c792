// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// The kill chain over time: a row for each tactic, a mark where an alert began.
enum TacticPicture {
  /// Columns of a tactic's name.
  private static let labelColumns = 22
  private static let widest = 60

  /// Rows the picture takes.
  static func rows(_ lanes: [TacticLane]) -> Int { isShown(lanes) ? lanes.count + 2 : 0 }

  /// One alert is no picture.
  static func isShown(_ lanes: [TacticLane]) -> Bool {
    lanes.reduce(0) { $0 + $1.marks.count } > 1
  }

  static func write(_ lanes: [TacticLane], _ times: ScreenTimes, on page: inout Page) {
    let moments = lanes.lazy.flatMap(\.marks).map(\.at)
    guard isShown(lanes), let first = moments.min(), let last = moments.max() else { return }
    guard !page.isPlain else {
      for lane in lanes { say(lane, times, on: &page) }
      page.blank()
      return
    }
    let cells = min(widest, page.columns - labelColumns)
    guard cells > 0 else { return }
    for lane in lanes {
      page.line(
        [own(lane.tactic.title.padded(to: labelColumns), .muted)]
          + row(lane.marks, first, last, cells: cells, isASCII: page.isASCII))
    }
    page.line(
      own("alerts".padded(to: labelColumns), .muted),
      own(axis(first, last, times, cells: cells), .muted))
    page.blank()
  }

  private static func row(
    _ marks: [TacticLane.Mark], _ first: Timestamp, _ last: Timestamp, cells: Int, isASCII: Bool
  ) -> [StyledText] {
    var worst: [Severity?] = Array(repeating: nil, count: cells)
    // In floating point, because a span may be a million years and a product overflow.
    let span = Double(last.milliseconds) - Double(first.milliseconds)
    for mark in marks {
      let share = (Double(mark.at.milliseconds) - Double(first.milliseconds)) / max(1, span)
      let cell = min(cells - 1, max(0, Int(share * Double(cells))))
      if worst[cell].map({ $0.rank < mark.severity.rank }) ?? true { worst[cell] = mark.severity }
    }
    let line = own(isASCII ? "." : "·", .chrome)
    return worst.map { severity in
      severity.map { own(Shape.cell(of: $0, isASCII), $0.style) } ?? line
    }
  }

  /// When the picture begins and ends.
  private static func axis(
    _ first: Timestamp, _ last: Timestamp, _ times: ScreenTimes, cells: Int
  ) -> String {
    let isOneDay = times.day(first) == times.day(last)
    let start = isOneDay ? times.clock(first) : String(times.dayAndTime(first).dropFirst(5))
    let end = isOneDay ? times.clock(last) : String(times.dayAndTime(last).dropFirst(5))
    guard first < last, start.count + end.count < cells else { return start }
    return start + String(repeating: " ", count: cells - start.count - end.count) + end
  }

  private static func say(_ lane: TacticLane, _ times: ScreenTimes, on page: inout Page) {
    let moments = lane.marks.map(\.at)
    guard let first = moments.min(), let last = moments.max() else { return }
    let count = lane.marks.count
    let span =
      first == last
      ? "at \(times.dayAndTime(first))"
      : "from \(times.dayAndTime(first)) to \(times.dayAndTime(last))"
    page.line(own("\(lane.tactic.title): \(count) \(count == 1 ? "alert" : "alerts") \(span)"))
  }
}
