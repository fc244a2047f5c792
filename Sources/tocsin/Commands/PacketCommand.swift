// SPDX-License-Identifier: MIT

import ArgumentParser
import Incidents
import Reports

/// `tocsin escalate packet`: what an incident response team needs to take over.
struct PacketCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "packet",
    abstract: "Put together what an incident response team needs to take over.",
    usage: """
      tocsin escalate packet <id> ... [--format <format>] [--raw]
      tocsin escalate packet <id> ... --output <dir>
      """,
    discussion: """
      With --output the packet is written as packet.md, packet.html and packet.json, with their \
      hashes in SHA256SUMS ('sha256sum -c SHA256SUMS' checks them). Nothing is overwritten.
      """)

  @Argument(help: ArgumentHelp("Incidents.", valueName: "id")) var ids: [IncidentID]
  @Option(help: "text, markdown, html, csv or json.") var format = ReportFormat.markdown
  @Option(
    name: [.short, .long], help: ArgumentHelp("The directory to write to.", valueName: "dir"),
    completion: .directory)
  var output: String?
  @OptionGroup var report: ReportOutput
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    let session = try Session(global)
    let document = PacketReport(try session.packet(of: ids)).document
    guard let output else {
      return try report.write(document, as: format, session.settings.style)
    }
    guard !output.isEmpty else { throw ValidationError("The directory has an empty name.") }
    for file in try PacketFolder(path: output).write(document) {
      try StandardStreams.out(shown(file) + "\n")
    }
  }
}
