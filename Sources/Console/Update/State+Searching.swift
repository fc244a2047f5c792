// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

extension State {
  /// Why there is nothing to go on searching for; `nil` if there is.
  var reasonAgainstSearching: String? {
    currentSearch.isEmpty ? "Nothing was searched for; / begins a search." : nil
  }

  private var currentSearch: String {
    focus == .responses ? responsesPane.search : summaryPane.search
  }

  /// Begins a search in the pane with the focus.
  mutating func search(_ text: String) -> [Effect] {
    if focus == .responses { responsesPane.search = text } else { summaryPane.search = text }
    guard !text.isEmpty else { return [] }
    return find(forward: true, fromHere: true)
  }

  /// Goes on to the next or the previous match, round and round.
  mutating func findNext(forward: Bool) -> [Effect] { find(forward: forward, fromHere: false) }

  private mutating func find(forward: Bool, fromHere: Bool) -> [Effect] {
    let word = currentSearch.folded
    let lines: [String]
    let place: Int
    switch focus {
    case .responses:
      let responses = selectedView?.responses ?? []
      lines = responses.map(\.title)
      place = responses.firstIndex { $0.id == responsesPane.selection } ?? 0
    default:
      let page = SummaryScreen.page(self, columns: Frame(self).columns(of: .summary))
      lines = page.lines.map { $0.map(\.text.text).joined() }
      place = summaryPane.top
    }
    let count = lines.count
    let offsets = fromHere ? Array(0..<count) : Array(1...max(1, count))
    for offset in offsets where count > 0 {
      let candidate = (place + (forward ? offset : count - offset)) % count
      guard lines[candidate].contains(folded: word) else { continue }
      if focus == .responses {
        responsesPane.selection = selectedView?.responses[candidate].id
      } else {
        summaryPane.top = candidate
      }
      return []
    }
    say(.info, "\"\(currentSearch)\" does not occur here.")
    return []
  }
}
