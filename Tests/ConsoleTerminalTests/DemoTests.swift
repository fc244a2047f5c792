// SPDX-License-Identifier: MIT

import Glibc
import TestSupport
import Testing

extension `The console in a terminal` {
  @Suite struct `The demo` {
    private func started(_ home: Home) throws -> PseudoTerminal {
      let pty = try PseudoTerminal()
      try pty.run(Home.program, ["demo"], environment: home.environment)
      try pty.readUntil("Hands-on-keyboard")
      return pty
    }

    @Test func `it leaves nothing behind when left`() throws {
      let home = try Home()
      let pty = try started(home)
      #expect(try home.temporaryFiles.count == 1)
      pty.send("q")
      #expect(try pty.waitForEnd() == .exited(0))
      #expect(try home.temporaryFiles == [])
      #expect(pty.modes.isCooked)
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
    func `it leaves nothing behind when ended from outside`(signal: Int32) throws {
      let home = try Home()
      let pty = try started(home)
      #expect(try home.temporaryFiles.count == 1)
      pty.signal(signal)
      #expect(try pty.waitForEnd() == .exited(128 + signal))
      #expect(try home.temporaryFiles == [])
      #expect(pty.modes.isCooked)
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
    func `it leaves nothing behind when ended before there is anything to see`(
      signal: Int32
    ) throws {
      let home = try Home()
      let null = open("/dev/null", O_RDWR | O_CLOEXEC)
      defer { close(null) }
      let child = try ChildProgram(
        Home.program, ["demo"], environment: home.environment, streams: (null, null, null))
      var ending: ChildProgram.Ending?
      while try ending == nil && home.temporaryFiles.isEmpty { ending = child.wait(seconds: 0) }
      child.send(signal)
      ending = ending ?? child.wait(seconds: 30)
      // On a busy machine it may have been done by then.
      #expect(ending == .killed(signal) || ending == .exited(0))
      #expect(try home.temporaryFiles == [])
    }

    @Test func `it touches no store of the person's own`() throws {
      let home = try Home.withDemo()
      let before = try home.fingerprint()
      let pty = try started(home)
      pty.send("a")
      try pty.readUntil("Saved #")
      pty.send("q")
      _ = try pty.waitForEnd()
      #expect(!before.isEmpty)
      #expect(try home.fingerprint() == before)
    }

    @Test(arguments: ["", "| cat"])
    func `without a terminal it prints the queue and the first incident`(pipe: String) throws {
      let home = try Home()
      let printed: String
      if pipe.isEmpty {
        let output = try home.run("demo")
        #expect(output.ending == .exited(0))
        printed = output.text
      } else {
        // A terminal on standard input alone is not one to draw on.
        let pty = try PseudoTerminal(rows: 200, columns: 200)
        try pty.run(
          "/bin/sh", ["-c", "\(Home.program) demo \(pipe)"], environment: home.environment)
        #expect(try pty.waitForEnd() == .exited(0))
        printed = String(decoding: pty.output, as: UTF8.self)
      }
      #expect(!printed.unicodeScalars.contains("\u{1B}"))
      let lines = printed.split(whereSeparator: \.isNewline)
      #expect(lines.count { ($0.first == "●" || $0.first == "!") && $0.contains("48213") } == 1)
      // Below the queue its first incident, with what the experts wrote.
      let first = try #require(lines.dropFirst().first?.firstMatch(of: /[0-9]{5}/)?.output)
      #expect(lines.contains { $0.hasPrefix("\(first) · ") }, "\(first) in \(printed)")
      #expect(lines.contains("Summary"))
      #expect(try home.temporaryFiles == [])
    }
  }
}
