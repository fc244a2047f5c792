// SPDX-License-Identifier: MIT

import Glibc
import TestSupport
import Testing

extension Driving {
  @Suite struct Suspending {
    /// A shell with job control, and the probe in its foreground.
    private func started() throws -> (session: ProbeSession, probe: pid_t) {
      let pty = try PseudoTerminal()
      try pty.run("/bin/sh", ["-i"], environment: ["PS1": "shell> "])
      try pty.readUntil("shell> ")
      let session = ProbeSession(on: pty)
      pty.send("\(ProbeSession.program)\n")
      try session.awaitFrame()
      let screen = String(decoding: try session.redrawn(), as: UTF8.self)
      let number = screen.split(separator: "process ").last?.prefix { $0.isNumber } ?? ""
      return (session, try #require(pid_t(number)))
    }

    private func expectShell(_ session: ProbeSession) throws {
      try session.pty.readUntil("shell> ")
      session.expectGivenBack()
    }

    private func expectResumed(_ session: ProbeSession) throws {
      let before = session.pty.output.count
      session.pty.send("fg\n")
      try session.awaitFrame()
      let resumed = Array(session.pty.output[before...])
      #expect(resumed.contains(ProbeSession.entersScreen))
      #expect(resumed.contains(ProbeSession.pasteOn))
      #expect(resumed.contains("row 7"))
      #expect(!session.pty.modes.isCooked)
      // And it still listens.
      session.pty.send("j")
      #expect(try session.redrawn().contains("character(\"j\")"))
    }

    @Test func `Control-Z gives the terminal back, fg repaints`() throws {
      let (session, _) = try started()
      for _ in 0..<2 {
        session.pty.send("\u{1A}")
        try expectShell(session)
        try expectResumed(session)
      }
    }

    @Test func `a stop from outside does the same`() throws {
      let (session, probe) = try started()
      kill(probe, SIGTSTP)
      try expectShell(session)
      try expectResumed(session)
    }

    @Test func `a stop nobody announced is repaired when it goes on`() throws {
      let (session, probe) = try started()
      kill(probe, SIGSTOP)
      try session.pty.readUntil("shell> ")
      try expectResumed(session)
      session.pty.send("q")
      try expectShell(session)
    }

    @Test func `where nobody could continue it, Control-Z only repaints`() throws {
      let session = try ProbeSession()
      session.pty.send("\u{1A}")
      try session.awaitFrame()
      #expect(!session.pty.modes.isCooked)
      session.pty.send("q")
      #expect(try session.pty.waitForEnd() == .exited(0))
      session.expectGivenBack()
    }

    @Test func `another program gets the terminal as the shell would give it`() throws {
      let session = try ProbeSession()
      session.pty.send("!")
      let output = try session.pty.readUntil("the command and a frame") {
        $0.after(last: "released").contains("row 7")
      }
      #expect(output.contains("released\r\n icanon"))
      #expect(!session.pty.modes.isCooked)
      session.pty.send("q")
      #expect(try session.pty.waitForEnd() == .exited(0))
      session.expectGivenBack()
    }
  }
}

extension ProbeSession {
  /// A session on a pty that already runs a shell.
  ///
  /// Its modes are what the shell sets for programs.
  fileprivate init(on pty: PseudoTerminal) {
    self.pty = pty
    modesBefore = pty.modes
  }
}
