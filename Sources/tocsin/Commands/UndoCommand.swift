// SPDX-License-Identifier: MIT

import ArgumentParser
import Incidents

/// `tocsin undo`: take back your newest action, or an older one.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back your newest action, or an older one, if nobody changed it since.",
    usage: "tocsin undo [<line>] [--list] [--if-version <version>]")

  @Argument(help: "A line of yours from --list; without it, the newest.") var line: Int?
  @Flag(help: "List what you could take back, newest first, and change nothing.") var list = false
  @OptionGroup var seen: SeenVersion
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    try seen.check()
    let session = try Session(global, writing: !list)
    if list { return try listActions(of: session) }
    guard let action = try action(in: session) else {
      Failure.tell("There is nothing of yours to take back.")
      return
    }
    var proposal = try seen.proposal(
      .undone(seq: action.seq), on: action.incidents, in: session.book)
    if action.incidents.isEmpty { try seen.check(action.records, in: session.book) }
    for subject in action.records { proposal.records[subject] = .some(seen.ifVersion) }
    let phrase = JournalText(session).phrase(action)
    do {
      try session.record(proposal, .notDefender, ask: seen.ask) { _ in
        "took back line \(action.seq): \(phrase)"
      }
    } catch {
      if line == nil {
        Failure.tell(
          "'tocsin undo --list' shows your other lines, 'tocsin undo LINE' takes one back.")
      }
      throw error
    }
  }

  /// What to take back: the line named, or else the newest.
  private func action(in session: Session) throws(Failure) -> JournalEntry? {
    guard let line else { return session.book.undoable(by: session.settings.author) }
    guard let action = session.book.action(seq: line),
      Self.isUndoable(action, by: session.settings.author)
    else { throw .noAction(line) }
    return action
  }

  private static func isUndoable(_ action: JournalEntry, by author: Author) -> Bool {
    action.by.uid == author.uid && action.by.name == author.name && action.event.isUndoable
  }

  private func listActions(of session: Session) throws {
    let author = session.settings.author
    let actions = session.book.actions.reversed().filter {
      Self.isUndoable($0, by: author) && !session.book.isUndone($0)
    }
    let lines = JournalText(session).lines(actions) { action in
      let refused = session.book.judge(Proposal(undoing: action), by: author).allRefused
      let sentences = refused.map { "\($0.subject): \($0.refusal.sentence)" }
        .joined(separator: " ")
      return refused.isEmpty ? "" : " [blocked: \(sentences)]"
    }
    try StandardStreams.out(lines.joined())
    if actions.isEmpty { Failure.tell("There is nothing of yours to take back.") }
  }
}
