// SPDX-License-Identifier: MIT
//
// A program for the tests alone: it does with a terminal all the console does, and shows what it
// read, so that a test can look at it from outside.

import Glibc
import Terminal

do {
  let terminal = try Terminal(options: ProbeArguments(CommandLine.arguments).options)
  let probe = Probe(terminal)
  let status = probe.run()
  terminal.close()
  for notice in terminal.notices { print("notice: \(notice)") }
  print("bye \(status)")
  exit(status)
} catch {
  print("error: \(error)")
  exit(2)
}
