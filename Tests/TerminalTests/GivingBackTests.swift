// SPDX-License-Identifier: MIT

import Glibc
import TestSupport
import Testing

#if arch(arm64)
  private let trap = SIGTRAP
#else
  private let trap = SIGILL
#endif

extension Driving {
  @Suite struct `Giving the terminal back` {
    @Test func `the probe really takes the terminal`() throws {
      let session = try ProbeSession()
      #expect(session.pty.modes != session.modesBefore)
      #expect(!session.pty.modes.isCooked)
      #expect(session.pty.output.contains(ProbeSession.entersScreen))
      #expect(session.pty.output.contains(ProbeSession.pasteOn))
    }

    @Test(arguments: [
      ("q", ChildProgram.Ending.exited(0)),  // quit
      ("E", .exited(1)),  // an error is thrown
      ("X", .exited(7)),  // somebody calls exit
      ("T", .killed(trap)),  // a Swift trap
      ("A", .killed(SIGABRT)),  // abort
    ])
    func `after an end from inside`(key: String, ending: ChildProgram.Ending) throws {
      let session = try ProbeSession()
      session.pty.send(key)
      #expect(try session.pty.waitForEnd() == ending)
      session.expectGivenBack()
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
    func `after a signal that asks to leave`(signal: Int32) throws {
      let session = try ProbeSession()
      session.pty.signal(signal)
      #expect(try session.pty.waitForEnd() == .exited(128 + signal))
      session.expectGivenBack()
    }

    @Test(arguments: [SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGSYS])
    func `after a signal that kills`(signal: Int32) throws {
      let session = try ProbeSession()
      session.pty.signal(signal)
      #expect(try session.pty.waitForEnd() == .killed(signal))
      session.expectGivenBack()
    }

    @Test func `a trap's message is on the normal screen`() throws {
      let session = try ProbeSession()
      session.pty.send("T")
      _ = try session.pty.waitForEnd()
      let text = session.pty.output.after(last: ProbeSession.leavesScreen)
      #expect(text.contains("the probe was asked to trap"))
    }

    @Test func `stray words on stderr wait for the normal screen`() throws {
      let session = try ProbeSession()
      session.pty.send("o")
      #expect(try !session.redrawn().contains("stray words"))
      session.pty.send("q")
      _ = try session.pty.waitForEnd()
      #expect(session.pty.output.count(of: "stray words") == 1)
      #expect(session.pty.output.after(last: ProbeSession.leavesScreen).contains("stray words"))
    }

    @Test func `messages of others are off meanwhile and on again afterwards`() throws {
      let pty = try PseudoTerminal()
      pty.allowsMessages = true
      try pty.run(ProbeSession.program)
      try pty.readUntil("count ")
      #expect(!pty.allowsMessages)
      pty.send("q")
      _ = try pty.waitForEnd()
      #expect(pty.allowsMessages)
    }

    @Test func `a lost connection ends it`() throws {
      let session = try ProbeSession()
      session.pty.hangUp()
      #expect(try session.pty.waitForEnd() == .exited(128 + SIGHUP))
    }

    @Test func `a lost connection ends it even where hang-ups are ignored`() throws {
      let session = try ProbeSession(
        running: "/bin/sh", ["-c", "trap '' HUP; exec \(ProbeSession.program)"])
      session.pty.hangUp()
      #expect(try session.pty.waitForEnd() == .exited(128 + SIGHUP))
    }
  }
}
