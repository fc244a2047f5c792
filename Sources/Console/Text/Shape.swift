// SPDX-License-Identifier: MIT

import Cells
import Incidents

/// Numbers as shapes, for the eye; the numbers themselves always stand beside them.
enum Shape {
  /// `▰▰▱▱`: how many steps of a way are done, in at most so many cells.
  ///
  /// Only what is done wholly looks so, and what was begun never looks untouched.
  static func steps(_ done: Int, of total: Int, most: Int = 8, isASCII: Bool) -> String {
    let cells = min(max(0, total), max(1, most))
    let share = total <= cells ? done : max(min(done, 1), done * cells / max(1, total))
    let full = min(max(0, share), done < total ? max(0, cells - 1) : cells)
    let (on, off) = isASCII ? ("#", "-") : ("▰", "▱")
    return String(repeating: on, count: full) + String(repeating: off, count: cells - full)
  }

  /// `▁▂▁█▁`: counts beside each other, the highest as high as a cell.
  ///
  /// Nothing is the line at the bottom, and anything is more than that.
  static func spark(_ counts: [Int], isASCII: Bool) -> [StyledText] {
    let levels = Array(isASCII ? "_.:-=+*#" : "▁▂▃▄▅▆▇█")
    let highest = max(1, counts.max() ?? 1)
    return counts.map { count in
      count <= 0
        ? own(String(levels[0]), .chrome)
        : own(String(levels[max(1, count * (levels.count - 1) / highest)]), .accent)
    }
  }

  /// How many of some moments fall into each of so many equal parts of the time they span.
  static func histogram(_ moments: [Timestamp], parts: Int) -> [Int] {
    let times = moments.map(\.milliseconds)
    guard let first = times.min(), let last = times.max(), first < last, parts > 0 else {
      return []
    }
    var counts = Array(repeating: 0, count: parts)
    // In floating point, because a span may be a million years and a product overflow.
    let scale = Double(parts) / (Double(last) - Double(first))
    for time in times {
      counts[min(parts - 1, Int((Double(time) - Double(first)) * scale))] += 1
    }
    return counts
  }

  /// `▆▆▆▆▄▄▂`: how a number divides among severities, the worse the higher.
  static func severities(
    _ counts: [(severity: Severity, count: Int)], most: Int, isASCII: Bool
  ) -> [StyledText] {
    let total = counts.reduce(0) { $0 + $1.count }
    return counts.filter { $0.count > 0 }.map { severity, count in
      let cells = total <= most ? count : max(1, count * most / total)
      return own(String(repeating: cell(of: severity, isASCII), count: cells), severity.style)
    }
  }

  /// A severity as a cell, the worse the higher.
  static func cell(of severity: Severity, _ isASCII: Bool) -> String {
    switch severity {
    case .high, .unknown, .unrecognized: isASCII ? "#" : "▆"
    case .medium: isASCII ? "=" : "▄"
    case .low: isASCII ? "-" : "▂"
    case .informational: isASCII ? "." : "▁"
    }
  }
}
