// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

extension State {
  /// Why there is nothing to go on searching for; `nil` if there is.
  var reasonAgainstSearching: String? {
    guard currentSearch.isEmpty else { return nil }
    return "Nothing was searched for; \(keymap.key("search") ?? "search") begins a search."
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
    switch focus {
    case .responses:
      let responses = selectedView?.responses ?? []
      let place = responses.firstIndex { $0.id == responsesPane.selection } ?? 0
      let texts = responses.map(searchedText)
      if let match = said(
        match(of: currentSearch, in: texts, from: place, forward, fromHere))
      {
        responsesPane.selection = responses[match].id
      }
    default:
      let frame = Frame(self)
      let searched = SummaryScreen.text(
        self, columns: frame.columns(of: .summary), rows: frame.rows(of: .summary)
      ).searched
      let here = searched.firstIndex { $0.line >= summaryPane.top } ?? searched.count
      if let match = said(
        match(of: currentSearch, in: searched.map(\.text), from: here, forward, fromHere))
      {
        summaryPane.top = searched[match].line
      }
    }
    return []
  }

  /// What of a response is searched: what its row and its details say.
  private func searchedText(of response: ResponseCase) -> String {
    let full = openedHere?.incident.responses.first { $0.id == response.id }
    return [
      response.title, full?.target ?? response.service?.target ?? "", full?.device ?? "",
      full?.details ?? "", response.note,
    ].joined(separator: "\n")
  }

  /// Says which of how many places was found, and gives it.
  private mutating func said(_ found: FoundPlace) -> Int? {
    say(.info, found.sentence)
    return found.place
  }

  /// The next text in which words occur, round and round.
  func match(
    of words: String, in texts: [String], from place: Int, _ forward: Bool, _ fromHere: Bool
  ) -> FoundPlace {
    guard !words.isEmpty else {
      return FoundPlace(place: nil, sentence: "Nothing was searched for; / begins a search.")
    }
    let word = words.folded
    let matches = texts.indices.filter { texts[$0].contains(folded: word) }
    guard let first = matches.first, let last = matches.last else {
      return FoundPlace(place: nil, sentence: "\"\(words)\" does not occur here.")
    }
    let next =
      forward
      ? matches.first { fromHere ? $0 >= place : $0 > place }
      : matches.last { fromHere ? $0 <= place : $0 < place }
    let match = next ?? (forward ? first : last)
    let number = (matches.firstIndex(of: match) ?? 0) + 1
    let wrapped = forward ? "\(dot)went on from the top" : "\(dot)went on from the end"
    return FoundPlace(
      place: match,
      sentence: "\"\(words)\": \(number) of \(matches.count)\(next == nil ? wrapped : "").")
  }
}

/// Where words were found, and the sentence that says which of how many places it is.
struct FoundPlace {
  let place: Int?
  let sentence: String
}
