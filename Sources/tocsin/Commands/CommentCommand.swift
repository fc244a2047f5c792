// SPDX-License-Identifier: MIT

import ArgumentParser
import Incidents

/// `tocsin comment`: write something on an incident for the next person.
struct CommentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "comment", abstract: "Write a comment on an incident.",
    usage: "tocsin comment <id> (<text> | -) [--if-version <version>]",
    discussion: "A text that begins with a dash stands behind --.")

  @Argument(help: "The incident.") var id: IncidentID
  @Argument(help: "The text, or - to read it from standard input.") var text: String
  @OptionGroup var seen: SeenVersion
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    let text = try TypedText(self.text).value
    try seen.check()
    let session = try Session(global, writing: true)
    let proposal = try seen.proposal(.commented(text: text), on: [id], in: session.book)
    try session.record(proposal, .notDefender, ask: seen.ask) { _ in "commented" }
  }
}
