// SPDX-License-Identifier: MIT

import ArgumentParser
import Incidents
import Reports

/// `tocsin show`: one incident, whole.
struct ShowCommand: ParsableCommand {
  /// How an incident is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    /// A page to read.
    case text
    /// One object.
    case json
    /// A page for a ticket.
    case markdown
  }

  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print an incident: whose move and why, the experts' summary, the responses.",
    usage: "tocsin show <id> [--format <format>]")

  @Argument(help: "The incident.") var id: IncidentID
  @Option(help: "text, json or markdown.") var format = Format.text
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    let session = try Session(global)
    let page = try IncidentPage(of: session.resolve(id), in: session)
    switch format {
    case .text: try StandardStreams.out(PageText(page, style: session.settings.style).text)
    case .json: try StandardStreams.out(PageJSON(page).bytes + [0x0A])
    case .markdown: try StandardStreams.out(PageReport(page).document.encoded(as: .markdown))
    }
  }
}
