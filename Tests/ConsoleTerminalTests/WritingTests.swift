// SPDX-License-Identifier: MIT

import FoundationEssentials
import Glibc
import TestSupport
import Testing

extension `The console in a terminal` {
  @Suite struct Writing {
    /// An editor that notes what it sees, adds a line, and ends as it is told.
    private func editor(_ home: Home, status: Int32 = 0) throws -> String {
      let path = "\(home.path)/editor"
      try """
      #!/bin/sh
      ls -l /proc/self/fd > \(home.path)/descriptors
      stat -c %a "$2" > \(home.path)/mode
      cat "$2" > \(home.path)/seen
      stty -a < /dev/tty > \(home.path)/modes
      printf 'from the %s\\nand more\\n' "$1" >> "$2"
      exit \(status)
      """.write(toFile: path, atomically: true, encoding: .utf8)
      chmod(path, 0o700)
      return "\(path) editor"
    }

    private func text(_ path: String) throws -> String {
      String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    }

    private func editorFiles(_ home: Home) throws -> [String] {
      let names = try FileManager.default.subpathsOfDirectory(atPath: "\(home.path)/state")
      return names.filter { $0.hasSuffix(".txt") }
    }

    @Test func `an editor has the terminal as it was, and nothing of ours`() throws {
      let home = try Home.withDemo()
      let console = try ConsoleScreen(in: home, environment: ["EDITOR": editor(home)])
      try console.tmux.press("c")
      try console.tmux.waitUntil(shows: "Comment on")
      try console.tmux.type("typed")
      try console.tmux.press("C-x", "C-e")
      try console.tmux.waitUntil(shows: "from the editor")
      try console.tmux.waitUntil(shows: "nothing is recorded yet")
      #expect(try JournalFile(of: home).actions.isEmpty)
      #expect(try text("\(home.path)/seen") == "typed\n")
      #expect(try text("\(home.path)/mode") == "600\n")
      #expect(try text("\(home.path)/modes").contains(" icanon"))
      let descriptors = try text("\(home.path)/descriptors")
      #expect(!descriptors.contains("/data/tocsin"), "\(descriptors)")
      #expect(!descriptors.contains("/state/tocsin"), "\(descriptors)")
      #expect(try editorFiles(home).isEmpty)
      try console.record("Enter")
      let action = try #require(try JournalFile(of: home).actions.last)
      #expect(action.body.text == "typed\nfrom the editor\nand more")
      try console.quit()
    }

    @Test func `an editor that fails or is not there leaves the text`() throws {
      let home = try Home.withDemo()
      for (command, sentence) in [
        (try editor(home, status: 3), "The editor ended with status 3."),
        ("no-such-editor", "was not found"), ("", "set VISUAL or EDITOR"),
      ] {
        let console = try ConsoleScreen(in: home, environment: ["EDITOR": command])
        try console.tmux.press("c")
        try console.tmux.waitUntil(shows: "Comment on")
        try console.tmux.type("kept")
        try console.tmux.press("C-x", "C-e")
        try console.tmux.waitUntil(shows: sentence)
        try console.tmux.press("C-u", "Escape")
        try console.tmux.waitUntil("the panes") { !$0.contains { $0.contains("Comment on") } }
        try console.quit()
        #expect(try editorFiles(home).isEmpty)
      }
    }

    @Test func `a lost connection keeps what was typed, and the next console offers it`() throws {
      let home = try Home.withDemo()
      let pty = try PseudoTerminal(rows: 24, columns: 80)
      try pty.run(Home.program, environment: home.environment)
      try pty.readUntil("Hands-on-keyboard")
      pty.send("c")
      try pty.readUntil("Comment on")
      pty.send("half a thought")
      try pty.readUntil("thought")
      pty.signal(SIGHUP)
      #expect(try pty.waitForEnd() == .exited(128 + SIGHUP))
      let console = try ConsoleScreen(in: home)
      try console.tmux.waitUntil(shows: "was kept: c continues it")
      try console.tmux.press("c")
      try console.tmux.waitUntil(shows: "half a thought")
      try console.record("Enter")
      try console.quit()
      // What was recorded is no draft any more.
      let names = try FileManager.default.subpathsOfDirectory(atPath: "\(home.path)/state")
      #expect(!names.contains { $0.contains("/drafts/") }, "\(names)")
    }

    @Test func `what is typed is on the disk soon after the last key`() throws {
      let home = try Home.withDemo()
      let console = try ConsoleScreen(in: home)
      try console.tmux.press("e")
      try console.tmux.waitUntil(shows: "Note on")
      try console.tmux.type("stolen hash")
      var kept = ""
      for _ in 0..<400 where !kept.contains("stolen hash") {
        usleep(20_000)
        let names = try FileManager.default.subpathsOfDirectory(atPath: "\(home.path)/state")
        kept = try names.filter { $0.hasSuffix(".json") }.map {
          try text("\(home.path)/state/\($0)")
        }
        .joined()
      }
      #expect(kept.contains(#""hypothesis"],"text":"stolen hash""#))
      try console.tmux.press("Escape")
      try console.tmux.waitUntil(shows: "Kept as a draft")
      try console.quit()
    }
  }
}
