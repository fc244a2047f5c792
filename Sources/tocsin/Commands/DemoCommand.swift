// SPDX-License-Identifier: MIT

import ArgumentParser
import IncidentStore
import Incidents
import Resources

/// `tocsin demo`: the console on a store of made-up incidents that is gone afterwards.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Look around in a throw-away store of made-up incidents.",
    usage: """
      tocsin demo
      tocsin demo --keys <file> [--dump <file>] [--size <columnsxrows>] [--now <time>]
      """)

  @OptionGroup(title: "Replay") var replaying: ReplayOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    let settings = try Settings(
      global.typed, for: StandardStreams.outputIsTerminal ? .opensAnyway : .records)
    let replay = try replaying.replay()
    if let now = replay?.now { Clock.stop(at: now) }
    guard replay != nil || StandardStreams.outputIsTerminal else { return try print(settings) }
    try Self.withStore(settings) { store in
      try HeldSignals.lifted {
        try Interactive.run(settings, store: store, title: "demo", replay: replay)
      }
    }
  }

  private func print(_ settings: Settings) throws {
    // Printed only when the store is gone: whoever reads may leave at any time.
    let text = try Self.withStore(settings) { store in
      try Overview.text(of: Session(settings, store: store))
    }
    try StandardStreams.out(text)
  }

  /// Does some work on a store of the demo's incidents, and removes it.
  private static func withStore<Value>(
    _ settings: Settings, _ work: (FileStore) throws -> Value
  ) throws -> Value {
    try TemporaryDirectory.with { directory in
      var place = try StorePlace(option: directory + "/store")
      place.clockPolicy = settings.clockPolicy
      let store = try place.make(group: nil).store
      let files = Resources.demo(now: Clock.now.milliseconds)
      let importer = Importer(into: store, by: settings.author, clock: { Clock.now })
      _ = try importer.run(files.map { .bytes($0.bytes, name: $0.name) })
      return try work(store)
    }
  }
}
