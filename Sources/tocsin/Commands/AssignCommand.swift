// SPDX-License-Identifier: MIT

import ArgumentParser
import Incidents

/// `tocsin assign`: say who owns an incident.
struct AssignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign", abstract: "Say who owns an incident.",
    usage: "tocsin assign <id> (<owner> | --nobody) [--if-version <version>]")

  @Argument(help: "The incident.") var id: IncidentID
  @Argument(help: "Who owns it from now on.") var owner: String?
  @Flag(help: "Nobody owns it from now on.") var nobody = false
  @OptionGroup var seen: SeenVersion
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    guard (owner != nil) != nobody else { throw Failure.ownerOrNobody }
    if let owner, !Settings.isPrintable(owner, bytes: ServiceFacts.textLimit) {
      throw Failure.unfitOwner(owner)
    }
    try seen.check()
    let session = try Session(global, writing: true)
    let proposal = try seen.proposal(.assigned(owner: owner), on: [id], in: session.book)
    try session.record(proposal, .notDefender, ask: seen.ask) { _ in
      "assigned to \(owner ?? "nobody")"
    }
  }
}
