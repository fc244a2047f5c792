// SPDX-License-Identifier: MIT

import Cells
import Incidents

extension State {
  /// Opens the form for the selected incident's note, with what was typed before.
  mutating func openNoteForm() -> [Effect] {
    selectedView.map { openNoteForm(on: $0) } ?? []
  }

  /// Opens the form for an incident's note, with what was typed before.
  mutating func openNoteForm(on view: Case) -> [Effect] {
    var form = NoteForm(id: view.id, seen: view.version, texts: [:], known: [:])
    for field in NoteField.allCases {
      let known = field.text(in: view.written, times)
      form.known[field] = known
      form.texts[field] = TextField(drafts[.note(view.id, field)] ?? known)
    }
    overlay = .note(form)
    return []
  }

  mutating func press(_ key: Key, on form: NoteForm) -> [Effect] {
    var form = form
    switch (key, form.row) {
    case (.escape, _), (.enter, .cancel): return leave(form)
    case (.control("s"), _), (.enter, .save): return accept(form)
    case (.tab, _), (.enter, .field): form.move(by: 1)
    case (.backtab, _): form.move(by: -1)
    case (_, .field(let field)): edit(field, of: &form, key)
    case (.down, _), (.right, _), (.character("l"), _), (.character("j"), _): form.move(by: 1)
    case (.up, _), (.left, _), (.character("h"), _), (.character("k"), _): form.move(by: -1)
    default: break
    }
    overlay = .note(form)
    return []
  }

  private mutating func edit(_ field: NoteField, of form: inout NoteForm, _ key: Key) {
    let text = form.texts[field] ?? TextField()
    var area = TextArea(text, columns: NoteScreen.columns(size))
    // A due time is one line.
    let isUnderstood =
      field == .due && key == .control("j") ? false : area.handle(.key(key))
    if !isUnderstood, key == .down { form.move(by: 1) }
    if !isUnderstood, key == .up { form.move(by: -1) }
    form.texts[field] = area.field
    keep(form)
  }

  /// Keeps what is typed in the form and says something new.
  mutating func keep(_ form: NoteForm) {
    for field in NoteField.allCases {
      keep(
        form.texts[field]?.text ?? "", as: .note(form.id, field), unless: form.known[field] ?? "")
    }
  }

  private mutating func leave(_ form: NoteForm) -> [Effect] {
    overlay = nil
    let isChanged = NoteField.allCases.contains(where: form.isChanged)
    say(.info, isChanged ? "Kept as a draft, not recorded." : "Nothing was recorded.")
    return []
  }

  private mutating func accept(_ form: NoteForm) -> [Effect] {
    var note = Note()
    func changed(_ field: NoteField) -> String? {
      form.isChanged(field) ? form.texts[field]?.text.trimmed : nil
    }
    note.hypothesis = changed(.hypothesis)
    note.nextStep = changed(.nextStep)
    note.blocker = changed(.blocker)
    if let due = changed(.due) {
      let moment = ComingTime.read(due, now: now, zone: zone)
      guard due.isEmpty || moment != nil else {
        var form = form
        form.row = .field(.due)
        overlay = .note(form)
        say(.info, "Due: write \(ComingTime.forms).")
        return []
      }
      note.due = .some(moment)
    }
    overlay = nil
    guard !note.isEmpty else {
      say(.info, "Nothing was changed; nothing was recorded.")
      return []
    }
    return propose(.noted(note), on: form.id, seen: form.seen)
  }
}

extension NoteForm {
  /// Moves the focus so many rows on, round and round.
  mutating func move(by offset: Int) {
    let all = Row.all
    let place = all.firstIndex(of: row) ?? 0
    row = all[(place + offset + all.count) % all.count]
  }
}
