// SPDX-License-Identifier: MIT

import Glibc
import TestSupport
import Testing

/// Everything that drives a program on a pty runs one after the other: the machine is small.
@Suite(.serialized) enum Driving {}

/// The probe on a pty, with what this package's terminal sends on `xterm-256color`.
struct ProbeSession {
  static let program = BuiltProduct.path("terminal-probe")
  static let entersScreen = "\u{1B}[?1049h"
  static let leavesScreen = "\u{1B}[?1049l"
  static let hidesCursor = "\u{1B}[?25l"
  static let showsCursor = "\u{1B}[?25h"
  static let pasteOn = "\u{1B}[?2004h"
  static let pasteOff = "\u{1B}[?2004l"
  static let mouseOn = "\u{1B}[?1000h\u{1B}[?1006h"
  static let mouseOff = "\u{1B}[?1006l\u{1B}[?1000l"

  let pty: PseudoTerminal
  let modesBefore: TerminalModes

  /// Starts the probe and reads its first frame.
  init(
    _ arguments: [String] = [], environment: [String: String] = [:], rows: Int = 24,
    columns: Int = 80
  ) throws {
    try self.init(
      running: Self.program, arguments, environment: environment, rows: rows, columns: columns)
  }

  /// Starts another program that runs the probe.
  init(
    running program: String, _ arguments: [String], environment: [String: String] = [:],
    rows: Int = 24, columns: Int = 80
  ) throws {
    pty = try PseudoTerminal(rows: rows, columns: columns)
    modesBefore = pty.modes
    try pty.run(program, arguments, environment: environment)
    try awaitFrame()
  }

  /// Reads until a whole frame has come: its last cell is the `#` at the lower right.
  func awaitFrame() throws {
    try pty.readUntil("a frame") { $0.contains("count ") && $0.contains("#") }
    pty.readUntilQuiet(milliseconds: 100)
  }

  /// The whole screen as bytes, by asking for a redraw; keys sent before are done by then.
  func redrawn() throws -> [UInt8] {
    pty.send("\u{0C}")
    return try pty.readUntil("a redraw") { $0.contains("count ") && $0.contains("#") }
  }

  /// Expects the terminal as it was: modes, screen, cursor, paste mode.
  func expectGivenBack(sourceLocation: SourceLocation = #_sourceLocation) {
    let output = pty.output
    #expect(pty.modes == modesBefore, sourceLocation: sourceLocation)
    #expect(
      output.after(last: Self.entersScreen).contains(Self.leavesScreen),
      sourceLocation: sourceLocation)
    #expect(
      output.after(last: Self.hidesCursor).contains(Self.showsCursor),
      sourceLocation: sourceLocation)
    #expect(
      output.after(last: Self.pasteOn).contains(Self.pasteOff), sourceLocation: sourceLocation)
  }
}
