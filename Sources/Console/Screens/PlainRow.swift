// SPDX-License-Identifier: MIT

import Cells
import Incidents

/// Rows as sentences, for whoever has the screen read out: words for signs, what matters most first.
enum PlainRow {
  /// "selected, new, High, your move, act in 2h5m, 1 of 4 done: Multi-stage incident, bob".
  ///
  /// The owner comes last, and only where nothing of it is cut.
  static func incident(
    _ row: QueueRow, _ state: State, isSelected: Bool, columns: Int
  ) -> [StyledText] {
    var words: [StyledText] = []
    if isSelected { words.append(own("selected")) }
    if state.marks.contains(row.id) { words.append(own("marked", Style(.warning, .bold))) }
    if let news = state.news[row.id] { words.append(own(news.word, Style(.accent))) }
    words.append(indicator(row.severity.title, row.severity.style))
    words.append(own(row.turn.word, row.turn.isYours ? Style(.yourMove, .bold) : .muted))
    if let snoozed = row.snoozed {
      words.append(own("snoozed, \(snoozed.snooze.waking(from: state.now, state.times))", .muted))
    } else if let due = row.due {
      words.append(
        own(
          due.words(at: state.now),
          row.isOverdue(at: state.now) ? Style(.overdue, .bold) : .text))
    }
    if row.totalResponses > 0 {
      words.append(
        own("\(row.totalResponses - row.openResponses) of \(row.totalResponses) done"))
    }
    let title =
      row.isReceived
      ? prose(row.isUntitled ? "(no title)" : row.title) : own("details not received", .muted)
    let owner = row.owner.isEmpty ? [] : [own(", ", .muted), indicator(row.owner.localPart)]
    let said = sentence(words, title)
    return said.width + owner.width <= columns ? said + owner : said
  }

  /// "selected, you: Isolate device FIN-SRV-04: open".
  static func response(
    _ response: ResponseCase, status: [StyledText], isSelected: Bool, isMarked: Bool
  ) -> [StyledText] {
    var words: [StyledText] = isSelected ? [own("selected")] : []
    if isMarked { words.append(own("marked", Style(.warning, .bold))) }
    words.append(own(response.performer.title, .muted))
    return sentence(words, prose(response.title)) + [own(": ", .muted)] + status
  }

  private static func sentence(_ words: [StyledText], _ title: StyledText) -> [StyledText] {
    var parts: [StyledText] = []
    for (index, word) in words.enumerated() {
      if index > 0 { parts.append(own(", ", .muted)) }
      parts.append(word)
    }
    return parts + [own(": ", .muted), title]
  }
}

extension Grid {
  /// Draws a row as a sentence; the hardware cursor goes to the selected one.
  mutating func drawPlain(_ words: [StyledText], row: Int, in rect: Rect, isMarked: Bool) {
    let style = Style(.text, .reverse)
    draw(
      isMarked ? words.map { StyledText($0.text, style) } : words, row: row, column: rect.column,
      width: rect.columns)
    if isMarked { read(from: Point(row: row, column: rect.column)) }
  }
}

extension Turn {
  /// Whose move it is, in a word or two.
  var word: String {
    switch self {
    case .yours: "your move"
    case .doneHere, .answered: "done"
    case .watching: "open"
    case .closed: "closed"
    }
  }
}

extension News {
  /// What others did, in a word.
  var word: String {
    switch self {
    case .arrived: "new"
    case .changed: "changed"
    }
  }
}

extension String {
  /// An address without its domain, which is the same for everybody here.
  var localPart: String {
    guard let end = utf8.firstIndex(of: UInt8(ascii: "@")), end != startIndex else { return self }
    return String(self[..<end])
  }
}
