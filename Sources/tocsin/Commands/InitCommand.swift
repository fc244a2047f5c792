// SPDX-License-Identifier: MIT

import ArgumentParser
import IncidentStore

/// `tocsin init`: make a store that several people share.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make a store, for a group or for yourself.",
    usage: "tocsin init <dir> [--group <group>]")

  @Argument(
    help: ArgumentHelp("The directory to make.", valueName: "dir"), completion: .directory)
  var directory: String
  @Option(help: "The group whose members share it.") var group: String?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    let settings = try Settings(global.typed)
    if settings.isReadOnly { throw Failure.readOnly }
    let made = try StorePlace(
      option: directory, allowsUnsafeFileSystem: settings.place.allowsUnsafeFileSystem
    ).make(group: group)
    OpenStores.note(made.store, isOurs: true)
    for mode in made.modes { try StandardStreams.out(shown(mode.description) + "\n") }
    Failure.tell("made a store at \(made.store.place); name it with --store or TOCSIN_STORE")
  }
}
