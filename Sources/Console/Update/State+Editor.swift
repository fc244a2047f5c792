// SPDX-License-Identifier: MIT

import Cells
import Incidents

extension State {
  /// The text with the focus that may have several lines, and so can go to an editor.
  var editable: TextField? {
    switch overlay {
    case .prompt(let prompt):
      switch prompt.purpose {
      case .comment, .many(.comment, _): prompt.field
      default: nil
      }
    case .record(let form):
      if case .field(let place) = form.row, form.isOnLongText { form.texts[place] } else { nil }
    case .resolve(let form): form.row == .comment ? form.comment : nil
    default: nil
    }
  }

  /// Handles the second key of Control-X Control-E, and the first; `nil` for any other.
  mutating func pressForEditor(_ key: Key) -> [Effect]? {
    if pendingKeys == [.control("x")] {
      pendingKeys = []
      guard key == .control("e"), let editable else { return [] }
      return [.edit(editable.text)]
    }
    guard key == .control("x"), editable != nil else { return nil }
    pendingKeys = [key]
    return []
  }

  /// Puts what comes back from the editor into the form; nothing is recorded by that.
  mutating func take(_ outcome: EditorOutcome) {
    switch outcome {
    case .failed(let sentence): say(.failure, sentence + " Your text is kept.")
    case .text(let text):
      switch overlay {
      case .prompt(var prompt):
        prompt.field = TextField(text)
        _ = edited(prompt)
      case .record(var form):
        guard case .field(let place) = form.row else { return }
        form.texts[place] = TextField(text)
        overlay = .record(form)
        keep(form)
      case .resolve(var form):
        form.comment = TextField(text)
        drafts[.resolution(form.id)] = text
        overlay = .resolve(form)
      default: return
      }
      say(.info, "Back from the editor; nothing is recorded yet.")
    }
  }
}
