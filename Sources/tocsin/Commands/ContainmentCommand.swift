// SPDX-License-Identifier: MIT

import ArgumentParser
import IncidentStore
import Incidents

/// `tocsin containment`: what responses have switched off.
struct ContainmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "containment", abstract: "List what is switched off, and record what was lifted.",
    subcommands: [ContainmentList.self, ContainmentLift.self],
    defaultSubcommand: ContainmentList.self)
}

/// `tocsin containment lift`.
struct ContainmentLift: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lift",
    abstract: "Record that what a response switched off was switched on again.",
    usage: "tocsin containment lift <incident> <response> [--note <text>]",
    discussion: "For what no response asks to be lifted. This records; tocsin lifts nothing.")

  @Argument(help: "The incident.") var incident: IncidentID
  @Argument(help: "The response that switched it off.", completion: Suggestions.responses)
  var response: String
  @Option(help: "How it was lifted.") var note: String?
  @OptionGroup var seen: SeenVersion
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    let note = try self.note.map { text throws(Failure) in try TypedText(text).value } ?? ""
    try seen.check()
    let session = try Session(global, writing: true)
    let id = try session.resolve(incident)
    let view = session.book.view(of: id)
    let name = try ResponseName.ids([response], of: view).first ?? response
    let board = ContainmentBoard(session.book, TriageQueue(session.book))
    let wanted = ResponseReference(id, name)
    guard let row = board.rows.first(where: { $0.response == wanted }),
      let edit = row.lifting(note: note)
    else { throw Failure.nothingToLift(id, name) }
    try session.record(Proposal(edit, seen: seen.ifVersion), .notTheTenant) { _ in
      "lifted: \(row.title) (\(name))"
    }
  }
}

/// `tocsin containment list`, which is `tocsin containment`.
struct ContainmentList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List what responses have switched off, the longest first, and how to lift it.",
    usage: "tocsin containment [--format <format>]",
    discussion: """
      Devices isolated, apps restricted, users disabled, files and indicators blocked: over all \
      incidents, closed ones included. A row ends when its inverse is completed later on the same \
      target, by its id, in any incident, and when 'tocsin containment lift' recorded that it was \
      lifted. tocsin lifts nothing.
      """)

  @Option(help: "text or json.") var format = BoardFormat.text
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    let session = try Session(global)
    let board = ContainmentBoard(session.book, TriageQueue(session.book))
    let excluded = try session.excluded(board.rows.map(\.response))
    var output = BufferedOutput()
    switch format {
    case .json: try output.write(ContainmentJSON(board, excluded: excluded).bytes + [0x0A])
    case .text:
      let text = ContainmentText(style: session.settings.style, excluded: excluded)
      for row in board.rows { try output.write(text.lines(row)) }
    }
    try output.flush()
    if format == .text { tally(board, session.settings.style) }
    _ = session.store.saveIndex()
  }

  private func tally(_ board: ContainmentBoard, _ style: TextStyle) {
    var facts = ["\(board.rows.count) in force"]
    if board.unknown > 0 { facts.append("\(board.unknown) done of a kind not known here") }
    if board.incomplete > 0 {
      facts.append("\(board.incomplete) with more responses than are known here")
    }
    Failure.tell(facts.joined(separator: style.dot))
  }
}

/// How a board is written.
enum BoardFormat: String, CaseIterable, ExpressibleByArgument {
  /// Lines to read.
  case text
  /// One object.
  case json
}
