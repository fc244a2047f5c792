// SPDX-License-Identifier: MIT

import ArgumentParser
import Incidents

/// `tocsin ack`: say that you have seen incidents and own them.
struct AckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ack",
    abstract: "Acknowledge incidents: you have seen them, and own those nobody owns.",
    usage: "tocsin ack <id> ... [--yes] [--if-version <version>]")

  @OptionGroup var incidents: NamedIncidents
  @OptionGroup var seen: SeenVersion
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    let ids = try incidents.confirmed()
    try seen.check()
    let session = try Session(global, writing: true)
    let proposal = try seen.proposal(.acknowledged, on: ids, in: session.book)
    try session.record(proposal, .notDefender, ask: seen.ask) { _ in "acknowledged" }
  }
}
