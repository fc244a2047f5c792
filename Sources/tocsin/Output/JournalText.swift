// SPDX-License-Identifier: MIT

import IncidentStore
import Incidents
import SafeText

/// Journal lines as people read them.
struct JournalText {
  /// The widest column of names or ids.
  private static let widest = 32

  private let session: Session

  /// Text for the lines of a session's journal.
  init(_ session: Session) { self.session = session }

  /// Lines in columns: number, time, who, which incidents, what, and a remark on it.
  func lines(
    _ entries: [JournalEntry], remark: (JournalEntry) -> String = { _ in "" }
  ) -> [String] {
    let rows = entries.map { entry in
      (
        entry: entry, who: VisibleText(entry.by.title, .indicator),
        subjects: VisibleText(subjects(entry), .typed)
      )
    }
    let style = session.settings.style
    let numberColumns = max(4, String(entries.map(\.seq).max() ?? 0).utf8.count)
    let whoColumns = min(Self.widest, rows.map(\.who.width).max() ?? 0)
    let subjectColumns = min(Self.widest, rows.map(\.subjects.width).max() ?? 0)
    return rows.map { row in
      let seq = String(row.entry.seq)
      let columns = [
        String(repeating: " ", count: numberColumns - seq.utf8.count) + seq,
        row.entry.at.dayAndTime,
        style.column(row.who, whoColumns), style.column(row.subjects, subjectColumns),
        visible(phrase(row.entry)).text + undone(row.entry) + visible(remark(row.entry)).text,
      ]
      return columns.joined(separator: "  ") + "\n"
    }
  }

  /// What happened, with the titles of the responses it names.
  func phrase(_ entry: JournalEntry) -> String {
    guard case .response(let record) = entry.event, let id = entry.incidents.first,
      let view = session.book.view(of: session.book.current(id))
    else { return entry.phrase() }
    return record.phrase { view.response($0)?.title ?? "response \($0)" }
  }

  /// The texts a search looks through.
  func searchTexts(_ entry: JournalEntry) -> [String] {
    [entry.event.kind, entry.by.title, phrase(entry)] + entry.on.keys.map(\.text)
  }

  private func undone(_ entry: JournalEntry) -> String {
    session.book.isUndone(entry) ? " (undone)" : ""
  }

  private func subjects(_ entry: JournalEntry) -> String {
    let subjects = entry.on.keys.sorted().map(\.text)
    let shown = subjects.prefix(3).joined(separator: " ")
    return subjects.count > 3 ? "\(shown) and \(subjects.count - 3) more" : shown
  }
}
