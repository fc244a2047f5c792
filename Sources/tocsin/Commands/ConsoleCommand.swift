// SPDX-License-Identifier: MIT

import ArgumentParser

/// `tocsin` or `tocsin console`: the queue and the first incident.
struct ConsoleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "console",
    abstract: "Open the console (the default); without a terminal, print the queue.",
    usage: "tocsin [console]")

  @Argument(help: .hidden) var rest: [String] = []
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    // Every word that is no command ends here, because this is the default one.
    if let word = rest.first { throw Failure.noCommand(word) }
    try Overview.print(of: Session(global))
  }
}
