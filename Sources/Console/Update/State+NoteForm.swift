// SPDX-License-Identifier: MIT

import Incidents

extension State {
  /// Opens the form for the selected incident's note, with what was typed before.
  mutating func openNoteForm() -> [Effect] {
    selectedView.map { openNoteForm(on: $0) } ?? []
  }

  /// Opens the form for an incident's note, with what was typed before.
  mutating func openNoteForm(on view: Case) -> [Effect] {
    let fields = NoteField.allCases.map { field in
      RecordForm.Field(field.rawValue, field.title, field == .due ? .moment : .text)
    }
    return open(
      RecordForm(
        title: "Note on \(view.id)", target: .note(view.id), seen: view.version, fields: fields,
        fixed: [:], texts: [], known: NoteField.allCases.map { $0.text(in: view.written) }))
  }
}

extension Note {
  /// A note that sets the parts that were written anew, a due time in ISO 8601.
  init(_ values: [String: String]) {
    self.init(
      hypothesis: values[NoteField.hypothesis.rawValue],
      nextStep: values[NoteField.nextStep.rawValue],
      blocker: values[NoteField.blocker.rawValue],
      due: values[NoteField.due.rawValue].map { Timestamp(iso8601: $0) })
  }
}
