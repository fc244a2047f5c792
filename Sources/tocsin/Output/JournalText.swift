// SPDX-License-Identifier: MIT

import IncidentStore
import Incidents
import SafeText

/// Journal lines as people read them.
struct JournalText {
  private let session: Session

  /// Text for the lines of a session's journal.
  init(_ session: Session) { self.session = session }

  /// A line: number, time, who, which incidents, what.
  func line(_ entry: JournalEntry) -> String {
    let number = String(entry.seq)
    let padding = String(repeating: " ", count: max(0, 6 - number.utf8.count))
    let columns = [
      padding + number, entry.at.dayAndTime, shown(who(entry)), shown(subjects(entry)),
      VisibleText(phrase(entry), .prose, showingAll: true).text + undone(entry),
    ]
    return columns.joined(separator: "  ") + "\n"
  }

  /// What happened, with the titles of the responses it names.
  func phrase(_ entry: JournalEntry) -> String {
    guard case .response(let record) = entry.event, let id = entry.incidents.first,
      let view = session.book.view(of: session.book.current(id))
    else { return entry.phrase() }
    let titles = record.responses.map { view.response($0)?.title ?? "response \($0)" }
    let note = record.note.isEmpty ? "" : ": \(record.note)"
    return "\(record.step.phrase) \(titles.joined(separator: ", "))\(note)"
  }

  /// The texts a search looks through.
  func searchTexts(_ entry: JournalEntry) -> [String] {
    [entry.event.kind, who(entry), phrase(entry)] + entry.on.keys.map(\.text)
  }

  private func who(_ entry: JournalEntry) -> String { entry.by.title }

  private func undone(_ entry: JournalEntry) -> String {
    session.book.isUndone(entry) ? " (undone)" : ""
  }

  private func subjects(_ entry: JournalEntry) -> String {
    let subjects = entry.on.keys.sorted().map(\.text)
    let shown = subjects.prefix(3).joined(separator: " ")
    return subjects.count > 3 ? "\(shown) and \(subjects.count - 3) more" : shown
  }
}
