// SPDX-License-Identifier: MIT

import Cells
import Incidents

extension State {
  /// Opens a form for a record, with what was typed before; `fixed` is set with it.
  mutating func openForm(
    _ title: String, _ target: RecordForm.Target, _ fields: [RecordForm.Field],
    fixed: [String: String] = [:], suggested: [String: String] = [:]
  ) -> [Effect] {
    var record: Record?
    if case .record(let subject) = target { record = book.record(subject) }
    let known = fields.map { field in shown(record?[field.name] ?? "", as: field.kind) }
    return open(
      RecordForm(
        title: title, target: target, seen: book.seq, fields: fields, fixed: fixed, texts: [],
        known: known), suggested: suggested)
  }

  /// Opens a form with what was typed before, or what is known, or suggested, in its fields.
  mutating func open(_ form: RecordForm, suggested: [String: String] = [:]) -> [Effect] {
    var form = form
    form.texts = form.fields.indices.map { place in
      let known = form.known[place]
      let suggestion = known.isEmpty ? suggested[form.fields[place].name] : nil
      return TextField(drafts[form.draft(place)] ?? suggestion ?? known)
    }
    overlay = .record(form)
    return []
  }

  /// A field's value as it would be typed.
  private func shown(_ value: String, as kind: RecordForm.Field.Kind) -> String {
    guard case .moment = kind else { return value }
    return Timestamp(iso8601: value).map(times.dayAndTime) ?? value
  }

  mutating func press(_ key: Key, on form: RecordForm) -> [Effect] {
    var form = form
    switch (key, form.row) {
    case (.escape, _), (.enter, .cancel): return leave(form)
    case (.control("s"), _), (.enter, .save): return accept(form)
    case (.tab, _), (.enter, .field): form.move(by: 1)
    case (.backtab, _): form.move(by: -1)
    case (_, .field(let place)): edit(place, of: &form, key)
    case (.down, _), (.right, _), (.character("l"), _), (.character("j"), _): form.move(by: 1)
    case (.up, _), (.left, _), (.character("h"), _), (.character("k"), _): form.move(by: -1)
    default: break
    }
    overlay = .record(form)
    return []
  }

  private mutating func edit(_ place: Int, of form: inout RecordForm, _ key: Key) {
    let isOneLine: Bool
    switch form.fields[place].kind {
    case .choice(let choices):
      choose(key, among: choices, place, of: &form)
      return
    case .text: isOneLine = false
    case .line, .moment, .number, .hours: isOneLine = true
    }
    var area = TextArea(form.texts[place], columns: RecordFormScreen.columns(size))
    let isUnderstood = isOneLine && key == .control("j") ? false : area.handle(.key(key))
    if !isUnderstood, key == .down { form.move(by: 1) }
    if !isUnderstood, key == .up { form.move(by: -1) }
    form.texts[place] = area.field
    keep(form)
  }

  private mutating func choose(
    _ key: Key, among choices: [RecordForm.Field.Choice], _ place: Int, of form: inout RecordForm
  ) {
    let now = choices.firstIndex { $0.value == form.texts[place].text } ?? -1
    switch key {
    case .right, .character(" "), .character("l"):
      form.texts[place] = TextField(choices[(now + 1) % choices.count].value)
    case .left, .character("h"):
      form.texts[place] = TextField(
        choices[(max(now, 0) + choices.count - 1) % choices.count].value)
    case .down, .character("j"): form.move(by: 1)
    case .up, .character("k"): form.move(by: -1)
    default: break
    }
    form.settleNote()
    keep(form)
  }

  /// Keeps what is typed in the form and says something new.
  mutating func keep(_ form: RecordForm) {
    for place in form.fields.indices {
      keep(form.texts[place].text, as: form.draft(place), unless: form.known[place])
    }
  }

  private mutating func leave(_ form: RecordForm) -> [Effect] {
    overlay = nil
    let isChanged = form.fields.indices.contains(where: form.isChanged)
    say(.info, isChanged ? "Kept as a draft, not recorded." : "Nothing was recorded.")
    return []
  }

  private mutating func accept(_ form: RecordForm) -> [Effect] {
    var values: [String: String] = [:]
    for (place, field) in form.fields.enumerated() {
      var value = form.texts[place].text.trimmed
      if field.isRequired, value.isEmpty {
        return hold(form, at: place, "\(field.label): this is needed.")
      }
      guard form.isChanged(place) else { continue }
      if field.kind == .moment, !value.isEmpty {
        guard let moment = ComingTime.read(value, now: now, zone: zone) else {
          return hold(form, at: place, "\(field.label): write \(ComingTime.forms).")
        }
        if field.name == ReadinessItem.Field.checkedAt, moment > now {
          return hold(form, at: place, "\(field.label): that is still to come.")
        }
        value = moment.iso8601
      }
      if let fault = fault(of: value, as: field.kind) {
        return hold(form, at: place, "\(field.label): \(fault)")
      }
      values[field.name] = value
    }
    let fixed = form.fixed.filter { name, value in
      guard case .record(let subject) = form.target else { return !values.isEmpty }
      return book.record(subject).map { !$0[name].utf8.elementsEqual(value.utf8) } ?? true
    }
    guard !values.isEmpty || !fixed.isEmpty else {
      overlay = nil
      say(.info, "Nothing was changed; nothing was recorded.")
      return []
    }
    values.merge(fixed) { typed, _ in typed }
    if case .note(let id) = form.target {
      overlay = nil
      return propose(.noted(Note(values)), on: id, seen: form.seen, keeping: .record(form))
    }
    guard let subject = subject(of: form, values) else {
      return hold(form, at: 0, "A name needs a letter or a digit.")
    }
    if subject.noun == .readiness, values[ReadinessItem.Field.state] != nil {
      // Whoever sets a state has looked.
      values.merge([ReadinessItem.Field.checkedAt: now.iso8601]) { typed, _ in typed }
    }
    if let fault = AssetCount.fault(of: values, on: subject, in: book) {
      return hold(form, at: 0, fault)
    }
    let proposal = Proposal(RecordEdit(subject, values), seen: form.seen)
    return send(proposal, keeping: .record(form)) { $0.commit(proposal) }
  }

  /// A form whose author now sees what others wrote; what was typed stays, and is a draft.
  func renewed(_ form: RecordForm) -> RecordForm {
    var form = form
    let before = form
    switch form.target {
    case .record(let subject):
      form.seen = book.seq
      let record = book.record(subject)
      form.known = form.fields.map { shown(record?[$0.name] ?? "", as: $0.kind) }
    case .note(let id):
      guard let view = book.view(of: id) else { return form }
      form.seen = view.version
      form.known = NoteField.allCases.map { $0.text(in: view.written, times) }
    case .new: form.seen = book.seq
    }
    for place in form.fields.indices where !before.isChanged(place) {
      form.texts[place] = TextField(form.known[place])
    }
    return form
  }

  /// What is wrong with a value, as a sentence; `nil` if nothing.
  private func fault(of value: String, as kind: RecordForm.Field.Kind) -> String? {
    guard !value.isEmpty else { return nil }
    switch kind {
    case .number: return AssetCount.number(value) == nil ? "write a count in digits." : nil
    case .hours: return DutyHours(value) == nil ? "write \(DutyHours.forms)." : nil
    case .line, .text, .choice, .moment: return nil
    }
  }

  private mutating func hold(_ form: RecordForm, at place: Int, _ sentence: String) -> [Effect] {
    var form = form
    form.row = .field(place)
    overlay = .record(form)
    say(.info, sentence)
    return []
  }

  /// The record a form writes.
  private func subject(of form: RecordForm, _ values: [String: String]) -> Subject? {
    switch form.target {
    case .record(let subject): subject
    case .note: nil
    case .new(let noun, let field):
      book.subject(
        noun, namedAfter: values[field] ?? "", kind: values[Exclusion.Field.kind] ?? "")
    }
  }

  /// Gives up the drafts of what was recorded, wherever they were typed.
  mutating func forgetDrafts(of edit: RecordEdit) {
    for (subject, values) in edit.values {
      for name in values.keys {
        drafts[.record(subject.text, field: name)] = nil
        if let noun = subject.noun { drafts[.record("new/\(noun.rawValue)", field: name)] = nil }
      }
    }
  }
}
