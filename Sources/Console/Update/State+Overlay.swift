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
    if isTooSoon(key, at: at) { return [] }
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
}
