// SPDX-License-Identifier: MIT

import Cells
import Incidents

extension State {
  /// What a key does in the copy menu.
  mutating func pressOnCopy(_ key: Key) -> [Effect] {
    guard let id = selectedID, let row = queue[id] else {
      overlay = nil
      return []
    }
    let responses = selectedView?.responses ?? []
    // Any other key leaves the menu open: it must not close it and let the next one act below.
    switch key {
    case .character("i"): return copy(id.text, "the id")
    case .character("t"): return copy(CopyText.line(row.title), "the title")
    case .character("l"):
      let link = openedHere?.incident.portalLink ?? ""
      return copy(
        CopyText.value(link), "the link", orSay: "Defender gave no link for \(id).")
    case .character("s"):
      guard let opened = openedHere else { return sayUnread(id) }
      return copy(CopyText.summary(row, opened, responses), "the summary")
    case .character("n"): return copyIndicators(of: id, raw: false)
    case .character("N"): return copyIndicators(of: id, raw: true)
    case .character("e"):
      let one = focus == .responses ? selectedResponse : nil
      return copy(CopyText.question(row, responses, about: one), "a question for the experts")
    case .escape, .character("q"), .character("y"):
      overlay = nil
      return []
    case .enter:
      say(.info, "A letter copies: i t l s n N e. Esc closes.")
      return []
    default: return []
    }
  }

  private mutating func copyIndicators(of id: IncidentID, raw: Bool) -> [Effect] {
    guard let summary = openedHere?.summary else { return sayUnread(id) }
    let count = summary.indicators.count
    let what = count == 1 ? "1 indicator" : "\(count) indicators"
    return copy(
      CopyText.indicators(summary, raw: raw), "\(what), \(raw ? "raw" : "defanged")",
      orSay: "\(id) has no indicator judged suspicious or malicious.")
  }

  private mutating func copy(
    _ text: String, _ name: String, orSay reason: String = ""
  ) -> [Effect] {
    overlay = nil
    if text.isEmpty {
      if !reason.isEmpty { say(.info, reason) }
      return []
    }
    return [.copy(text, name: name)]
  }

  private mutating func sayUnread(_ id: IncidentID) -> [Effect] {
    overlay = nil
    say(.info, "The details of \(id) are not read yet.")
    return []
  }
}
