// SPDX-License-Identifier: MIT

import ArgumentParser
import IncidentStore
import Incidents

/// `tocsin containment`: what responses have switched off.
struct ContainmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "containment",
    abstract: "List what responses have switched off, the longest first, and how to lift it.",
    usage: "tocsin containment [--format <format>]",
    discussion: """
      Devices isolated, apps restricted, users disabled, files and indicators blocked: over all \
      incidents, closed ones included. A row ends when its inverse is completed later on the same \
      target, by its id, in any incident. tocsin lifts nothing.
      """)

  @Option(help: "text or json.") var format = BoardFormat.text
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    let session = try Session(global)
    let board = ContainmentBoard(session.book, TriageQueue(session.book))
    var output = BufferedOutput()
    switch format {
    case .json: try output.write(ContainmentJSON(board).bytes + [0x0A])
    case .text:
      let text = ContainmentText(style: session.settings.style)
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
