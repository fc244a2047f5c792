// SPDX-License-Identifier: MIT

import Incidents

/// A board on the screen, in place of the panes: what is selected is an id, never a place.
public struct Board: Hashable, Sendable {
  /// Which.
  public let kind: BoardKind
  /// What it shows.
  public internal(set) var content: BoardContent
  /// Whether that is still being worked out.
  public internal(set) var isReading = false
  /// The selected row's id.
  public internal(set) var selection: String?
  /// The place of the first row on screen.
  public internal(set) var top = 0
  /// Whether the selected row's details have the screen.
  public internal(set) var showsDetail = false
  /// The first line of the details on screen.
  public internal(set) var detailTop = 0
  /// Words every shown row holds.
  public internal(set) var words = ""

  init(_ kind: BoardKind, _ content: BoardContent) {
    self.kind = kind
    self.content = content
    selection = content.rows.first?.id
  }

  /// The rows that hold every word.
  var rows: [BoardRow] {
    let words = words.split(separator: " ").map { String($0).folded }
    guard !words.isEmpty else { return content.rows }
    return content.rows.filter { row in
      let text = row.text.folded
      return words.allSatisfy { text.contains($0) }
    }
  }

  /// The place of the selected row among those shown.
  var place: Int? { rows.firstIndex { $0.id == selection } }

  /// The selected row, if it is shown.
  public var selected: BoardRow? { rows.first { $0.id == selection } }

  /// Shows something newer; the selection stays, or goes to the row that took its place.
  mutating func show(_ newer: BoardContent) {
    let before = place ?? 0
    content = newer
    let rows = rows
    if !rows.contains(where: { $0.id == selection }) {
      selection = rows.isEmpty ? nil : rows[min(before, rows.count - 1)].id
      showsDetail = false
    }
  }
}

extension [UInt8] {
  /// Whether some bytes occur in these.
  fileprivate func contains(_ part: [UInt8]) -> Bool {
    guard let first = part.first else { return true }
    guard count >= part.count else { return false }
    return (0...count - part.count).contains {
      self[$0] == first && self[$0..<$0 + part.count].elementsEqual(part)
    }
  }
}
