// SPDX-License-Identifier: MIT

import Cells
import Incidents

extension State {
  /// What a key does: it goes to what lies on top, else through the registry.
  mutating func press(_ key: Key, at: Int64) -> [Effect] {
    if Frame(self).isTooSmall { return pressUnseen(key) }
    queuePane.isTouched = true
    sent = nil
    if overlay != nil { return pressOnOverlay(key, at: at) }
    if let history { return press(key, on: history) }
    notice = nil
    let keys = pendingKeys + [key]
    switch keymap.match(keys, in: place) {
    case .action(let action):
      pendingKeys = []
      return run(action)
    case .prefix:
      pendingKeys = keys
      return []
    case .none:
      // A key that does not continue a sequence cancels it and does nothing.
      if pendingKeys.isEmpty { explain(key) }
      pendingKeys = []
      return []
    }
  }

  /// What a key does where nothing can be shown: what is open waits, and is not left by it.
  private func pressUnseen(_ key: Key) -> [Effect] {
    if key == .control("l") { return [.redraw] }
    return waiting == nil && keymap.isKey(key, of: "quit") ? [.quit] : []
  }

  /// What is open and waits until the screen is large enough, as a sentence; `nil` if nothing is.
  var waiting: String? {
    switch overlay {
    case .confirm: "The question waits."
    case .prompt, .snooze, .resolve, .record: "Your text is kept."
    case nil: history?.field == nil ? nil : "Your text is kept."
    default: "What is open waits."
    }
  }

  /// Does an action, or says why it cannot be done.
  mutating func run(_ action: Action) -> [Effect] {
    if let reason = action.disabled(self) {
      say(.info, "\(action.title): \(reason)")
      return []
    }
    return action.perform(&self)
  }

  /// Says where a key would do something, if not here.
  private mutating func explain(_ key: Key) {
    if key == .control("c") {
      say(.info, "\(keymap.key("quit") ?? "q") quits; Esc goes one step back.")
      return
    }
    for pane in Pane.allCases where pane != focus || board != nil {
      if case .action(let action) = keymap.match([key], in: .pane(pane)) {
        let name = KeySequence([key]).description
        say(.info, "\(name) is \(action.title) in pane \(pane.rawValue) \(pane.title).")
        return
      }
    }
  }

  /// A paste is text in a text field, and nothing anywhere else.
  mutating func paste(_ text: String) -> [Effect] {
    pendingKeys = []
    if Frame(self).isTooSmall { return [] }
    switch overlay {
    case .prompt(var prompt):
      if prompt.isSuggestion { prompt.field.clear() }
      prompt.isSuggestion = false
      _ = prompt.field.insert(text)
      return edited(prompt)
    case .resolve(var form) where form.row == .comment:
      _ = form.comment.insert(text)
      keepComment(of: form)
      overlay = .resolve(form)
    case .record(var form):
      guard case .field(let place) = form.row else { return [] }
      if case .choice = form.fields[place].kind { return [] }
      _ = form.texts[place].insert(text)
      overlay = .record(form)
      keep(form)
    case .snooze(var form) where form.row == .until:
      _ = form.until.insert(text)
      overlay = .snooze(form)
    case .snooze(var form) where form.row == .reason:
      _ = form.reason.insert(text)
      keepReason(of: form)
      overlay = .snooze(form)
    case .help(var list):
      _ = list.field.insert(text)
      list.place = 0
      list.top = 0
      overlay = .help(list)
    case .palette(var list):
      _ = list.field.insert(text)
      overlay = .palette(listed(list))
    case .messages(var list) where list.field != nil:
      _ = list.field?.insert(text)
      overlay = .messages(list)
    case .confirm:
      say(.info, "A paste is no answer.")
    case nil where history?.field != nil: _ = history?.field?.insert(text)
    default:
      say(.info, "Paste ignored: nothing here takes text.")
    }
    return []
  }
}
