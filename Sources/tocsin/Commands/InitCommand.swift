// SPDX-License-Identifier: MIT

import ArgumentParser

/// `tocsin init`: make a store that several people share.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make a store that several people share.",
    usage: "tocsin init <dir> [--group <group>]")

  @Argument(help: "The directory to make.") var directory: String
  @Option(help: "The group whose members share it.") var group: String?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
  }
}
