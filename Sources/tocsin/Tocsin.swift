// SPDX-License-Identifier: MIT

import ArgumentParser

/// The program: what it can do, and how it ends.
@main
struct Tocsin: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tocsin",
    abstract: "A keyboard console for incidents of Microsoft Defender Experts for XDR.",
    discussion: """
      Without a command the console opens; with no terminal on standard output the queue is \
      printed instead.
      """,
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(name: "Begin", subcommands: [Console.self, Demo.self, Init.self, Import.self]),
      CommandGroup(name: "Read", subcommands: [List.self, Show.self, Journal.self, Verify.self]),
      CommandGroup(
        name: "Act",
        subcommands: [
          Ack.self, Assign.self, Comment.self, Response.self, Resolve.self, Reopen.self, Undo.self,
        ]),
    ],
    defaultSubcommand: Console.self)

  @OptionGroup(title: "Global options") var global: GlobalOptions

  static func main() {
    StandardStreams.prepare()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      Failure.end(with: error)
    }
  }
}
