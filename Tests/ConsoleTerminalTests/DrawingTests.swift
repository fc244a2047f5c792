// SPDX-License-Identifier: MIT

import CWidth
import Glibc
import TestSupport
import Testing

extension `The console in a terminal` {
  @Suite struct Drawing {
    /// An incident whose every text tries to deceive the terminal.
    private static let hostile = "48236"

    @Test(arguments: ScreenSize.usual)
    func `hostile text stays in its place`(size: ScreenSize) throws {
      let home = try Home.withDemo()
      let console = try ConsoleScreen(in: home, size: size)
      try console.select(Self.hostile)
      let widths = try Widths()
      // The whole width of a pane beside others, and then the whole screen, tab after tab.
      for isZoomed in [false, true] {
        try console.tmux.press("1")
        try console.tmux.press(isZoomed ? "Enter" : "2")
        try console.tmux.waitUntil("the summary") { screen in
          screen.contains { $0.contains("1 Queue") } != isZoomed
        }
        for tab in 0..<5 {
          for step in 0..<3 {
            let screen = try console.tmux.settled()
            expectIntact(screen, size, widths, "zoomed \(isZoomed), tab \(tab), page \(step)")
            try console.tmux.press("C-d")
          }
          try console.tmux.press("l")
        }
      }
      try console.tmux.press("3")
      expectIntact(try console.tmux.settled(), size, widths, "responses")
      try console.tmux.press("1")
      try console.quit()
    }

    private func expectIntact(
      _ screen: [String], _ size: ScreenSize, _ widths: Widths, _ place: Comment
    ) {
      let rows = Array(screen.prefix(size.rows))
      #expect(rows[0].hasPrefix(" tocsin") && rows[0].contains("data <1m old"), place)
      #expect(rows[size.rows - 1].hasSuffix("? help   q quit"), place)
      for (index, row) in rows.enumerated() {
        let bad = row.unicodeScalars.filter(Self.deceives)
        #expect(bad.isEmpty, "row \(index) of \(place): \(bad.map(\.value))")
      }
      guard size.columns >= 120 else {
        #expect(rows[1].hasPrefix("─"), place)
        return
      }
      // Every row of the panes begins and ends in a border, and none has text beyond it.
      let isZoomed = !rows[1].contains("1 Queue")
      let queue = max(62, size.columns * 48 / 100)
      let verticals = isZoomed ? [0, 139] : [0, queue - 1, queue, size.columns - 1]
      for (index, row) in rows.enumerated().dropFirst().dropLast(2) {
        let cells = widths.cells(of: row)
        #expect(cells.count == size.columns, "row \(index) of \(place): \(row)")
        for column in verticals where column < cells.count {
          #expect(
            "│╭╮╰╯".unicodeScalars.contains(cells[column]), "row \(index) of \(place): \(row)")
        }
      }
    }

    /// Whether a scalar on a screen can hide, turn round or control something.
    private static func deceives(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
        .unassigned:
        true
      default: scalar.properties.isDefaultIgnorableCodePoint
      }
    }

    /// The columns scalars take in a terminal.
    private struct Widths {
      private var widths = [Int8](repeating: 0, count: 0x20000)

      init() throws {
        try #require(cwidth_fill(&widths, widths.count) == 0)
      }

      /// The scalar that begins in each column; a wide one stands in both of its columns.
      func cells(of row: String) -> [Unicode.Scalar] {
        row.unicodeScalars.flatMap { scalar in
          Array(repeating: scalar, count: max(0, Int(widths[Int(scalar.value)])))
        }
      }
    }

    @Test(arguments: ScreenSize.usual)
    func `ASCII mode sends nothing above the tilde`(size: ScreenSize) throws {
      let home = try Home.withDemo()
      let pty = try PseudoTerminal(rows: size.rows, columns: size.columns)
      try pty.run(Home.program, ["--ascii"], environment: home.environment)
      try pty.readUntil("Hands-on-keyboard")
      for keys in [
        "G", "2lllll", "3", "1", "?", "\u{1B}", "/", "\u{1B}", "y", "\u{1B}", "R", "\u{1B}",
      ] {
        pty.send(keys)
        pty.readUntilQuiet(milliseconds: 120)
      }
      #expect(pty.output.contains("1 Queue"))
      #expect(pty.output.contains("Classification"))
      let bad = pty.output.filter { $0 > 0x7E }
      #expect(bad.isEmpty, "\(PseudoTerminal.visible(bad))")
      pty.send("q")
      #expect(try pty.waitForEnd() == .exited(0))
    }

    @Test func `NO_COLOR leaves emphasis and no colour`() throws {
      let home = try Home.withDemo()
      let plain = try ConsoleScreen(in: home, environment: ["NO_COLOR": "1"])
      let colorful = try ConsoleScreen(in: home)
      #expect(try !colors(on: colorful).isEmpty)
      #expect(try colors(on: plain).isEmpty)
      // The selection is still to be seen.
      #expect(try codes(on: plain).contains("7"))
    }

    /// The SGR codes on a screen.
    private func codes(on console: ConsoleScreen) throws -> Set<String> {
      let text = try console.tmux.capture(styled: true).joined()
      let sequences = text.split(separator: "\u{1B}[").dropFirst().map { $0.prefix { $0 != "m" } }
      return Set(sequences.flatMap { $0.split(separator: ";").map(String.init) })
    }

    /// The SGR codes on a screen that set a colour.
    private func colors(on console: ConsoleScreen) throws -> Set<String> {
      var colors: Set<String> = ["38", "48"]
      for code in 0...7 {
        colors.formUnion([30, 40, 90, 100].map { String($0 + code) })
      }
      return try codes(on: console).intersection(colors)
    }

    @Test func `a terminal that is not known here is drawn on all the same`() throws {
      let home = try Home.withDemo()
      let term = "xterm-kitty"
      let isKnown = ["/lib", "/etc", "/usr/share", "/usr/lib"].contains {
        access("\($0)/terminfo/x/\(term)", F_OK) == 0
      }
      let console = try ConsoleScreen(in: home, environment: ["TERM": term])
      let notice = "The terminal 'xterm-kitty' is not known here"
      #expect(try console.tmux.capture().contains { $0.contains(notice) } == !isKnown)
      try console.select("48213")
      try console.quit()
    }

    @Test func `without a locale lines are still lines`() throws {
      let home = try Home.withDemo()
      let console = try ConsoleScreen(
        in: home, environment: ["LC_ALL": "", "LANG": "", "LC_CTYPE": ""])
      let screen = try console.tmux.waitUntil("the notice") { screen in
        screen.contains { $0.contains("The locale names no encoding") }
      }
      #expect(screen[1].hasPrefix("─ 1 Queue"))
      try console.quit()
    }
  }
}
