// SPDX-License-Identifier: MIT

/// Which rows of the queue to show: every word must occur, and closed incidents only on request.
///
/// Words are looked for in id, title, owner, tags, severity, status and the names of what the
/// incident is about, without regard to ASCII case. `is:any` shows closed incidents too, `is:closed` only those.
public struct QueueFilter: Hashable, Sendable {
  /// Which states are shown.
  public enum Scope: Hashable, Sendable {
    /// Open incidents.
    case open
    /// Resolved and merged ones.
    case closed
    /// All.
    case any
  }

  /// What chooses a scope; any other `is:` word is looked for like every word.
  public static let scopeWords = ["is:any", "is:closed"]

  /// The text as typed.
  public let text: String
  /// Which states are shown.
  public let scope: Scope
  let words: [[UInt8]]

  /// Reads a filter.
  public init(_ text: String = "") {
    let words = text.utf8.split(separator: UInt8(ascii: " "))
    self.init(text, words: words.map { $0.map(\.asciiLowercased) })
  }

  /// Reads a filter of separate words; a word with blanks in it is looked for as a phrase.
  public init(words: [String]) {
    self.init(words.joined(separator: " "), words: words.map(\.folded))
  }

  private init(_ text: String, words all: [[UInt8]]) {
    self.text = text
    var scope = Scope.open
    var words: [[UInt8]] = []
    for folded in all {
      switch String(decoding: folded, as: UTF8.self) {
      case "is:any": scope = .any
      case "is:closed": scope = .closed
      default: words.append(folded)
      }
    }
    self.scope = scope
    self.words = words
  }

  /// Whether it looks for words.
  public var hasWords: Bool { !words.isEmpty }

  /// Whether a row is shown.
  public func matches(_ row: QueueRow) -> Bool {
    isInScope(row) && hasWords(in: row)
  }

  /// Whether a row's state is one of those shown.
  public func isInScope(_ row: QueueRow) -> Bool {
    switch scope {
    case .open: row.turn != .closed
    case .closed: row.turn == .closed
    case .any: true
    }
  }

  /// Whether every word occurs in a row, or in texts that belong to it.
  public func hasWords(in row: QueueRow, or texts: [String] = []) -> Bool {
    words.allSatisfy { word in
      row.id.text.contains(folded: word) || row.title.contains(folded: word)
        || row.owner.contains(folded: word) || row.severity.title.contains(folded: word)
        || row.status.title.contains(folded: word)
        || row.tags.contains { $0.contains(folded: word) }
        || row.entities.contains { $0.name.contains(folded: word) }
        || texts.contains { $0.contains(folded: word) }
    }
  }
}

extension String {
  /// Whether the text holds a word given in lower case, without regard to ASCII case.
  public func contains(folded word: [UInt8]) -> Bool {
    guard let first = word.first else { return true }
    let bytes = utf8
    guard bytes.count >= word.count else { return false }
    var start = bytes.startIndex
    for _ in 0...(bytes.count - word.count) {
      if bytes[start].asciiLowercased == first {
        var place = start
        var isMatch = true
        for byte in word {
          if bytes[place].asciiLowercased != byte {
            isMatch = false
            break
          }
          bytes.formIndex(after: &place)
        }
        if isMatch { return true }
      }
      bytes.formIndex(after: &start)
    }
    return false
  }

  /// The bytes of the text with ASCII letters in lower case, to search with.
  public var folded: [UInt8] { utf8.map(\.asciiLowercased) }
}

extension QueueRow {
  /// Ends each of the texts of a row that a filter looks at; no text holds it.
  package static let textEnd: UInt8 = 0xFF

  /// The texts a filter looks at, in lower case, each ended.
  package var foldedTexts: [UInt8] {
    let texts = [id.text, title, owner, severity.title, status.title] + tags
    return texts.flatMap { $0.folded + [Self.textEnd] } + entities.flatMap(\.foldedText)
  }
}
