// SPDX-License-Identifier: MIT

import ArgumentParser

/// `tocsin import`: take over what the service says.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take over incidents, alerts and responses from files of Graph JSON.",
    usage: "tocsin import (<file> | -) ... [--dry-run]")

  @Argument(help: "Files to read, - for standard input.") var files: [String]
  @Flag(help: "Say what would happen, and change nothing.") var dryRun = false
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
  }
}
