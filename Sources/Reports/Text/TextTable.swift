// SPDX-License-Identifier: MIT

import SafeText

/// A table for the terminal: columns of text share what room there is and wrap in it; where that
/// is too little, each row is a list of its cells.
struct TextTable {
  /// The least columns of text worth wrapping in.
  private static let least = 8
  private static let gap = "  "

  private let table: ReportTable
  private let encoder: TextEncoder
  private let titles: [VisibleText]
  private let cells: [[VisibleText]]

  init(_ table: ReportTable, in encoder: TextEncoder) {
    self.table = table
    self.encoder = encoder
    titles = table.columns.map { VisibleText($0.title, .typed) }
    cells = table.rows.map { row in
      table.columns.indices.map { encoder.visible(row.cell($0)) }
    }
  }

  var lines: [String] {
    guard !table.rows.isEmpty else {
      return encoder.captioned(table.caption, encoder.wrapped(table.placeholder))
    }
    return encoder.wrapped(table.caption) + (widths.map(grid) ?? stack)
  }

  /// Columns for each column, or `nil` if they cannot stand side by side.
  private var widths: [Int]? {
    let natural = titles.indices.map { index in
      cells.reduce(titles[index].width) { max($0, $1[index].width) }
    }
    let gaps = Self.gap.count * (titles.count - 1)
    if natural.reduce(gaps, +) <= encoder.columns { return natural }
    let isText = table.columns.map { $0.kind == .text }
    let fixed = natural.indices.reduce(gaps) { $0 + (isText[$1] ? 0 : natural[$1]) }
    var room = encoder.columns - fixed
    // The narrow ones take what they need, the others share the rest.
    var widths = natural
    var wide = natural.indices.filter { isText[$0] }
    guard !wide.isEmpty else { return nil }
    while let narrow = wide.first(where: { natural[$0] <= room / wide.count }) {
      room -= natural[narrow]
      wide.removeAll { $0 == narrow }
      if wide.isEmpty { return widths }
    }
    let share = room / wide.count
    guard share >= Self.least else { return nil }
    for index in wide { widths[index] = share }
    if let last = wide.last { widths[last] += room - share * wide.count }
    return widths
  }

  private func grid(_ widths: [Int]) -> [String] {
    let rule = widths.map { String(repeating: encoder.marks.rule, count: $0) }
    return [line(titles, widths)].flatMap { $0 } + [rule.joined(separator: Self.gap)]
      + cells.flatMap { line($0, widths) }
  }

  private func line(_ cells: [VisibleText], _ widths: [Int]) -> [String] {
    let wrapped = cells.indices.map { cells[$0].wrapped(to: widths[$0]) }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { line in
      cells.indices.map { index in
        let text = line < wrapped[index].count ? wrapped[index][line] : .empty
        return encoder.column(text, widths[index], isRight: table.columns[index].isNumeric)
      }.joined(separator: Self.gap)
    }
  }

  private var stack: [String] {
    cells.enumerated().flatMap { place, row in
      (place == 0 ? [] : [""])
        + row.indices.flatMap { index in
          (titles[index] + ": " + row[index]).wrapped(to: encoder.columns)
            .map { encoder.marks.spelled($0.text) }
        }
    }
  }
}
