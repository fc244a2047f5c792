// SPDX-License-Identifier: MIT

import Cells
import ConsoleRuntime
import FoundationEssentials
import Glibc
import Incidents

/// The console worked by a script of keys instead of a person, on a display that is only text.
struct Replay {
  /// What is pressed.
  let script: KeyScript
  /// The size of the screen.
  let size: Size
  /// The time it is all the while; `nil` for the real one.
  let now: Timestamp?
  /// The file the screens go to; `nil` is standard output.
  let target: String?

  /// Runs the console on an environment, writes the screens down, and says what did not come about.
  func run(_ environment: Environment, title: String, ascii: Bool, plain: Bool) throws {
    let display = ScriptedDisplay(script, size: size, usesASCII: ascii, isPlain: plain)
    let program = Program(environment: environment, display: display, title: title)
    _ = program.run()
    try write(Self.text(of: display))
    for sentence in program.unsaid { Failure.tell(sentence) }
    switch display.shortfall {
    case .unshown(let line, let text):
      Failure.tell("Line \(line): the screen did not show '\(text)' within 10 seconds.")
    case .unplayed(let line):
      Failure.tell("The console ended before line \(line); what stands from there did not happen.")
    case nil: if program.unsaid.isEmpty { return }
    }
    throw Failure.told(.partly)
  }

  /// The screens asked for, each under its line and name; else, or after a text that never showed,
  /// the last one.
  private static func text(of display: ScriptedDisplay) -> String {
    if display.dumps.isEmpty { return display.screen + "\n" }
    return display.dumps.map { dump in
      let name = dump.name.isEmpty ? "" : " \(dump.name)"
      return "--- line \(dump.line)\(name) ---\n\(dump.screen)\n"
    }.joined()
  }

  private func write(_ text: String) throws(Failure) {
    guard let target else { return try StandardStreams.out(text) }
    do { try Data(text.utf8).write(to: URL(filePath: target)) } catch {
      throw .system("write", target, errno == 0 ? EIO : errno)
    }
  }
}
