// SPDX-License-Identifier: MIT

import TestSupport
import Testing

extension Driving {
  @Suite(.enabled(if: TmuxScreen.isAvailable, "tmux is not installed"))
  struct `On a real screen` {
    private func started(_ environment: [String: String] = [:]) throws -> TmuxScreen {
      let screen = try TmuxScreen(ProbeSession.program, environment: environment)
      try screen.waitUntil(shows: "row 7")
      return screen
    }

    @Test func `wide glyphs and combining marks keep their columns`() throws {
      let lines = try started().capture()
      #expect(lines[1] == "│ é 日 |  x\u{302}|")
    }

    @Test func `the lower right cell is drawn without scrolling`() throws {
      let lines = try started().capture()
      #expect(lines[0].hasPrefix("probe 24x80"))
      #expect(lines[23] == String(repeating: " ", count: 79) + "#")
    }

    @Test func `roles and emphasis arrive as attributes`() throws {
      let screen = StyledScreen(try started().capture(styled: true))
      #expect(screen.leading[0] == ["1"])
      #expect(screen.leading[2] == [])
      #expect(screen.leading[5] == ["7"])
      #expect(screen.leading[6] == ["1", "7", "38;5;203"])
      #expect(screen.leading[7] == ["1", "38;5;203"])
    }

    @Test func `another theme repaints what stands there already`() throws {
      let screen = try started()
      try screen.press("t")
      try screen.waitUntil(shows: "count 1")
      #expect(StyledScreen(try screen.capture(styled: true)).leading[7] == ["1", "38;5;160"])
      try screen.press("t")
      try screen.waitUntil(shows: "count 2")
      let contrast = StyledScreen(try screen.capture(styled: true)).leading
      #expect(contrast[7] == ["1", "38;5;210", "48;5;16"])
      #expect(contrast[23].contains("48;5;16"))
      for count in 3...4 {
        try screen.press("t")
        try screen.waitUntil(shows: "count \(count)")
      }
      #expect(StyledScreen(try screen.capture(styled: true)).leading[7] == ["1", "38;5;203"])
    }

    @Test func `without colour the emphasis stays`() throws {
      let screen = StyledScreen(try started(["NO_COLOR": "1"]).capture(styled: true))
      #expect(screen.leading[6] == ["1", "7"])
      #expect(screen.leading[7] == ["1"])
    }

    @Test func `moving the reversed row leaves no trace`() throws {
      let screen = try started()
      let before = try screen.capture(styled: true)
      for _ in 0..<8 { try screen.press("j") }
      try screen.waitUntil(shows: "count 8")
      #expect(try screen.capture(styled: true)[4...] == before[4...])
    }

    @Test func `the cursor stands where the grid puts it`() throws {
      let screen = try started()
      #expect(try screen.cursor() == ("6,3", false))
      try screen.press("i")
      try screen.waitUntil(shows: "count 1")
      #expect(try screen.cursor() == ("6,3", true))
    }

    @Test func `a paste executes nothing`() throws {
      let screen = try started()
      try screen.paste("aq\nT")
      try screen.waitUntil(shows: "last paste(\"aq\\nT\")")
      try screen.waitUntil(shows: "count 1")
    }

    @Test func `a resize is drawn`() throws {
      let screen = try started()
      try screen.resize(columns: 100, rows: 30)
      try screen.waitUntil("30 rows of 100 with the corner drawn") {
        $0[0].hasPrefix("probe 30x100") && $0.count >= 30 && $0[29].hasSuffix("#")
      }
    }

    @Test func `what others wrote on the screen goes with Control-L`() throws {
      let screen = try started()
      let tty = try screen.terminalPath()
      let wall = try ProgramOutput.of(
        "/bin/sh", ["-c", "printf 'Broadcast message' > \(tty)"],
        environment: PseudoTerminal.environment)
      #expect(wall.ending == .exited(0))
      try screen.waitUntil(shows: "Broadcast")
      try screen.press("C-l")
      try screen.waitUntil("no broadcast") { !$0.contains { $0.contains("Broadcast") } }
    }
  }
}
