// SPDX-License-Identifier: MIT

import Cells
import Incidents

/// Where everything stands: a pure function of size, focus and zoom.
struct Frame {
  /// The least size that shows everything a question must show.
  static let minimum = Size(rows: 12, columns: 60)
  /// The width from which the panes stand side by side, in boxes.
  static let sideBySideColumns = 120
  /// The height from which all three panes fit one below the other.
  static let stackedRows = 18
  /// The fewest content rows a pane keeps when the panes are stacked.
  static let leastRows = 3
  /// The fewest columns of the queue beside the other panes: its table with a short title.
  static let leastQueueColumns = 62
  /// The queue's part of the width beside the other panes, in hundredths.
  static let queueShare = 48
  /// The fewest rows of the responses beside the queue, border and all.
  static let leastResponseRows = 6
  /// Rows the responses need beside one each: the border, a blank, and a line of the selected one.
  static let responseMargin = 4
  /// The most the responses take of the height beside the queue, in fifths: at rest, with the focus.
  static let responseFifths = (atRest: 2, focused: 3)
  /// The fewest rows of the summary beside the queue, border and tabs included.
  static let leastSummaryRows = 5
  /// What of the height a stacked pane has without the focus, in eighteenths: under a focused queue
  /// both panes show enough to decide by, else the others are only kept in view.
  static let eighteenths = (summary: 6, responses: 5, other: 4)
  /// The rows from which the queue names its columns.
  static let headedQueueRows = 5

  let size: Size
  let isTooSmall: Bool
  let isSideBySide: Bool
  let isPlain: Bool
  let header: Rect
  let message: Rect
  let footer: Rect
  /// The shown panes, with their border or rule.
  private(set) var panes: [Pane: Rect] = [:]

  init(_ state: State) {
    size = state.size
    isTooSmall = size.rows < Self.minimum.rows || size.columns < Self.minimum.columns
    isPlain = state.isPlain
    isSideBySide = size.columns >= Self.sideBySideColumns && !state.isPlain
    let (top, below) = Rect(size).splitTop(1)
    let (body, bottom) = below.splitTop(below.rows - 2)
    header = top
    (message, footer) = bottom.splitTop(1)
    guard !isTooSmall else { return }
    // Read out line by line, two panes beside each other would be mixed up.
    if state.isPlain || state.isZoomed || (!isSideBySide && size.rows < Self.stackedRows) {
      panes = [state.focus: body]
    } else if isSideBySide {
      panes = Self.sideBySide(body, state)
    } else {
      panes = Self.stacked(body, focus: state.focus)
    }
  }

  private static func sideBySide(_ body: Rect, _ state: State) -> [Pane: Rect] {
    let (left, right) = body.splitLeft(
      max(leastQueueColumns, body.columns * queueShare / 100))
    let wanted = (state.selectedView?.responses.count ?? 0) + responseMargin
    let fifths = state.focus == .responses ? responseFifths.focused : responseFifths.atRest
    // A wide but low screen still shows two lines of each.
    let lower = min(
      max(wanted, leastResponseRows), max(leastResponseRows, body.rows * fifths / 5),
      body.rows - leastSummaryRows)
    let (top, bottom) = right.splitTop(right.rows - lower)
    return [.queue: left, .summary: top, .responses: bottom]
  }

  /// The focused pane grows; the others keep their share, and at least three rows.
  private static func stacked(_ body: Rect, focus: Pane) -> [Pane: Rect] {
    let total = body.rows - Pane.allCases.count
    var rows: [Pane: Int] = [:]
    if focus == .queue {
      rows[.summary] = max(leastRows, total * eighteenths.summary / 18)
      rows[.responses] = max(leastRows, total * eighteenths.responses / 18)
    } else {
      for pane in Pane.allCases where pane != focus {
        rows[pane] = max(leastRows, total * eighteenths.other / 18)
      }
    }
    rows[focus] = total - rows.values.reduce(0, +)
    var rest = body
    var panes: [Pane: Rect] = [:]
    for pane in Pane.allCases {
      (panes[pane], rest) = rest.splitTop((rows[pane] ?? 0) + 1)
    }
    return panes
  }

  /// The inside of a pane: without border, rule, tabs or column names.
  func content(of pane: Pane) -> Rect {
    guard let rect = panes[pane] else { return Rect(row: 0, column: 0, rows: 0, columns: 0) }
    let inside =
      isPlain
      ? rect.inset(top: 1)
      : isSideBySide
        ? rect.inset(top: 1, left: 1, bottom: 1, right: 2) : rect.inset(top: 1, right: 1)
    switch pane {
    case .queue: return hasColumnNames ? inside.inset(top: 1) : inside
    case .summary: return inside.inset(top: 1)
    case .responses: return inside
    }
  }

  /// A row of a pane from edge to edge, for the selection.
  func line(at row: Int, in pane: Pane) -> Rect {
    let content = content(of: pane)
    return Rect(row: row, column: content.column, rows: 1, columns: content.columns + 1)
  }

  /// Whether the queue has room to name its columns.
  var hasColumnNames: Bool {
    !isPlain && (panes[.queue]?.rows ?? 0) - (isSideBySide ? 2 : 1) >= Self.headedQueueRows
  }

  func rows(of pane: Pane) -> Int { content(of: pane).rows }
  func columns(of pane: Pane) -> Int { content(of: pane).columns }
}
