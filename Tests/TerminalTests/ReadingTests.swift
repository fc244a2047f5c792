// SPDX-License-Identifier: MIT

import Glibc
import Terminal
import TestSupport
import Testing

extension Driving {
  @Suite struct Reading {
    /// What the probe says it read last, and how many events it has seen.
    private func expect(
      _ session: ProbeSession, last: String, count: Int,
      sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
      let screen = String(decoding: try session.redrawn(), as: UTF8.self)
      #expect(screen.contains("last \(last)"), sourceLocation: sourceLocation)
      #expect(screen.contains("count \(count)"), sourceLocation: sourceLocation)
    }

    @Test(arguments: [
      ("\u{1B}[A", "up"), ("\u{1B}OA", "up"), ("\u{1B}[B", "down"), ("\u{1B}OB", "down"),
      ("\u{1B}[C", "right"), ("\u{1B}OD", "left"), ("\u{1B}[H", "home"), ("\u{1B}OF", "end"),
      ("\u{1B}[1~", "home"), ("\u{1B}[4~", "end"), ("\u{1B}[5~", "pageUp"),
      ("\u{1B}[6~", "pageDown"), ("\u{1B}[2~", "insert"), ("\u{1B}[3~", "delete"),
      ("\u{1B}[Z", "backtab"), ("\u{1B}OP", "function(1)"), ("\u{1B}[24~", "function(12)"),
      ("\u{1B}", "escape"), ("\r", "enter"), ("\n", "control(\"j\")"), ("\t", "tab"),
      ("\u{7F}", "backspace"), ("\u{08}", "backspace"), (" ", "character(\" \")"),
      ("\u{03}", "control(\"c\")"), ("\u{1C}", "control(\"\\\\\")"), ("\u{13}", "control(\"s\")"),
      ("\u{04}", "control(\"d\")"), ("é", "character(\"\\u{00E9}\")"),
      ("日", "character(\"\\u{65E5}\")"),
    ])
    func `a key`(bytes: String, name: String) throws {
      let session = try ProbeSession()
      session.pty.send(bytes)
      if bytes == "\u{1B}" {
        // What follows an Escape too soon would be taken for the rest of a sequence.
        try session.pty.readUntil("the escape shown") { !$0.isEmpty }
      }
      try expect(session, last: "key(Cells.Key.\(name))", count: 1)
    }

    @Test func `a split arrow sequence is one key`() throws {
      // A generous delay, so that a slow machine decides nothing.
      let session = try ProbeSession(environment: ["ESCDELAY": "5000"])
      for part in ["\u{1B}", "O", "A"] {
        session.pty.send(part)
        session.pty.readUntilQuiet(milliseconds: 60)
      }
      try expect(session, last: "key(Cells.Key.up)", count: 1)
    }

    /// What follows a paste without a pause is dropped with it.
    private func waitForAftermath() { usleep(UInt32(InputAssembler.aftermath) * 2000) }

    @Test func `a paste is one event and executes nothing`() throws {
      let session = try ProbeSession()
      session.pty.send("\u{1B}[200~aq\rT\u{1B}OA\u{3}é日\u{1B}[201~")
      waitForAftermath()
      try expect(session, last: "paste(\"aq\\nT\\u{03}é日\")", count: 1)
    }

    @Test func `a paste that comes in pieces is still one event`() throws {
      let session = try ProbeSession()
      for part in ["\u{1B}[200~one q", " two q", " three\u{1B}[201~"] {
        session.pty.send(part)
        session.pty.readUntilQuiet(milliseconds: 60)
      }
      waitForAftermath()
      try expect(session, last: "paste(\"one q two q three\")", count: 1)
    }

    @Test func `a hundred keys in one write all arrive`() throws {
      let session = try ProbeSession()
      session.pty.send(String(repeating: "j", count: 100))
      try expect(session, last: "key(Cells.Key.character(\"j\"))", count: 100)
    }

    @Test func `a new size is an event, and the whole frame comes`() throws {
      let session = try ProbeSession()
      session.pty.resize(rows: 30, columns: 100)
      try session.pty.readUntil("the new size") { $0.contains("probe 30x100") }
      session.pty.readUntilQuiet()
      try expect(session, last: "resized(Cells.Size(rows: 30, columns: 100))", count: 1)
    }

    @Test func `any size survives`() throws {
      let session = try ProbeSession()
      for (rows, columns) in [(1, 1), (2, 200), (200, 2), (5, 5), (60, 200)] {
        session.pty.resize(rows: rows, columns: columns)
        session.pty.readUntilQuiet(milliseconds: 100)
      }
      session.pty.resize(rows: 24, columns: 80)
      try session.pty.readUntil("the last size") { $0.contains("probe 24x80") }
      session.pty.send("q")
      #expect(try session.pty.waitForEnd() == .exited(0))
    }
  }
}
