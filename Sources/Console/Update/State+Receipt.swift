// SPDX-License-Identifier: MIT

import Incidents

extension State {
  /// The sentence that says what is on the disk, and how to take it back.
  func receipt(for entry: JournalEntry) -> String {
    let all = entry.incidents
    let records = entry.records
    let ids =
      all.isEmpty && !records.isEmpty
      ? (records.count > 3
        ? "\(records.count) records" : records.map(\.text).joined(separator: ", "))
      : all.count > 3 ? "\(all.count) incidents" : all.map(\.text).joined(separator: ", ")
    let what: String
    switch entry.event {
    case .undone(let seq):
      // Undoing an undo is what people call redo.
      if let target = book.action(seq: seq), case .undone(let original) = target.event {
        return "Done again on \(ids): \(phrase(ofLine: original)). Saved #\(entry.seq)."
      }
      let again = wayBack("redo", "does it again.").map { dot + $0 } ?? "."
      return "Taken back on \(ids): \(phrase(ofLine: seq)). Saved #\(entry.seq)\(again)"
    case .response(var record):
      record.note = ""
      what = record.phrase { title(ofResponse: $0, on: entry.incidents) }
    case .commented: what = "comment on \(ids)"
    case .assigned(let owner):
      what =
        "\(ids) assigned to \(owner ?? "nobody")"
        + (owner.map { isNew($0, in: entry) } == true ? ", who is new here" : "")
    case .recorded(let edit):
      what =
        book.intakePhrase(of: entry)
        ?? edit.phrase { "\($0.noun?.title ?? "") \(book.title(of: $0))" }
    case .resolved: what = "\(ids) resolved"
    default: what = "\(ids) \(onOneLine(entry.phrase(), of: entry))"
    }
    let place = moved.flatMap { $0.seq == entry.seq ? ", \($0.words)" : nil } ?? ""
    return "Saved #\(entry.seq)\(place): \(what)"
      + (wayBack("undo", "takes it back.").map { dot + $0 } ?? ".")
  }

  /// What the key of an action does, as a sentence; `nil` if the person unbound it.
  func wayBack(_ action: String, _ sentence: String) -> String? {
    keymap.key(action).map { "\($0) \(sentence)" }
  }

  private func phrase(ofLine seq: Int) -> String {
    book.action(seq: seq).map { onOneLine($0.phrase(titles: opened?.incident), of: $0) }
      ?? "line \(seq)"
  }

  private func title(ofResponse response: String, on ids: [IncidentID]) -> String {
    ids.lazy.compactMap { book.view(of: $0)?.response(response)?.title }.first ?? response
  }
}
