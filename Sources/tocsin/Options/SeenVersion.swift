// SPDX-License-Identifier: MIT

import ArgumentParser
import Incidents

/// The version a command was decided on; without it the current one counts.
struct SeenVersion: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Refuse if anybody changed what this changes since that version.", valueName: "version"))
  var ifVersion: Int?

  /// The proposal of an event on incidents as they were at the version.
  func proposal(_ event: Event, on ids: [IncidentID]) throws(Failure) -> Proposal {
    if let ifVersion, ifVersion < 0 { throw .unfitVersion(ifVersion) }
    return Proposal(event, seen: Dictionary(ids.map { ($0, ifVersion) }) { first, _ in first })
  }
}
