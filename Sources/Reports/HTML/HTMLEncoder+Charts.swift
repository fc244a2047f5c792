// SPDX-License-Identifier: MIT

extension HTMLEncoder {
  /// A bar is a drawing stretched to its cell, so that labels and values wrap as text does.
  private func bar(_ parts: [(style: String, percent: Double)]) -> String {
    var start = 0.0
    var rects = "<rect class=\"g\" width=\"100\" height=\"10\"/>"
    for part in parts {
      let width = min(100 - start, max(0, part.percent))
      rects +=
        "<rect class=\"\(part.style)\" x=\"\(svg(start))\" width=\"\(svg(width))\" height=\"10\"/>"
      start += width
    }
    return "<svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
      + rects + "</svg>"
  }

  func bars(_ bars: ReportBars) -> String {
    guard !bars.bars.isEmpty else { return "" }
    let most = bars.bars.map(\.value.magnitude).max() ?? 0
    let rows = bars.bars.map { row in
      let percent = most > 0 ? row.value.magnitude / most * 100 : 0
      let remark = row.remark.isEmpty ? "" : " <span class=\"r\">\(text(row.remark))</span>"
      return "<tr><td>\(text(row.label))\(behind(row.incidents))</td>"
        + "<td class=\"b\">\(bar([("a", percent)]))</td>"
        + "<td>\(value(row.value))\(remark)</td></tr>\n"
    }
    return chart(caption: text(bars.caption), rows)
  }

  func split(_ split: ReportSplit) -> String {
    guard !split.bars.isEmpty else { return "" }
    let most = split.bars.map { $0.first.magnitude + $0.second.magnitude }.max() ?? 0
    let rows = split.bars.map { row in
      let scale = most > 0 ? 100 / most : 0
      let drawn = bar([
        ("a", row.first.magnitude * scale), ("s", row.second.magnitude * scale),
      ])
      return "<tr><td>\(text(row.label))\(behind(row.incidents))</td>"
        + "<td class=\"b\">\(drawn)</td>"
        + "<td>\(value(row.first)) / \(value(row.second))</td></tr>\n"
    }
    let legend = legend([split.first.title, split.second.title])
    return chart(caption: text(split.caption) + legend, rows)
  }

  private func legend(_ titles: [String]) -> String {
    titles.enumerated().map {
      "<span class=\"k k\(min(3, $0.offset))\"></span>\(HTMLText.words($0.element))"
    }.joined()
  }

  private func chart(caption: String, _ rows: [String]) -> String {
    let caption = caption.isEmpty ? "" : "<caption>\(caption)</caption>\n"
    return "<table class=\"chart\">\n\(caption)<tbody>\n\(rows.joined())</tbody>\n</table>\n"
  }

  func series(_ series: ReportSeries) -> String {
    guard !series.points.isEmpty else { return "" }
    let (width, height, left, top) = (640.0, 150.0, 46.0, 12.0)
    let floor = height - 24
    let most = series.lines.flatMap(\.values).map(\.magnitude).max() ?? 0
    let greatest =
      series.lines.flatMap(\.values).max { $0.magnitude < $1.magnitude } ?? ReportValue.none
    let step =
      series.points.count > 1 ? (width - left - 14) / Double(series.points.count - 1) : 0
    func x(_ index: Int) -> Double {
      series.points.count > 1 ? left + Double(index) * step : (left + width) / 2
    }
    func y(_ value: ReportValue) -> Double {
      most > 0 ? floor - value.magnitude / most * (floor - top) : floor
    }
    var drawing = ""
    for line in [floor, top] {
      drawing += "<line class=\"axis\" x1=\"\(svg(left))\" x2=\"\(svg(width))\" "
      drawing += "y1=\"\(svg(line))\" y2=\"\(svg(line))\"/>"
    }
    drawing += "<text x=\"0\" y=\"\(svg(top + 4))\">\(value(greatest))</text>"
    for (number, line) in series.lines.enumerated() {
      let style = min(3, number)
      // A line is broken where there is no value.
      for part in runs(line.values.prefix(series.points.count)) where part.count > 1 {
        let points = part.map { "\(svg(x($0.offset))),\(svg(y($0.element)))" }
        drawing += "<polyline class=\"l\(style)\" points=\"\(points.joined(separator: " "))\"/>"
      }
      for part in runs(line.values.prefix(series.points.count)) {
        for point in part {
          drawing += "<circle class=\"d\(style)\" cx=\"\(svg(x(point.offset)))\" "
          drawing += "cy=\"\(svg(y(point.element)))\" r=\"2.5\"/>"
        }
      }
    }
    // As many names as there is room for, the newest among them.
    let every = max(1, (series.points.count + 7) / 8)
    for (index, point) in series.points.enumerated()
    where (series.points.count - 1 - index) % every == 0 {
      drawing +=
        "<text class=\"v\" x=\"\(svg(min(x(index), width - 32)))\" y=\"\(svg(height - 6))\">"
      drawing += "\(HTMLText.words(point.label))</text>"
    }
    let caption = text(series.caption) + legend(series.lines.map(\.column.title))
    return "<figure><figcaption>\(caption)</figcaption>"
      + "<svg viewBox=\"0 0 640 150\" role=\"img\">\(drawing)</svg></figure>\n"
  }

  private func runs(
    _ values: ArraySlice<ReportValue>
  ) -> [[(offset: Int, element: ReportValue)]] {
    values.enumerated().split { $0.element == .none }.map { Array($0) }
  }

  func heat(_ heat: ReportHeat) -> String {
    let most = Double(max(1, heat.most))
    var drawing = ""
    for hour in stride(from: 0, to: 24, by: 3) {
      drawing += "<text x=\"\(36 + hour * 25)\" y=\"11\">\(hour < 10 ? "0" : "")\(hour)</text>"
    }
    for (day, counts) in heat.counts.enumerated() {
      let top = 18 + day * 22
      drawing += "<text x=\"0\" y=\"\(top + 15)\">\(ReportHeat.days[day])</text>"
      for (hour, count) in counts.enumerated() {
        let left = 36 + hour * 25
        let part = Double(count) / most
        let opacity = count == 0 ? "" : " fill-opacity=\"\(svg(0.2 + 0.8 * part))\""
        drawing += "<rect class=\"\(count == 0 ? "g" : "a")\"\(opacity) x=\"\(left)\" y=\"\(top)\" "
        drawing += "width=\"23\" height=\"20\" rx=\"3\"/>"
        guard count > 0 else { continue }
        drawing += "<text class=\"\(part > 0.55 ? "i" : "v")\" x=\"\(svg(Double(left) + 11.5))\" "
        drawing += "y=\"\(top + 14)\">\(count)</text>"
      }
    }
    let caption = text(heat.caption)
    return "<figure><figcaption>\(caption)</figcaption>"
      + "<svg viewBox=\"0 0 640 174\" role=\"img\">\(drawing)</svg></figure>\n"
  }
}
