// SPDX-License-Identifier: MIT

import ArgumentParser
import IncidentStore

/// `tocsin` or `tocsin console`: the queue and the first incident.
struct ConsoleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "console",
    abstract: "Open the console (the default); without a terminal, print the queue.",
    usage: """
      tocsin [console]
      tocsin console --keys <file> [--dump <file>] [--size <columnsxrows>] [--now <time>]
      """)

  @Argument(help: .hidden) var rest: [String] = []
  @OptionGroup(title: "Replay") var replaying: ReplayOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    // Every word that is no command ends here, because this is the default one.
    if let word = rest.first { throw Failure.noCommand(word) }
    try Self.open(global.typed, replaying.replay())
  }

  /// Opens the console, or prints the queue where there is no terminal.
  static func open(_ options: TypedOptions, _ replay: Replay?) throws {
    if let now = replay?.now { Clock.stop(at: now) }
    guard replay != nil || StandardStreams.outputIsTerminal else {
      let session = try Session(options)
      try Overview.print(of: session)
      return try session.tellQuarantined()
    }
    let settings = try Settings(options, for: .opensAnyway)
    // A made-up time must not get into a journal that others rely on.
    let isReadOnly = settings.isReadOnly || replay?.now != nil
    let store = try store(settings, isReadOnly: isReadOnly)
    // An empty store that is not there yet has nothing to type about.
    try Interactive.run(
      settings, store: store, title: settings.place.name, keepsDrafts: store is FileStore,
      replay: replay)
  }

  /// The store there is; at the usual place an absent one is shown as empty, with what to do next.
  private static func store(_ settings: Settings, isReadOnly: Bool) throws -> any Store {
    do throws(StoreError) {
      return try settings.place.open(
        isReadOnly: isReadOnly, remembers: !isReadOnly, readsLater: true)
    } catch {
      guard case .absent(let path) = error, !settings.place.isNamed else { throw error }
      return EmptyStore(place: path)
    }
  }
}
