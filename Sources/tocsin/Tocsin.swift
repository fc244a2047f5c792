// SPDX-License-Identifier: MIT

import ArgumentParser
import Resources

/// The program: what it can do, and how it ends.
@main
struct Tocsin: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tocsin",
    abstract: "A keyboard console for incidents of Microsoft Defender Experts for XDR.",
    usage: "tocsin [<global options>] [<command>]",
    discussion: """
      Without a command the console opens; with no terminal on standard output the queue is \
      printed instead.
      """,
    version: Version.text,
    groupedSubcommands: [
      CommandGroup(
        name: "Begin",
        subcommands: [ConsoleCommand.self, DemoCommand.self, InitCommand.self, ImportCommand.self]),
      CommandGroup(
        name: "Read",
        subcommands: [
          ListCommand.self, ShowCommand.self, JournalCommand.self, ContainmentCommand.self,
          PlanCommand.self, ReportCommand.self,
        ]),
      CommandGroup(name: "Duties", subcommands: [EscalateCommand.self, HandoverCommand.self]),
      CommandGroup(
        name: "Be ready, get better",
        subcommands: [ReadinessCommand.self, RecommendationsCommand.self]),
      CommandGroup(
        name: "Look after",
        subcommands: [
          VerifyCommand.self, DoctorCommand.self, ExportCommand.self, ConfigCommand.self,
        ]),
      CommandGroup(
        name: "Act",
        subcommands: [
          AckCommand.self, AssignCommand.self, CommentCommand.self, NoteCommand.self,
          TagCommand.self, SnoozeCommand.self, ResponseCommand.self,
          ResolveCommand.self, ReopenCommand.self, UndoCommand.self, ApprovalCommand.self,
        ]),
    ],
    defaultSubcommand: ConsoleCommand.self)

  @OptionGroup(title: "Global options") var global: GlobalOptions

  /// Refuses help on what is no command; the parser would show the page of the whole program.
  private static func checkHelp(_ command: any ParsableCommand) throws(Failure) {
    // The parser's own command has no public type, only a name.
    let arguments = CommandLine.arguments.dropFirst()
    guard "\(type(of: command))" == "HelpCommand", let place = arguments.firstIndex(of: "help"),
      let word = arguments[(place + 1)...].first(where: { !$0.hasPrefix("-") })
    else { return }
    if !commandNames.contains(word) { throw .noCommand(word) }
  }

  /// What may stand where a command does.
  static var commandNames: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
  }

  /// Runs the command that was typed; `kind` says which it is as soon as that is known.
  private static func run(
    _ arguments: [String], _ kind: inout any ParsableCommand.Type
  ) throws {
    if let options = TypedOptions(opening: arguments) {
      return try ConsoleCommand.open(options, nil)
    }
    var command = try parsed(arguments)
    try checkHelp(command)
    kind = type(of: command)
    try command.run()
  }

  static func main() {
    StandardStreams.prepare()
    var kind: any ParsableCommand.Type = Self.self
    do {
      try run(Array(CommandLine.arguments.dropFirst()), &kind)
      OpenStores.remember()
    } catch {
      OpenStores.remember()
      Failure.end(with: error, in: kind)
    }
  }
}
