// SPDX-License-Identifier: MIT

import TestSupport
import Testing

@testable import Terminal

@Suite struct `The pace of frames` {
  private let screen = 1_000

  /// A terminal that has answered, with nothing on its way.
  private func proven() -> Pacing {
    var pacing = Pacing()
    _ = pacing.sent(screen, of: screen, at: 0)
    _ = pacing.answered(on: screen, at: 0)
    return pacing
  }

  @Test func `holds nothing up for a terminal that never answered`() {
    var pacing = Pacing()
    #expect(pacing.sent(screen, of: screen, at: 0) == true)
    #expect(pacing.allows(screen, of: screen, at: 1))
    #expect(pacing.wait(at: 1) == nil)
  }

  @Test func `does not ask again where it was never answered`() {
    var pacing = Pacing()
    _ = pacing.sent(screen, of: screen, at: 0)
    #expect(pacing.allows(screen, of: screen, at: Pacing.patience))
    #expect(pacing.sent(screen, of: screen, at: Pacing.patience) == false)
    #expect(!pacing.isAsking)
  }

  @Test func `asks behind half a screen, not behind every line`() {
    var pacing = proven()
    #expect(pacing.sent(499, of: screen, at: 0) == false)
    #expect(pacing.sent(1, of: screen, at: 0) == true)
    #expect(pacing.sent(10, of: screen, at: 0) == false)
  }

  @Test(arguments: [(400, true), (401, false)])
  func `lets as much be on its way as a screen holds`(cells: Int, isAllowed: Bool) {
    var pacing = proven()
    _ = pacing.sent(500, of: screen, at: 0)
    _ = pacing.sent(100, of: screen, at: 0)
    #expect(pacing.allows(cells, of: screen, at: 1) == isAllowed)
  }

  @Test func `goes on with the answer, and asks about what was sent meanwhile`() {
    var pacing = proven()
    _ = pacing.sent(500, of: screen, at: 0)
    _ = pacing.sent(500, of: screen, at: 0)
    #expect(!pacing.allows(1, of: screen, at: 1))
    #expect(pacing.answered(on: screen, at: 2) == true)
    #expect(pacing.allows(500, of: screen, at: 3))
    #expect(!pacing.allows(501, of: screen, at: 3))
    #expect(pacing.answered(on: screen, at: 4) == false)
    #expect(pacing.allows(screen, of: screen, at: 5))
  }

  @Test func `gives up waiting after a while`() {
    var pacing = proven()
    _ = pacing.sent(screen, of: screen, at: 10)
    #expect(pacing.wait(at: 1_010) == Int(Pacing.patience) - 1_000)
    #expect(!pacing.allows(1, of: screen, at: 9 + Pacing.patience))
    #expect(pacing.allows(1, of: screen, at: 10 + Pacing.patience))
    // It asks anew, and holds nothing up until it is answered.
    #expect(pacing.sent(screen, of: screen, at: 10 + Pacing.patience) == true)
    #expect(pacing.allows(screen, of: screen, at: 11 + Pacing.patience))
  }
}

extension Driving {
  @Suite struct `Frames over a thin link` {
    private let question = "\u{1B}[5n"
    private let answer = "\u{1B}[0n"

    @Test func `wait for the terminal, and then show the newest`() throws {
      let session = try ProbeSession()
      #expect(session.pty.output.count(of: question) == 1)
      session.pty.send(answer)
      session.pty.send("\u{0C}")
      #expect(try session.pty.readUntil("the question") { $0.contains(question) }.contains("#"))
      for _ in 0..<3 {
        session.pty.send("t")
        #expect(session.pty.readUntilQuiet(milliseconds: 200).isEmpty)
      }
      session.pty.send(answer)
      let frame = session.pty.readUntilQuiet()
      #expect(frame.contains("row 7"))
      #expect(frame.count(of: question) == 1)
    }

    @Test func `are shown without an answer after a while`() throws {
      let session = try ProbeSession()
      session.pty.send(answer + "\u{0C}")
      session.pty.readUntilQuiet()
      session.pty.send("t")
      try session.pty.readUntil("the frame that waited") { $0.contains("row 7") }
    }

    @Test func `leave no answer behind for the shell`() throws {
      let session = try ProbeSession()
      session.pty.send(answer + "\u{0C}")
      session.pty.readUntilQuiet(milliseconds: 100)
      session.pty.send("q")
      session.pty.readUntilQuiet(milliseconds: 100)
      let shown = session.pty.output.after(last: ProbeSession.entersScreen)
      #expect(!shown.contains(ProbeSession.leavesScreen))
      session.pty.send(answer)
      #expect(try session.pty.waitForEnd() == .exited(0))
      session.expectGivenBack()
    }

    @Test func `are not paced where the terminal is not known to answer`() throws {
      let session = try ProbeSession(environment: ["TERM": "rxvt"])
      #expect(!session.pty.output.contains(question))
    }
  }
}
