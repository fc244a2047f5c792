// SPDX-License-Identifier: MIT

extension QueueRow {
  /// Ends each of the texts of a row that a filter looks at; no text holds it.
  package static let textEnd: UInt8 = 0xFF

  /// The texts a filter looks at, in lower case, each ended.
  package var foldedTexts: [UInt8] {
    let texts = [id.text, title, owner, severity.title, status.title] + tags
    let mark = totalResponses > 0 ? [Self.responseMark, Self.textEnd] : []
    return texts.flatMap { $0.folded + [Self.textEnd] } + entities.flatMap(\.foldedText) + mark
  }

  /// Stands for texts that are not among a row's own, and occurs in none.
  ///
  /// Those of its responses are meant, and the ids of what was merged into it.
  static let moreMark: UInt8 = 0xFD

  /// The row's texts as an archive keeps them, with a mark where there are more than these.
  package func archivedTexts(in book: CaseBook) -> [UInt8] {
    let hasMore = totalResponses > 0 || !book.sources(of: id).isEmpty
    return foldedTexts + (hasMore ? [Self.moreMark, Self.textEnd] : [])
  }

  /// Whether a word given in lower case occurs in one of those texts.
  func hasWord(_ word: [UInt8]) -> Bool {
    id.text.contains(folded: word) || title.contains(folded: word) || owner.contains(folded: word)
      || severity.title.contains(folded: word) || status.title.contains(folded: word)
      || tags.contains { $0.contains(folded: word) }
      || entities.contains { $0.name.contains(folded: word) }
  }
}

/// A row of an archive as its folded texts, which answer much without the row being decoded.
struct RowTexts {
  /// Which text is which.
  enum Place: Int {
    case id, title, owner, severity, status, tags
  }

  /// The row's number.
  let number: Int
  /// Whether it is the customer's move.
  let isYours: Bool
  /// Whether it is open.
  let isOpen: Bool
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>, number: Int, of archive: any CaseArchive) {
    self.bytes = bytes
    self.number = number
    isYours = number < archive.yours
    isOpen = number < archive.open
  }

  /// The text at a place.
  subscript(place: Place) -> ArraySlice<UInt8> {
    let start = start(of: place)
    let end = bytes[start...].firstIndex(of: QueueRow.textEnd) ?? bytes.endIndex
    return bytes[start..<end]
  }

  /// Whether a word occurs in one of the texts.
  func hasWord(_ word: [UInt8]) -> Bool { bytes.contains(word: word) }

  /// Whether there are texts of the row's incident that are not here.
  var hasMore: Bool { bytes.dropLast().last == QueueRow.moreMark }

  /// Whether a word occurs in a tag.
  func hasTag(_ word: [UInt8]) -> Bool {
    let tags = bytes[start(of: .tags)...]
    return tags.prefix { !Entity.Kind.isMark($0) && $0 != QueueRow.moreMark }.contains(word: word)
  }

  /// Whether the name of something of a kind is meant.
  func hasName(of kind: Entity.Kind, _ isMeant: (ArraySlice<UInt8>) -> Bool) -> Bool {
    var rest = bytes[start(of: .tags)...]
    while let mark = rest.firstIndex(of: kind.mark) {
      let end = rest[mark...].firstIndex(of: QueueRow.textEnd) ?? rest.endIndex
      if isMeant(rest[(mark + 1)..<end]) { return true }
      rest = rest[end...]
    }
    return false
  }

  private func start(of place: Place) -> Int {
    var start = bytes.startIndex
    for _ in 0..<place.rawValue {
      guard let end = bytes[start...].firstIndex(of: QueueRow.textEnd) else {
        return bytes.endIndex
      }
      start = end + 1
    }
    return start
  }
}

extension ArraySlice<UInt8> {
  /// Whether some bytes occur one after the other.
  func contains(word: [UInt8]) -> Bool {
    guard let first = word.first else { return true }
    var place = startIndex
    while endIndex - place >= word.count {
      guard let hit = self[place..<(endIndex - word.count + 1)].firstIndex(of: first) else {
        return false
      }
      if self[hit..<hit + word.count].elementsEqual(word) { return true }
      place = hit + 1
    }
    return false
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

  /// Whether the text begins with some given in lower case, without regard to ASCII case.
  func begins(folded start: [UInt8]) -> Bool {
    utf8.count >= start.count
      && zip(utf8, start).allSatisfy { $0.asciiLowercased == $1 }
  }

  /// The bytes of the text with ASCII letters in lower case, to search with.
  public var folded: [UInt8] { utf8.map(\.asciiLowercased) }
}
