// SPDX-License-Identifier: MIT

import ArgumentParser
import Incidents

/// `tocsin note`: what a handover needs to know of an incident.
struct NoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Note hypothesis, next step, blocker or due time.",
    usage: """
      tocsin note <id> [<text> | -] [--hypothesis <text>] [--next <text>] [--blocker <text>] \
      [--due <time> | --no-due] [--if-version <version>]
      """,
    discussion: """
      The text without an option is the hypothesis. What is not given stays as it is; an empty \
      text takes it away. A time is \(ComingTime.forms); local unless it ends in Z.
      """)

  @Argument(help: "The incident.") var id: IncidentID
  @Argument(help: "The hypothesis, or - to read it from standard input.") var text: String?
  @Option(help: "What is thought to have happened.") var hypothesis: String?
  @Option(help: ArgumentHelp("What is to be done next.", valueName: "text")) var next: String?
  @Option(help: "What stands in the way.") var blocker: String?
  @Option(help: ArgumentHelp("When the next step is due.", valueName: "time")) var due: String?
  @Flag(help: "Nothing is due any more.") var noDue = false
  @OptionGroup var seen: SeenVersion
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    guard text == nil || hypothesis == nil else { throw Failure.twoHypotheses }
    var note = Note(
      hypothesis: hypothesis.map(Self.trimmed), nextStep: next.map(Self.trimmed),
      blocker: blocker.map(Self.trimmed))
    if let text { note.hypothesis = try TypedText(text).value }
    if let due { note.due = .some(try ComingMoment(due, option: "--due").moment) }
    if noDue {
      guard due == nil else { throw Failure.dueOrNot }
      note.due = .some(nil)
    }
    if note.isEmpty { throw Failure.emptyText }
    try seen.check()
    let session = try Session(global, writing: true)
    let proposal = try seen.proposal(.noted(note), on: [id], in: session.book)
    try session.record(proposal, .notDefender, ask: seen.ask) { _ in "noted" }
  }

  private static func trimmed(_ text: String) -> String {
    (try? TypedText(text, readsInput: false).value) ?? ""
  }
}
