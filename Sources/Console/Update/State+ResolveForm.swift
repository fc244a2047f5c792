// SPDX-License-Identifier: MIT

import Cells
import Incidents

extension State {
  /// Opens the form that closes or classifies the selected incident, with what is known filled in.
  mutating func openResolveForm(closes: Bool = true) -> [Effect] {
    guard let view = selectedView else { return [] }
    var form = ResolveForm(id: view.id, seen: view.version)
    form.closes = closes
    let known = view.resolution.value
    if Classification.choices.contains(known.classification) {
      form.classification = known.classification
      if known.classification.determinations.contains(known.determination) {
        form.determination = known.determination
      }
    }
    if closes { form.comment = TextField(drafts[.resolution(view.id)] ?? "") }
    overlay = .resolve(form)
    return []
  }

  /// Opens the form that closes many incidents; what it says goes to all of them.
  mutating func openResolveForm(on targets: Targets, closes: Bool = true) -> [Effect] {
    guard let id = targets.ids.first else { return [] }
    var form = ResolveForm(id: id, seen: 0)
    form.targets = targets
    form.closes = closes
    if closes { form.comment = TextField(manyDrafts[ManyDraft(.resolution, for: targets)] ?? "") }
    overlay = .resolve(form)
    return []
  }

  /// Keeps the comment that is typed.
  mutating func keepComment(of form: ResolveForm) {
    if let targets = form.targets {
      keep(form.comment.text, as: ManyDraft(.resolution, for: targets))
    } else {
      drafts[.resolution(form.id)] = form.comment.text
    }
  }

  mutating func press(_ key: Key, on form: ResolveForm) -> [Effect] {
    var form = form
    switch (key, form.row) {
    case (.escape, _):
      overlay = nil
      say(.info, form.comment.isEmpty ? "Nothing was recorded." : "Kept as a draft, not recorded.")
      return []
    case (.tab, _), (.down, _): form.move(by: 1)
    case (.backtab, _), (.up, _): form.move(by: -1)
    case (.enter, .cancel):
      overlay = nil
      say(.info, "Nothing was recorded.")
      return []
    case (.enter, .resolve): return accept(form)
    case (.enter, _): form.move(by: 1)
    case (_, .comment):
      _ = form.comment.handle(.key(key))
      keepComment(of: form)
    case (.character("j"), _): form.move(by: 1)
    case (.character("k"), _): form.move(by: -1)
    case (.right, _), (.character("l"), _), (.character(" "), _): form.turn(by: 1)
    case (.left, _), (.character("h"), _): form.turn(by: -1)
    default: break
    }
    overlay = .resolve(form)
    return []
  }

  private mutating func accept(_ form: ResolveForm) -> [Effect] {
    guard let classification = form.classification, let determination = form.determination else {
      var form = form
      form.row = form.classification == nil ? .classification : .determination
      overlay = .resolve(form)
      say(.info, "Choose a classification and a determination first.")
      return []
    }
    overlay = nil
    if let targets = form.targets, !form.closes {
      return propose(.classified(classification, determination), on: targets)
    }
    guard form.closes else {
      return propose(.classified(classification, determination), on: form.id, seen: form.seen)
    }
    let resolution = Resolution(
      classification: classification, determination: determination, comment: form.comment.text)
    if let targets = form.targets { return propose(.resolved(resolution), on: targets) }
    return propose(.resolved(resolution), on: form.id, seen: form.seen)
  }
}

extension ResolveForm.Row {
  /// The row so many places on, round and round.
  func next(_ offset: Int) -> ResolveForm.Row {
    let all = Self.allCases
    let place = (rawValue + offset + all.count) % all.count
    return all[place]
  }
}

extension ResolveForm {
  /// What it closes: an id, or how many.
  var name: String { targets.map { State.incidents($0.seen.count) } ?? id.text }

  /// Moves the focus so many rows on; who only classifies writes no comment.
  mutating func move(by offset: Int) {
    repeat { row = row.next(offset) } while row == .comment && !closes
  }

  /// Chooses the next value of the row with the focus; on the buttons, the other button.
  mutating func turn(by offset: Int) {
    switch row {
    case .classification:
      classification = Self.next(classification, among: Classification.choices, offset)
      determination = nil
    case .determination:
      let choices = classification?.determinations ?? []
      determination = Self.next(determination, among: choices, offset)
    case .cancel: row = .resolve
    case .resolve: row = .cancel
    case .comment: break
    }
  }

  private static func next<Value: Equatable>(
    _ value: Value?, among choices: [Value], _ offset: Int
  ) -> Value? {
    guard !choices.isEmpty else { return nil }
    guard let place = value.flatMap(choices.firstIndex(of:)) else {
      return offset > 0 ? choices.first : choices.last
    }
    return choices[(place + offset + choices.count) % choices.count]
  }
}
