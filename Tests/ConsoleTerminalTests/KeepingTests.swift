// SPDX-License-Identifier: MIT

import FoundationEssentials
import Glibc
import TestSupport
import Testing

extension `The console in a terminal` {
  /// What must not be lost, and what must not be written.
  @Suite struct Keeping {
    /// Keys, and what they must leave as the journal's last line.
    private static let actions: [(id: String, keys: [String], kind: String)] = [
      ("48213", ["a"], "acknowledged"),
      ("48213", ["3", "i"], "response.started"),
      ("48213", ["3", "a"], "response.acknowledged"),
      ("48213", ["w", "\u{15}carol\r"], "assigned"),
      ("48213", ["c", "called the site\r"], "commented"),
      ("48177", ["3", "f", "no such user\r"], "response.failed"),
      ("48088", ["a"], "acknowledged"),
      ("48231", ["a"], "acknowledged"),
      ("48120", ["o"], "reopened"),
      ("48120", ["u"], "undone"),
    ]

    @Test func `what was said to be saved survives a kill`() throws {
      let home = try Home.withDemo()
      for action in Self.actions {
        let pty = try PseudoTerminal()
        try pty.run(Home.program, environment: home.environment)
        try pty.readUntil("Hands-on-keyboard")
        try select(action.id, on: pty)
        for key in action.keys.dropLast() {
          pty.send(key)
          pty.readUntilQuiet(milliseconds: 100)
        }
        pty.send(action.keys.last ?? "")
        let new = try pty.readUntil("a saved line") { Self.savedNumber($0) != nil }
        pty.signal(SIGKILL)
        #expect(try pty.waitForEnd() == .killed(SIGKILL))
        let last = try #require(try JournalFile(of: home).lines.last)
        #expect(last.seq == Self.savedNumber(new))
        #expect(last.kind == action.kind)
        #expect(last.on.keys.sorted() == [action.id])
      }
      let journal = try JournalFile(of: home)
      journal.expectWellFormed()
      #expect(journal.actions.map(\.kind) == Self.actions.map(\.kind))
      let verified = try home.run("verify")
      #expect(verified.ending == .exited(0), "\(verified.text)")
    }

    /// Shows one incident alone, closed or not, and waits until the whole screen says so.
    private func select(_ id: String, on pty: PseudoTerminal) throws {
      pty.send("/")
      try pty.readUntil("Enter keeps")
      pty.send("is:any \(id)\r")
      // Only a redraw says it in one piece.
      for _ in 0..<100 {
        let start = pty.output.count
        pty.send("\u{0C}")
        pty.readUntilQuiet(milliseconds: 100)
        let redrawn = Array(pty.output[start...])
        if redrawn.contains("1/1") && redrawn.contains(id) { return }
      }
      Issue.record("\(id) could not be selected: \(PseudoTerminal.visible(pty.output))")
    }

    /// The number in "Saved #N" once something follows it.
    private static func savedNumber(_ bytes: [UInt8]) -> Int? {
      let rest = bytes.after(last: "Saved #")
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      guard digits.count < rest.count else { return nil }
      return Int(String(decoding: digits, as: UTF8.self))
    }

    @Test func `an empty store says what to do`() throws {
      let home = try Home()
      let console = try ConsoleScreen(in: home)
      let screen = try console.tmux.capture()
      for words in ["No incidents yet.", "tocsin import FILE", "tocsin demo"] {
        #expect(screen.contains { $0.contains(words) })
      }
      try console.quit()
      // Looking makes no store.
      #expect(!FileManager.default.fileExists(atPath: home.store))
    }

    @Test func `read-only, no key changes a byte`() throws {
      let home = try Home.withDemo()
      let before = try home.fingerprint()
      let console = try ConsoleScreen("--read-only", in: home)
      #expect(try console.tmux.capture()[0].contains("read-only"))
      for (pane, key, refusal) in [
        ("1", "a", "Acknowledge: "), ("1", "c", "Comment: "), ("1", "R", "Resolve: "),
        ("3", "x", "Mark done: "),
      ] {
        try console.tmux.press(pane, key)
        try console.tmux.waitUntil(shows: refusal)
      }
      try console.quit()

      let pty = try PseudoTerminal()
      try pty.run(Home.program, ["--read-only"], environment: home.environment)
      try pty.readUntil("Hands-on-keyboard")
      pty.send(randomKeys(count: 600))
      // It lived through all that: it draws when asked to, and still says that it may not write.
      pty.readUntilQuiet()
      pty.send("\u{1B}")
      pty.readUntilQuiet()
      pty.send("\u{0C}")
      try pty.readUntil("read-only")
      pty.signal(SIGTERM)
      #expect(try pty.waitForEnd() == .exited(128 + SIGTERM))
      #expect(try home.fingerprint() == before)
    }

    /// Printable keys, Enter, Tab, Backspace and Esc, the same every time; without `q`, which
    /// would end it.
    private func randomKeys(count: Int) -> [UInt8] {
      var seed: UInt64 = 20_261_124
      let keys = Array("acwxsfoiRuUyhjklgGnN/?!123 y\r\t\u{7F}\u{1B}tle".utf8)
      return (0..<count).map { _ in
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return keys[Int(seed >> 33) % keys.count]
      }
    }

    @Test func `a paste is never a command`() throws {
      let home = try Home.withDemo()
      let console = try ConsoleScreen(in: home)
      try console.select("48213")
      try console.tmux.paste("aq\rdy")
      try console.tmux.waitUntil(shows: "Paste ignored")
      try console.tmux.press("3", "x")
      try console.tmux.waitUntil(shows: "╭ Mark done")
      try console.tmux.paste("y\r")
      try console.tmux.waitUntil(shows: "A paste is no answer")
      try console.answer("╭ Mark done", "Escape")
      try console.quit()
      #expect(try JournalFile(of: home).actions.isEmpty)
    }

    @Test func `a paste is text where text is asked for`() throws {
      let home = try Home.withDemo()
      let console = try ConsoleScreen(in: home)
      try console.select("48213")
      try console.tmux.press("c")
      try console.tmux.waitUntil(shows: "Kept here, not sent to Defender.")
      try console.tmux.paste("aq\rdy \u{202E}x")
      try console.tmux.waitUntil(shows: "\\u{202E}x")
      try console.record("Enter")
      try console.quit()
      let actions = try JournalFile(of: home).actions
      #expect(actions.map(\.kind) == ["commented"])
      // Terminals send a line's end as CR; the console keeps it as what it is.
      #expect(actions.first?.body.text == "aq\ndy \u{202E}x")
      #expect(try home.run("verify").ending == .exited(0))
    }

    @Test func `copying the link asks the terminal to`() throws {
      let home = try Home.withDemo()
      let pty = try PseudoTerminal()
      try pty.run(Home.program, environment: home.environment)
      try pty.readUntil("Hands-on-keyboard")
      try select("48213", on: pty)
      pty.send("y")
      try pty.readUntil("copies to the clipboard")
      pty.send("l")
      try pty.readUntil("Sent the link")
      let payload = pty.output.after(last: "\u{1B}]52;c;").prefix { $0 != 0x07 }
      let copied = try #require(Data(base64Encoded: Data(payload)))
      #expect(
        String(decoding: copied, as: UTF8.self).hasPrefix(
          "https://security.microsoft.com/incident2/48213/overview"))
    }
  }
}
