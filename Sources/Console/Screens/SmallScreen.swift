// SPDX-License-Identifier: MIT

import Cells

/// What is shown where nothing else fits; what is open waits; else only quitting works.
enum SmallScreen {
  static func draw(_ state: State, on grid: inout Grid) {
    let least = Frame.minimum
    let by = state.isASCII ? "x" : "×"
    let quit = state.keymap.key("quit") ?? "q"
    let waiting = state.waiting
    let lines =
      [
        "tocsin needs \(least.columns)\(by)\(least.rows).",
        "This is \(state.size.columns)\(by)\(state.size.rows). "
          + (waiting == nil ? "\(quit) quits." : "Enlarge it."),
      ] + (waiting.map { ["\($0)", "No key does anything here."] } ?? [])
    for (row, line) in lines.enumerated() {
      grid.draw(own(line).text, row: row, column: 0, width: state.size.columns)
    }
  }
}
