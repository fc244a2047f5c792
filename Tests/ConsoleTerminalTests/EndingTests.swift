// SPDX-License-Identifier: MIT

import Glibc
import TestSupport
import Testing

extension `The console in a terminal` {
  @Suite struct Ending {
    private func started(_ home: Home, rows: Int = 24, columns: Int = 80) throws
      -> (pty: PseudoTerminal, modes: TerminalModes)
    {
      let pty = try PseudoTerminal(rows: rows, columns: columns)
      let modes = pty.modes
      try pty.run(Home.program, environment: home.environment)
      try pty.readUntil("Hands-on-keyboard")
      #expect(pty.modes != modes)
      return (pty, modes)
    }

    private func expectGivenBack(_ pty: PseudoTerminal, _ modes: TerminalModes) {
      #expect(pty.modes == modes)
      let output = pty.output
      #expect(output.after(last: "\u{1B}[?1049h").contains("\u{1B}[?1049l"))
      #expect(output.after(last: "\u{1B}[?25l").contains("\u{1B}[?25h"))
      #expect(output.after(last: "\u{1B}[?2004h").contains("\u{1B}[?2004l"))
    }

    @Test func `q gives the terminal back`() throws {
      let home = try Home.withDemo()
      let (pty, modes) = try started(home)
      pty.send("q")
      #expect(try pty.waitForEnd() == .exited(0))
      expectGivenBack(pty, modes)
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
    func `a signal gives the terminal back`(signal: Int32) throws {
      let home = try Home.withDemo()
      let (pty, modes) = try started(home)
      pty.signal(signal)
      #expect(try pty.waitForEnd() == .exited(128 + signal))
      expectGivenBack(pty, modes)
    }

    @Test func `Control-C and Control-backslash are keys that end nothing`() throws {
      let home = try Home.withDemo()
      let console = try ConsoleScreen(in: home)
      let first = try #require(try console.selection())
      try console.tmux.press("C-c", "C-\\", "j")
      try console.tmux.waitUntil("the next selection") {
        ConsoleScreen.selection(on: $0).map { $0 != first } ?? false
      }
      try console.quit()
    }

    @Test func `Control-Z and fg keep the selection`() throws {
      let home = try Home.withDemo()
      let screen = try TmuxScreen("/bin/sh -i", environment: home.environment)
      try screen.waitUntil("a prompt") { $0.contains { $0.hasPrefix("$") || $0.hasPrefix("#") } }
      try screen.type("PS1='shell: '; \(Home.program)\n")
      try screen.waitUntil("the queue") { ConsoleScreen.selection(on: $0) != nil }
      try screen.press("j", "j", "j")
      try screen.waitUntil("the fourth row") { screen in
        screen.contains { $0.contains(" 4/") }
      }
      let before = try screen.settled()
      try screen.press("C-z")
      try screen.waitUntil("the shell") { screen in
        screen.contains { $0.contains("Stopped") } && screen.contains { $0.hasPrefix("shell:") }
      }
      try screen.type("fg\n")
      // But for the clock, the screen is as it was.
      try screen.waitUntil("the same screen") { $0.dropFirst() == before.dropFirst() }
      try screen.press("q")
      try screen.waitUntil("the shell") { !$0.contains { $0.contains("1 Queue") } }
      try screen.type("stty -a\n")
      try screen.waitUntil("sane modes") { screen in
        screen.contains { $0.contains(" icanon") } && screen.contains { $0.contains(" echo ") }
      }
    }

    @Test func `a resize keeps the selection, however small it gets between`() throws {
      let home = try Home.withDemo()
      let console = try ConsoleScreen(in: home, size: ScreenSize(columns: 140, rows: 40))
      let first = try #require(try console.selection())
      try console.tmux.press("j", "j", "j", "j", "j", "j")
      let screen = try console.tmux.waitUntil("the seventh row") { screen in
        screen.contains { $0.contains(" 7/") } && ConsoleScreen.selection(on: screen) != first
      }
      let selected = try #require(ConsoleScreen.selection(on: screen))
      #expect(selected != first)
      try console.tmux.resize(columns: 80, rows: 24)
      try console.tmux.waitUntil("the panes stacked") { screen in
        ConsoleScreen.selection(on: screen) == selected
          && screen.first { $0.contains("1 Queue") }?.contains("2 Summary") == false
          && screen.count >= 24 && screen[23].contains("q quit")
      }
      try console.tmux.resize(columns: 50, rows: 10)
      try console.tmux.waitUntil("what it needs") { screen in
        screen[0] == "tocsin needs 60×12." && screen[1] == "This is 50×10. q quits."
          && screen.dropFirst(2).allSatisfy(\.isEmpty)
      }
      // What cannot be seen cannot be done.
      try console.tmux.press("j", "a", "R")
      try console.tmux.resize(columns: 80, rows: 24)
      try console.tmux.waitUntil("the selection") { screen in
        ConsoleScreen.selection(on: screen) == selected && screen[23].contains("q quit")
      }
      try console.quit()
      #expect(try JournalFile(of: home).actions.isEmpty)
    }

    @Test func `q leaves even where nothing else fits`() throws {
      let home = try Home.withDemo()
      let console = try ConsoleScreen(in: home)
      try console.tmux.resize(columns: 50, rows: 10)
      try console.tmux.waitUntil(shows: "q quits")
      try console.quit()
    }

    @Test func `where it cannot draw it says so and what works`() throws {
      let home = try Home.withDemo()
      let pty = try PseudoTerminal()
      let modes = pty.modes
      var environment = home.environment
      environment["TERM"] = "dumb"
      try pty.run(Home.program, environment: environment)
      #expect(try pty.waitForEnd() == .exited(69))
      #expect(
        String(decoding: pty.output, as: UTF8.self)
          == "tocsin: The terminal 'dumb' cannot place its cursor; the commands "
          + "(list, show, …) work on it.\r\n")
      #expect(pty.modes == modes)
    }

    @Test func `keys come from the terminal where standard input is none`() throws {
      let home = try Home.withDemo()
      let pty = try PseudoTerminal()
      try pty.run(
        "/bin/sh", ["-c", "\(Home.program) </dev/null"], environment: home.environment)
      try pty.readUntil("Hands-on-keyboard")
      pty.send("q")
      #expect(try pty.waitForEnd() == .exited(0))
    }

    @Test func `without a terminal the console is a page of text`() throws {
      let home = try Home.withDemo()
      let output = try home.run()
      #expect(output.ending == .exited(0))
      #expect(output.text.contains("48213"))
      #expect(!output.text.unicodeScalars.contains("\u{1B}"))
    }
  }
}
