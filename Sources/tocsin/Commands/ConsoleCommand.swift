// SPDX-License-Identifier: MIT

import ArgumentParser
import IncidentStore

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
    guard StandardStreams.outputIsTerminal else {
      let session = try Session(global)
      try Overview.print(of: session)
      return try session.tellQuarantined()
    }
    let settings = try Settings(global)
    let store = try Self.store(settings)
    // An empty store that is not there yet has nothing to type about.
    try Interactive.run(
      settings, store: store, title: settings.place.name, keepsDrafts: store is FileStore)
  }

  /// The store there is; at the usual place an absent one is shown as empty, with what to do next.
  private static func store(_ settings: Settings) throws -> any Store {
    do throws(StoreError) {
      return try settings.place.open(
        isReadOnly: settings.isReadOnly, remembers: !settings.isReadOnly, readsLater: true)
    } catch {
      guard case .absent(let path) = error, !settings.place.isNamed else { throw error }
      return EmptyStore(place: path)
    }
  }
}
