// SPDX-License-Identifier: MIT

import Glibc
import TestSupport
import Testing

/// A console in which nothing happens costs nothing: no byte over the wire, no waking up.
@Suite struct IdleTests {
  @Test func `an idle console writes nothing and sleeps`() throws {
    let store = try SharedStore()
    let terminal = try PseudoTerminal()
    try terminal.run(
      BuiltProduct.path("tocsin"), ["--as", "alice"],
      environment: ["TOCSIN_STORE": "\(store.path)/store", "HOME": store.path])
    try terminal.readUntil("A user opened a lure")
    terminal.readUntilQuiet()
    let process = try #require(terminal.processID)
    // Once a minute it does wake up and paint the clock; that minute is not this one.
    while time(nil) % 60 > 48 { terminal.readUntilQuiet(milliseconds: 1000) }
    // A thread that has nothing more to do stays for five seconds before it leaves.
    terminal.readUntilQuiet(milliseconds: 6000)
    let before = switches(of: process)
    let output = terminal.readUntilQuiet(milliseconds: 3000)
    #expect(output.isEmpty)
    #expect(before > 0 && switches(of: process) == before)
    terminal.send("q")
    #expect(try terminal.waitForEnd() == .exited(0))
  }

  /// How often the threads of a process that are there have gone to sleep so far.
  private func switches(of process: pid_t) -> Int {
    let tasks =
      (try? ProgramOutput.of("ls", ["/proc/\(process)/task"], environment: [:]).text) ?? ""
    return tasks.split(whereSeparator: \.isWhitespace).map { task in
      let status = try? ProgramOutput.of(
        "cat", ["/proc/\(process)/task/\(task)/status"], environment: [:])
      let line = status?.text.split(separator: "\n").first { $0.hasPrefix("voluntary") }
      return line?.split(separator: "\t").last.flatMap { Int($0) } ?? 0
    }.reduce(0, +)
  }
}
