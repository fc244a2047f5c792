// SPDX-License-Identifier: MIT

import Cells
import Glibc
import SafeText

/// What the probe shows.
struct ProbeScreen {
  var last = "nothing"
  var count = 0
  var outcome = ""
  var selected = 0
  var showsCursor = false
  var theme = Theme.dark

  mutating func note(_ event: InputEvent) {
    // Control-L is how a test asks to see everything; it must not change what is seen.
    if event == .key(.control("l")) { return }
    last = "\(event)"
    count += 1
  }

  func grid(_ size: Size, ascii: Bool) -> Grid {
    var grid = Grid(size)
    var canvas = ProbeCanvas(size: size)
    canvas.write("probe \(size.rows)x\(size.columns) process \(getpid()).", row: 0, style: .title)
    canvas.write(ascii ? "| e" : "│ é 日 |", row: 1)
    canvas.place(Glyph.accented, row: 1, column: 10)
    canvas.write("|", row: 1, column: 11)
    canvas.write("last \(last)", row: 2)
    canvas.write("count \(count)", row: 3)
    canvas.write(outcome, row: 4)
    for index in 0..<8 {
      let isSelected = index == selected % 8
      let style = Style(.severityHigh, isSelected ? .reverse : [])
      let number = String(repeating: "row \(index) ", count: 20).prefix(size.columns)
      canvas.write(String(number), row: 6 + index, style: style)
    }
    canvas.place(Glyph("<", isToken: true), row: 5, column: 0)
    canvas.place(Glyph("#"), row: size.rows - 1, column: size.columns - 1)
    canvas.copy(to: &grid)
    grid.cursor = Point(row: 3, column: 6)
    grid.showsCursor = showsCursor
    grid.theme = theme
    return grid
  }
}

extension Glyph {
  /// An x with a circumflex, which no single scalar is.
  static let accented: Glyph = {
    var glyph = Glyph("x")
    glyph.mark = "\u{302}"
    return glyph
  }()
}
