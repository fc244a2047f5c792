// SPDX-License-Identifier: MIT

import ArgumentParser
import Incidents

/// `tocsin tag`: put tags on incidents and take them off.
struct TagCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag", abstract: "Put tags on incidents, or take them off.",
    usage: """
      tocsin tag <id> ... [--add <tag>] ... [--remove <tag>] ... [--yes] [--if-version <version>]
      """)

  @OptionGroup var incidents: NamedIncidents
  @Option(help: ArgumentHelp("Put on.", valueName: "tag")) var add: [String] = []
  @Option(help: ArgumentHelp("Take off.", valueName: "tag")) var remove: [String] = []
  @OptionGroup var seen: SeenVersion
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    let ids = try incidents.confirmed()
    guard !add.isEmpty || !remove.isEmpty else { throw Failure.noTag }
    for tag in add
    where !Settings.isPrintable(tag, bytes: TagEdit.tagLimit) || TagEdit(add: [tag]).refusal != nil
    {
      throw Failure.unfitTag(tag)
    }
    let edit = TagEdit(add: add, remove: remove)
    try seen.check()
    let session = try Session(global, writing: true)
    let proposal = try seen.proposal(.tagged(edit), on: ids, in: session.book)
    try session.record(proposal, .notDefender, ask: seen.ask) { id in
      let tags = id.incident.flatMap(session.current)?.shownTags.map(\.name) ?? []
      return tags.isEmpty ? "has no tags" : "tagged \(tags.joined(separator: ", "))"
    }
  }
}
