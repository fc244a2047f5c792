// SPDX-License-Identifier: MIT

import Cells
import Incidents

/// The first row: where we are, what waits, how old the data is, who and when.
enum HeaderScreen {
  static func draw(_ state: State, in rect: Rect, on grid: inout Grid) {
    var left = [own(" tocsin", .title)]
    let title = [own(state.dot, .muted), indicator(state.storeTitle)]
    let yours = state.queue.yours
    let snoozed = state.queue.snoozed
    var middle = [own("reading the store", .muted)]
    if state.isLoaded {
      middle = [
        own("\(yours) your move", yours > 0 ? Style(.yourMove, .bold) : .muted),
        own(snoozed > 0 ? ", \(snoozed) snoozed" : "", .muted), own(state.dot, .muted),
      ]
      if state.overdue > 0 {
        middle += [
          own("\(state.overdue) overdue", Style(.overdue, .bold)), own(state.dot, .muted),
        ]
      }
      middle += severities(state, in: rect.columns) + [own("\(state.queue.open) open")]
    }
    if let news = newsCount(state, in: rect.columns) { middle += [own(state.dot, .muted), news] }
    let age = state.dataAsOf.map { Age(from: $0, to: state.now).description + " old" }
    var right = [own("data \(age ?? "never imported")", .muted)]
    if state.unreadRecords > 0 {
      right += [
        own(state.dot, .muted), own("\(state.unreadRecords) unread", Style(.warning, .bold)),
      ]
    }
    let stale = state.readiness.staleness(at: state.now).map {
      [own(state.dot, .muted), own("readiness \($0) old", Style(.warning))]
    }
    let author = [own(state.dot, .muted), indicator(state.author.name)]
    let clock = [own(state.dot, .muted), own(state.times.fullClock(state.now))]
    let width = rect.columns
    // What waits and how old the data is always show; the rest only where there is room.
    var room = width - left.width - middle.width - right.width - 6
    if state.readOnlyReason != nil {
      left += [own("  read-only", Style(.warning, .bold))]
      room -= 11
      // Whether it may be the wrong store matters more than who looks at it.
      if title.width <= room {
        left.insert(contentsOf: title, at: 1)
        room -= title.width
      }
    }
    if let stale, stale.width <= room {
      right += stale
      room -= stale.width
    }
    if author.width <= room {
      right += author
      room -= author.width
    }
    if clock.width <= room {
      right += clock
      room -= clock.width
    }
    if state.readOnlyReason == nil, title.width <= room { left.insert(contentsOf: title, at: 1) }
    right.append(own(" "))
    grid.draw(left, row: rect.row, column: 0, width: max(0, width - right.width - middle.width - 4))
    let center = max(left.width + 2, (width - middle.width) / 2)
    let space = width - right.width - 2
    if center + middle.width <= space {
      grid.draw(middle, row: rect.row, column: center, width: middle.width)
    } else {
      let column = max(left.width + 2, space - middle.width)
      grid.draw(middle, row: rect.row, column: column, width: max(0, space - column))
    }
    grid.draw(right, row: rect.row, column: max(0, width - right.width), width: right.width)
  }

  /// How bad what waits is, where there is room to say it.
  private static func severities(_ state: State, in columns: Int) -> [StyledText] {
    guard columns >= severityColumns else { return [] }
    let counts = state.queue.severitiesAwake.filter { $0.count > 0 }
    guard !counts.isEmpty else { return [] }
    let bar =
      state.isPlain
      ? []
      : Shape.severities(counts, most: barCells, isASCII: state.isASCII) + [own(" ")]
    return bar
      + counts.flatMap { severity, count in
        [own("\(count) \(severity.title.lowercased())", severity.style), own(state.dot, .muted)]
      }
  }

  private static let severityColumns = 140
  private static let barCells = 16

  /// What came in behind a dialog, or was not looked at yet; shorter where there is little room.
  private static func newsCount(_ state: State, in columns: Int) -> StyledText? {
    let held = state.heldNews.count
    if held > 0 {
      let what = held == 1 ? "change waits" : "changes wait"
      return own(columns < 80 ? "+\(held)" : "\(held) \(what)", Style(.accent, .bold))
    }
    let arrivals = state.arrivals
    return arrivals > 0 ? own("\(arrivals) new", Style(.accent)) : nil
  }
}
