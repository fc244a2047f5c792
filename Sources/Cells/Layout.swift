// SPDX-License-Identifier: MIT

/// How wide a column of a table may be.
public enum ColumnWidth: Hashable, Sendable {
  /// Exactly so many columns of the screen, or not shown.
  case fixed(Int)
  /// At least `minimum` columns, and a part of what is left in proportion to `share`.
  case flexible(minimum: Int, share: Int = 1)

  fileprivate var least: Int {
    switch self {
    case .fixed(let width): max(0, width)
    case .flexible(let minimum, _): max(0, minimum)
    }
  }

  fileprivate var share: Int {
    switch self {
    case .fixed: 0
    case .flexible(_, let share): max(0, share)
    }
  }
}

/// Where things go on screens of different size.
public enum Layout {
  /// Blank columns between two columns of a table.
  public static let gap = 2
  /// The width from which panes stand side by side.
  public static let sideBySideColumns = 120

  /// The widths of a table's columns in so many screen columns; 0 is a column without room.
  ///
  /// Where the least widths do not fit, fixed columns are left out from the right, then flexible
  /// ones; the last that remains takes what there is.
  public static func widths(
    of columns: [ColumnWidth], in total: Int, gap: Int = Layout.gap
  ) -> [Int] {
    var shown = Array(columns.indices)
    func needed() -> Int {
      shown.reduce(0) { $0 + columns[$1].least } + gap * max(0, shown.count - 1)
    }
    while needed() > total, shown.count > 1 {
      shown.remove(at: shown.lastIndex { columns[$0].share == 0 } ?? shown.count - 1)
    }
    var widths = Array(repeating: 0, count: columns.count)
    for index in shown { widths[index] = min(columns[index].least, max(0, total)) }
    var left = max(0, total - needed())
    var shares = shown.reduce(0) { $0 + columns[$1].share }
    for index in shown where columns[index].share > 0 {
      // Taking each part of what is still left spreads the remainder of the division.
      let part = left * columns[index].share / shares
      widths[index] += part
      left -= part
      shares -= columns[index].share
    }
    return widths
  }
}
