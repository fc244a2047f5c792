// SPDX-License-Identifier: MIT

import Cells
import Incidents

extension State {
  mutating func pressOnOverlay(_ key: Key, at: Int64) -> [Effect] {
    // The shell and the screen stay within reach, and Control-C is one more way to cancel.
    switch key {
    case .control("z"): return [.suspend]
    case .control("l"): return [.redraw]
    case .control("c"): return pressOnOverlay(.escape, at: at)
    default: break
    }
    if let effects = pressForEditor(key) { return effects }
    switch overlay {
    case .help(let list): return press(key, onHelp: list)
    case .palette(let list): return press(key, onPalette: list)
    case .messages(let list): return press(key, on: list)
    case .order(let selected): return press(key, onOrder: selected)
    case .copy: return pressOnCopy(key)
    case .entities(let list): return press(key, on: list)
    case .views(let selected): return pressOnViews(key, selected)
    case .report(let report): press(key, on: report)
    case .prompt(let prompt): return press(key, on: prompt)
    case .snooze(let form): return press(key, on: form)
    case .resolve(let form): return press(key, on: form)
    case .record(let form): return press(key, on: form)
    case .confirm(let confirmation): return press(key, on: confirmation, at: at)
    case nil: break
    }
    return []
  }

  private mutating func press(
    _ key: Key, on question: Confirmation, at: Int64
  ) -> [Effect] {
    // A key typed before the question could be read is no answer to it.
    guard let shownAt = question.shownAt, at - shownAt >= Confirmation.deadTime else { return [] }
    if question.mustShowAll, !ConfirmScreen.fits(question, self) {
      guard key == .escape else { return [] }
    }
    var question = question
    if let target = question.target {
      switch key {
      case .escape:
        overlay = nil
        say(.info, "Nothing was recorded.")
      case .enter where question.field.text == target:
        overlay = nil
        return commit(question)
      case .enter:
        overlay = nil
        say(.info, "That is not \(target): nothing was recorded.")
      default:
        _ = question.field.handle(.key(key))
        overlay = .confirm(question)
      }
      return []
    }
    switch key {
    case .character("y"):
      overlay = nil
      return commit(question)
    case .enter, .escape, .character(" "), .character("n"), .character("q"):
      overlay = nil
      say(.info, "Nothing was recorded.")
      return []
    default:
      return []
    }
  }
}
