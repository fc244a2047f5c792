// SPDX-License-Identifier: MIT

extension QueueRow {
  /// Ends each of the texts of a row that a filter looks at; no text holds it.
  package static let textEnd: UInt8 = 0xFF

  /// The texts of its own that a filter looks at, in lower case, each ended; an archive keeps what
  /// rows share as names and values.
  package var foldedTexts: [UInt8] {
    [id.text, title].flatMap { $0.folded + [Self.textEnd] }
  }

  /// Whether a word given in lower case occurs in one of those texts.
  func hasWord(_ word: [UInt8]) -> Bool {
    id.text.contains(folded: word) || title.contains(folded: word) || owner.contains(folded: word)
      || severity.title.contains(folded: word) || status.title.contains(folded: word)
      || (tags + systemTags).contains { $0.contains(folded: word) }
      || entities.contains { $0.name.contains(folded: word) }
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
