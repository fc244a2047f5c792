// SPDX-License-Identifier: MIT

public import Terminal

/// Opens the console on the terminal and runs it until the person leaves.
///
/// The terminal is given back before this returns or throws. The answer is the exit code.
public func runConsole(
  _ environment: Environment, title: String, options: Terminal.Options
) throws(TerminalError) -> Int32 {
  let terminal = try Terminal(options: options)
  defer { terminal.close() }
  return Program(environment: environment, display: terminal, title: title).run()
}
