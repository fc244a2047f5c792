// SPDX-License-Identifier: MIT

import Glibc
import TestSupport
import Testing

extension Driving {
  @Suite struct Writing {
    /// Whether strace is there and may trace.
    static let canTrace: Bool = {
      guard BuiltProduct.systemHas("strace") else { return false }
      let result = try? ProgramOutput.of(
        "strace", ["-e", "trace=write", "true"], environment: PseudoTerminal.environment)
      return result?.ending == .exited(0)
    }()

    private func writes(in log: String) -> Int {
      guard let file = fopen(log, "r") else { return 0 }
      defer { fclose(file) }
      var bytes: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 65_536)
      while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
        bytes += buffer[..<count]
      }
      return bytes.count(of: "write(1, ")
    }

    @Test(.enabled(if: canTrace, "strace is not installed, or may not trace here"))
    func `a frame is one write`() throws {
      let log = "/tmp/tocsin-strace-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
      defer { unlink(log) }
      let session = try ProbeSession(
        running: "/usr/bin/strace", ["-f", "-e", "trace=write", "-o", log, ProbeSession.program])
      for _ in 0..<5 {
        let before = writes(in: log)
        session.pty.send("j")
        session.pty.readUntilQuiet()
        #expect(writes(in: log) - before == 1)
      }
    }

    @Test func `what has not changed is not sent, and nothing clears the screen`() throws {
      let session = try ProbeSession()
      session.pty.send("j")
      let frame = session.pty.readUntilQuiet()
      #expect(frame.contains("row 1"))
      #expect(!frame.contains("row 2"))
      #expect(!frame.contains("\u{1B}[2J"))
      #expect(session.pty.output.count(of: "\u{1B}[2J") == 1)
      #expect(try session.redrawn().contains("\u{1B}[2J"))
    }

    @Test func `an idle screen sends nothing`() throws {
      let session = try ProbeSession()
      #expect(session.pty.readUntilQuiet(milliseconds: 1_000).isEmpty)
    }

    @Test(
      arguments: [
        ([:], "\u{1B}]52;c;dG9jc2luIMOp\u{07}"),
        (
          ["TMUX": "/tmp/tmux-0/default,1,0"],
          "\u{1B}]52;c;dG9jc2luIMOp\u{07}\u{1B}Ptmux;\u{1B}\u{1B}]52;c;dG9jc2luIMOp\u{07}\u{1B}\\"
        ),
        (["STY": "1.pts-0.host"], "\u{1B}P\u{1B}]52;c;dG9jc2luIMOp\u{07}\u{1B}\\"),
      ] as [([String: String], String)])
    func `copying sends exactly the sequence`(environment: [String: String], sequence: String)
      throws
    {
      let session = try ProbeSession(environment: environment)
      session.pty.send("y")
      let bytes = session.pty.readUntilQuiet()
      #expect(bytes.starts(with: Array(sequence.utf8)))
      #expect(bytes.contains("sent(bytes: 9"))
    }

    @Test func `a notification is sent whole, before the next frame`() throws {
      let session = try ProbeSession()
      session.pty.send("n")
      let bytes = session.pty.readUntilQuiet()
      let calls =
        "\u{07}\u{1B}]9;tocsin: your move\u{07}\u{1B}]777;notify;tocsin;your move\u{07}"
      #expect(bytes.starts(with: Array(calls.utf8)))
    }

    @Test func `copying too much sends nothing and says so`() throws {
      let session = try ProbeSession()
      session.pty.send("Y")
      let bytes = session.pty.readUntilQuiet()
      #expect(!bytes.contains("]52;"))
      #expect(bytes.contains("tooLarge(bytes: 74995, limit: 74994)"))
    }

    @Test func `the cursor is shown only where a view asks for it`() throws {
      let session = try ProbeSession()
      session.pty.send("i")
      #expect(session.pty.readUntilQuiet().contains(ProbeSession.showsCursor))
      session.pty.send("i")
      #expect(session.pty.readUntilQuiet().contains(ProbeSession.hidesCursor))
    }
  }
}
