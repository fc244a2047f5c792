// SPDX-License-Identifier: MIT

import ArgumentParser
import Incidents

/// `tocsin undo`: take back your newest action.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back your newest action, if nobody changed it since.",
    usage: "tocsin undo [--list] [--if-version <version>]")

  @Flag(help: "List what you could take back, newest first, and change nothing.") var list = false
  @OptionGroup var seen: SeenVersion
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    let session = try Session(global, writing: !list)
    if list { return try listActions(of: session) }
    guard let action = session.book.undoable(by: session.settings.author) else {
      Failure.tell("There is nothing of yours to take back.")
      return
    }
    let proposal = try seen.proposal(.undone(seq: action.seq), on: action.incidents)
    let phrase = JournalText(session).phrase(action)
    try session.record(proposal) { _ in "took back line \(action.seq): \(phrase)" }
  }

  private func listActions(of session: Session) throws {
    let author = session.settings.author
    let actions = session.book.actions.reversed().filter {
      $0.by.uid == author.uid && $0.by.name == author.name && $0.event.isUndoable
        && !session.book.isUndone($0)
    }
    try StandardStreams.out(JournalText(session).lines(actions).joined())
    if actions.isEmpty { Failure.tell("There is nothing of yours to take back.") }
  }
}
