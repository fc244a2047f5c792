// SPDX-License-Identifier: MIT

import ArgumentParser
import Incidents

/// `tocsin reopen`: open what was closed.
struct ReopenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen", abstract: "Open resolved incidents again.",
    usage: "tocsin reopen <id> ... [--yes] [--if-version <version>]")

  @OptionGroup var incidents: NamedIncidents
  @OptionGroup var seen: SeenVersion
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    let ids = try incidents.confirmed()
    try seen.check()
    let session = try Session(global, writing: true)
    let proposal = try seen.proposal(.reopened, on: ids, in: session.book)
    try session.record(proposal, .notTheTenant, ask: seen.ask) { _ in "reopened" }
  }
}
