// SPDX-License-Identifier: MIT

import Glibc
import TestSupport
import Testing

extension `The console in a terminal` {
  @Suite struct Look {
    private static let mouseOn = "\u{1B}[?1000h\u{1B}[?1006h"
    private static let mouseOff = "\u{1B}[?1006l\u{1B}[?1000l"

    private func withMouse(_ home: Home) throws -> PseudoTerminal {
      let pty = try PseudoTerminal()
      try pty.run(Home.program, environment: home.environment)
      try pty.readUntil("Hands-on-keyboard")
      #expect(!pty.output.contains("\u{1B}[?1000h"))
      pty.send("\u{1B}OR")
      try pty.readUntil("the mode") { $0.contains(Self.mouseOn) }
      return pty
    }

    @Test(arguments: [0, SIGTERM, SIGSEGV])
    func `however it ends, the mouse is the terminal's again`(signal: Int32) throws {
      let pty = try withMouse(Home.withDemo())
      if signal == 0 { pty.send("q") } else { pty.signal(signal) }
      _ = try pty.waitForEnd()
      #expect(pty.output.after(last: Self.mouseOn).contains(Self.mouseOff))
    }

    @Test func `F3 turns the mouse off again`() throws {
      let pty = try withMouse(Home.withDemo())
      pty.send("\u{1B}OR")
      try pty.readUntil("the mode") { $0.contains(Self.mouseOff) }
      pty.send("q")
      #expect(try pty.waitForEnd() == .exited(0))
      #expect(pty.output.count(of: Self.mouseOff) == 1)
    }

    @Test(arguments: [
      ("dark", "38;5;203", "38;5;160"), ("light", "38;5;160", "38;5;203"),
      ("high-contrast", "48;5;16", "38;5;203"), ("mono", "[1m", "38;5"),
    ])
    func `the theme is the one that was asked for`(
      theme: String, has: String, lacks: String
    ) throws {
      let home = try Home.withDemo()
      let console = try ConsoleScreen("--theme \(theme)", in: home)
      let styled = try console.tmux.capture(styled: true).joined()
      #expect(styled.contains(has) && !styled.contains(lacks))
      try console.quit()
    }

    @Test func `plain screens have the cursor on the selected row, and no lines`() throws {
      let home = try Home.withDemo()
      let tmux = try TmuxScreen("\(Home.program) --plain", environment: home.environment)
      try tmux.waitUntil(shows: "selected, ")
      for row in 2...4 {
        #expect(try tmux.cursor() == ("0,\(row)", true))
        let screen = try tmux.capture()
        #expect(screen[row].hasPrefix("selected, "))
        #expect(!screen.joined().unicodeScalars.contains { (0x2500...0x25FF).contains($0.value) })
        try tmux.press("j")
        try tmux.waitUntil("the next row") { $0[row + 1].hasPrefix("selected, ") }
      }
    }
  }
}
