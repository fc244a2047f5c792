// SPDX-License-Identifier: MIT

public import Terminal

/// Opens the console on the terminal and runs it until the person leaves.
///
/// The terminal is given back before this returns or throws. The answer is the exit code, and what
/// failed after the person had left.
public func runConsole(
  _ environment: Environment, title: String, options: Terminal.Options
) throws(TerminalError) -> (code: Int32, unsaid: [String]) {
  let terminal = try Terminal(options: options)
  defer { terminal.close() }
  let program = Program(environment: environment, display: terminal, title: title)
  let code = program.run()
  return (code, program.unsaid)
}
