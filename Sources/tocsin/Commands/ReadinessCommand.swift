// SPDX-License-Identifier: MIT

import ArgumentParser
import Incidents
import Reports

/// `tocsin readiness`: how ready the organisation is, as recorded here.
struct ReadinessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "readiness",
    abstract: "Show and keep readiness: items, protected assets, contacts, exclusions.",
    discussion: """
      The portal shows the readiness assessment under Settings > Defender Experts; no interface \
      gives it to programs. What is here is what your team records.
      """,
    subcommands: [
      ReadinessShow.self, ReadinessSeed.self, ReadinessAdd.self, ReadinessSet.self,
      ReadinessRemove.self, ReadinessAssets.self, ReadinessContactCommand.self,
      ReadinessExclusionCommand.self, ReadinessPermissionCommand.self, ReadinessExport.self,
      ReadinessImport.self,
    ],
    defaultSubcommand: ReadinessShow.self)
}

/// `tocsin readiness show`.
struct ReadinessShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print how things stand, and what is missing.",
    usage: "tocsin readiness [show] [--format <format>]")

  @Option(help: "text, markdown, html, csv or json.") var format = ReportFormat.text
  @OptionGroup var output: ReportOutput
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    let session = try Session(global)
    let report = ReadinessReport(
      Readiness(session.book), at: Clock.now, in: session.settings.teamZone)
    try output.write(report.document(for: format), as: format, session.settings.style)
  }
}

/// `tocsin readiness seed`.
struct ReadinessSeed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seed", abstract: "Take in the items of the checklist that are not here yet.",
    usage: "tocsin readiness seed")

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    let session = try Session(global, writing: true)
    let edit = Readiness.missing(of: ReadinessChecklist.values, in: session.book)
    guard !edit.values.isEmpty else {
      return Failure.tell("Every item of the checklist is here already.")
    }
    try session.record(Proposal(edit, seen: nil), .notDefender) { _ in "taken in" }
  }
}

/// `tocsin readiness export`.
struct ReadinessExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Print everything as JSON, as import reads it.",
    usage: "tocsin readiness export")

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    let session = try Session(global)
    try StandardStreams.out(ReadinessSheet.bytes(Readiness(session.book)))
  }
}

/// `tocsin readiness import`.
struct ReadinessImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take in JSON as export prints it: what it names is set, the rest stays.",
    usage: "tocsin readiness import <file> | -")

  @Argument(help: "The file, or - for standard input.") var file: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    let bytes: [UInt8]
    if file == "-" {
      bytes = try StandardStreams.input()
    } else {
      try InputFile.check(file)
      bytes = try InputFile.bytes(file)
    }
    let sheet = try ReadinessSheet(
      reading: bytes, from: file == "-" ? "standard input" : file)
    guard !sheet.values.isEmpty else { return Failure.tell("There is nothing in it to take in.") }
    let session = try Session(global, writing: true)
    try session.record(Proposal(RecordEdit(sheet.values), seen: nil), .notDefender) { _ in
      "taken in"
    }
  }
}
