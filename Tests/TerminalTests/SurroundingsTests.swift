// SPDX-License-Identifier: MIT

import TestSupport
import Testing

extension Driving {
  @Suite struct Surroundings {
    private func finalOutput(_ session: ProbeSession) throws -> [UInt8] {
      session.pty.send("q")
      #expect(try session.pty.waitForEnd() == .exited(0))
      return session.pty.output.after(last: ProbeSession.leavesScreen)
    }

    @Test func `an unknown TERM falls back and says so`() throws {
      let session = try ProbeSession(environment: ["TERM": "no-such-terminal"])
      let output = try finalOutput(session)
      #expect(
        output.contains(
          "notice: The terminal 'no-such-terminal' is not known here; "
            + "drawing as for xterm-256color."))
    }

    @Test func `good surroundings are worth no notice`() throws {
      #expect(try !finalOutput(ProbeSession()).contains("notice:"))
    }

    @Test(arguments: ["", "C", "POSIX", "no_SUCH.locale"])
    func `without a locale it still draws lines and wide characters`(locale: String) throws {
      let session = try ProbeSession(environment: ["LC_ALL": locale])
      #expect(session.pty.output.contains("│ é 日 |"))
      #expect(try finalOutput(session).contains("notice: The locale names no encoding"))
    }

    @Test func `ASCII mode sends nothing above U+007E`() throws {
      let session = try ProbeSession(["--ascii"])
      #expect(session.pty.output.allSatisfy { $0 < 0x7F })
      #expect(session.pty.output.contains("| e"))
    }

    @Test func `a terminal that cannot place its cursor is refused`() throws {
      let pty = try PseudoTerminal()
      try pty.run(ProbeSession.program, environment: ["TERM": "dumb"])
      #expect(try pty.waitForEnd() == .exited(2))
      #expect(pty.output.contains("error: The terminal 'dumb' cannot place its cursor"))
      #expect(pty.modes.isCooked)
    }

    @Test func `LINES and COLUMNS do not freeze the size`() throws {
      let session = try ProbeSession(
        environment: ["LINES": "10", "COLUMNS": "40"], rows: 31, columns: 90)
      #expect(session.pty.output.contains("probe 31x90"))
      session.pty.resize(rows: 32, columns: 91)
      try session.pty.readUntil("probe 32x91")
    }

    @Test func `keys come from the terminal when stdin is a pipe`() throws {
      let session = try ProbeSession(
        running: "/bin/sh", ["-c", "echo q | \(ProbeSession.program)"])
      session.pty.send("j")
      #expect(try session.redrawn().contains("character(\"j\")"))
      session.pty.send("q")
      #expect(try session.pty.waitForEnd() == .exited(0))
      session.expectGivenBack()
    }

    @Test(
      arguments: [
        ([], [:], true), (["--color", "never"], [:], false), ([], ["NO_COLOR": "1"], false),
        (["--color", "256"], ["NO_COLOR": "1"], true),
        (["--color", "16"], [:], false),
      ] as [([String], [String: String], Bool)])
    func `colour follows the wish`(
      arguments: [String], environment: [String: String], usesCube: Bool
    ) throws {
      let session = try ProbeSession(arguments, environment: environment)
      #expect(session.pty.output.contains("[38;5;203m") == usesCube)
      #expect(session.pty.output.contains("[31m") == arguments.contains("16"))
    }
  }
}
