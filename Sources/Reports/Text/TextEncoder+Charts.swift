// SPDX-License-Identifier: MIT

import SafeText

extension TextEncoder {
  /// The least columns of a bar beside its value.
  private static let leastBar = 8

  /// Columns of a label at most.
  private var labelLimit: Int { columns * 2 / 5 }

  private func labelColumns(_ labels: [VisibleText]) -> Int {
    min(labelLimit, labels.map(\.width).max() ?? 0)
  }

  func lines(_ bars: ReportBars) -> [String] {
    let labels = bars.bars.map { visible($0.label, isFlat: true) }
    let remarks = bars.bars.map { visible($0.remark, isFlat: true) }
    var values = bars.bars.map { visible($0.value) }
    let width = labelColumns(labels)
    let most = columns - width - 4 - Self.leastBar
    // Where a remark would have to be cut, the remarks stand below.
    let told = zip(values, remarks).map { $1.width == 0 ? $0 : $0 + "  " + $1 }
    let isBeside = told.allSatisfy { $0.width <= most }
    if isBeside { values = told }
    let valueColumns = min(most, values.map(\.width).max() ?? 0)
    let room = max(1, columns - width - valueColumns - 4)
    let below = String(repeating: " ", count: width + 2)
    let largest = bars.bars.map(\.value.magnitude).max() ?? 0
    return bars.bars.indices.flatMap { index in
      let part = largest > 0 ? bars.bars[index].value.magnitude / largest : 0
      let bar = marks.bar(part, columns: room)
      let pad = String(repeating: " ", count: max(0, room - bar.unicodeScalars.count))
      let line =
        "\(column(labels[index], width))  \(bar)\(pad)  " + column(values[index], valueColumns)
      guard !isBeside, !bars.bars[index].remark.isEmpty else { return [line] }
      return [line] + wrapped(bars.bars[index].remark, first: below, rest: below)
    }
  }

  func lines(_ split: ReportSplit) -> [String] {
    let labels = split.bars.map { visible($0.label, isFlat: true) }
    let values = split.bars.map { visible($0.first) + " / " + visible($0.second) }
    let width = labelColumns(labels)
    let valueColumns = min(
      columns - width - 4 - Self.leastBar, values.map(\.width).max() ?? 0)
    let room = max(2, columns - width - valueColumns - 4)
    let most = split.bars.map { $0.first.magnitude + $0.second.magnitude }.max() ?? 0
    let legend = "\(marks.first) \(split.first.title)  \(marks.second) \(split.second.title)"
    return split.bars.indices.map { index in
      let bar = split.bars[index]
      let scale = most > 0 ? Double(room) / most : 0
      let whole = Int(((bar.first.magnitude + bar.second.magnitude) * scale).rounded())
      let first = min(whole, Int((bar.first.magnitude * scale).rounded()))
      let drawn =
        String(repeating: marks.first, count: first)
        + String(repeating: marks.second, count: whole - first)
      return "\(column(labels[index], width))  \(drawn)"
        + String(repeating: " ", count: room - whole) + "  "
        + column(values[index], valueColumns)
    } + (split.bars.isEmpty ? [] : [marks.spelled(legend)])
  }

  func lines(_ series: ReportSeries) -> [String] {
    guard let first = series.points.first, let last = series.points.last else { return [] }
    let labels = series.lines.map { VisibleText($0.column.title, .typed) }
    let width = labelColumns(labels)
    // The newest points, where there is no room for all.
    let ends = series.lines.map { line -> VisibleText in
      let most = line.values.max { $0.magnitude < $1.magnitude } ?? .none
      return visible(line.values.last ?? .none) + "  most " + visible(most)
    }
    let room = max(4, columns - width - 4 - (ends.map(\.width).max() ?? 0))
    let shown = min(room, series.points.count)
    let lines = series.lines.indices.map { index in
      let values = series.lines[index].values.suffix(shown)
      let most = values.map(\.magnitude).max() ?? 0
      let spark = String(
        values.map { value in
          value == .none
            ? " " : marks.level(most > 0 ? value.magnitude / most : 0, of: marks.levels)
        })
      return column(labels[index], width) + "  " + spark + "  " + marks.spelled(ends[index].text)
    }
    let from = series.points.count > shown ? series.points[series.points.count - shown] : first
    let range = visible(ReportText(words: "\(from.label) to \(last.label)"))
    return lines.map { String(String.UnicodeScalarView($0.unicodeScalars.prefix(columns))) }
      + [column(range, columns).withoutTrailingSpaces]
  }

  func lines(_ heat: ReportHeat) -> [String] {
    let most = Double(max(1, heat.most))
    let cells = columns >= 4 + 48 ? 2 : 1
    let rows = zip(ReportHeat.days, heat.counts).map { day, counts in
      day + " "
        + counts.map {
          String(
            repeating: String(marks.level(Double($0) / most, of: marks.heat)), count: cells)
        }.joined()
    }
    let hours = (0..<24).map { hour in
      hour % 6 == 0 ? column(VisibleText("\(hour)", .typed), cells * 6) : ""
    }.joined()
    let scale = "\(marks.heat[0]) none  \(marks.heat[4]) \(heat.most)"
    return ["    " + hours] + rows + ["    " + marks.spelled(scale)]
  }
}
