// SPDX-License-Identifier: MIT

import ArgumentParser
import IncidentStore

/// `tocsin init`: make a store that several people share.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make a store, for a group or for yourself.",
    usage: "tocsin init <dir> [--group <group>]")

  @Argument(help: ArgumentHelp("The directory to make.", valueName: "dir"))
  var directory: String
  @Option(help: "The group whose members share it.") var group: String?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    if try Settings(global).isReadOnly { throw Failure.readOnly }
    let made = try StorePlace(option: directory).make(group: group)
    for mode in made.modes { try StandardStreams.out(shown(mode.description) + "\n") }
    Failure.tell("made a store at \(made.store.place); name it with --store or TOCSIN_STORE")
  }
}
