// SPDX-License-Identifier: MIT

import Cells
import Glibc
import TestSupport
import Testing

@testable import Terminal

@Suite struct `A report of the mouse` {
  private func events(_ text: String, then rest: [RawInput] = []) -> [InputEvent] {
    var assembler = InputAssembler(isUTF8: true)
    let inputs = [.mouseBegins] + text.unicodeScalars.map { RawInput.scalar($0.value) } + rest
    return inputs.compactMap { assembler.accept($0, at: 0) }
  }

  @Test(
    arguments: [
      ("0;1;1M", Mouse(.press, at: Point(row: 0, column: 0))),
      ("0;500;200M", Mouse(.press, at: Point(row: 199, column: 499))),
      ("64;80;24M", Mouse(.wheelUp, at: Point(row: 23, column: 79))),
      ("65;80;24M", Mouse(.wheelDown, at: Point(row: 23, column: 79))),
    ])
  func `is a press or a turn of the wheel over a cell`(text: String, mouse: Mouse) {
    #expect(events(text) == [.mouse(mouse)])
  }

  @Test(arguments: [
    "0;1;1m", "1;1;1M", "2;1;1M", "4;1;1M", "68;1;1M", "32;1;1M", "0;0;1M", "0;1M", "0;1;1;1M",
    ";;M", "M", "0;1;1x",
  ])
  func `of anything else is nothing, and no key`(text: String) {
    #expect(events(text).isEmpty)
  }

  @Test func `however long leaves nothing over that would act as keys`() {
    let number = String(repeating: "9", count: 1_000)
    #expect(events("0;\(number);1M").count == 1)
    #expect(events(String(repeating: "1;", count: 1_000) + "M").isEmpty)
  }

  @Test func `never swallows what comes after it`() {
    #expect(events("0;1;1m", then: [.scalar(0x6A)]) == [.key(.character("j"))])
    #expect(events("0;1", then: [.key(.up)]) == [.key(.up)])
  }

  @Test func `inside a paste is no report`() {
    var assembler = InputAssembler(isUTF8: true)
    let inputs: [RawInput] = [.pasteBegins, .mouseBegins, .scalar(0x30), .pasteEnds]
    #expect(inputs.compactMap { assembler.accept($0, at: 0) } == [.paste("0")])
  }
}

extension Driving {
  @Suite struct `The mouse` {
    private func withMouse(columns: Int = 80) throws -> ProbeSession {
      let session = try ProbeSession(columns: columns)
      #expect(!session.pty.output.contains("\u{1B}[?1000h"))
      session.pty.send("m")
      try session.pty.readUntil("the mode") { $0.contains(ProbeSession.mouseOn) }
      return session
    }

    private func expectOff(_ session: ProbeSession) {
      let after = session.pty.output.after(last: ProbeSession.mouseOn)
      #expect(after.contains(ProbeSession.mouseOff))
      session.expectGivenBack()
    }

    @Test(arguments: ["q", "E", "X", "T", "A"])
    func `is off after an end from inside`(key: String) throws {
      let session = try withMouse()
      session.pty.send(key)
      _ = try session.pty.waitForEnd()
      expectOff(session)
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGSEGV, SIGABRT])
    func `is off after a signal`(signal: Int32) throws {
      let session = try withMouse()
      session.pty.signal(signal)
      _ = try session.pty.waitForEnd()
      expectOff(session)
    }

    @Test func `is off while another program has the terminal, and on again afterwards`() throws {
      let session = try withMouse()
      session.pty.send("!")
      try session.pty.readUntil("released") { $0.contains("released") }
      try session.pty.readUntil("the mode again") { _ in
        let output = session.pty.output.after(last: "released")
        return output.contains(ProbeSession.mouseOn)
      }
      #expect(session.pty.output.count(of: ProbeSession.mouseOff) == 1)
    }

    @Test func `tells where, in decimals, and is silent once it is off`() throws {
      let session = try withMouse(columns: 140)
      session.pty.send("\u{1B}[<0;121;17M")
      let screen = String(decoding: try session.redrawn(), as: UTF8.self)
      #expect(screen.contains("last mouse(") && screen.contains("column: 120"))
      session.pty.send("M")
      _ = try session.redrawn()
      #expect(session.pty.output.after(last: ProbeSession.mouseOn).contains(ProbeSession.mouseOff))
    }
  }
}
