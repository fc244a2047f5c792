// SPDX-License-Identifier: MIT

import Incidents

/// Words that must all occur, whatever the case of their letters.
struct WordFilter {
  private let words: [[UInt8]]

  /// A filter of words; a word of several words matches as a phrase.
  init(_ words: [String]) { self.words = words.map { Array($0.lowercased().utf8) } }

  /// Whether every word occurs in one of the texts.
  func matches(_ texts: [String]) -> Bool {
    guard !words.isEmpty else { return true }
    // A word cannot reach from one text into the next: no word holds the separator.
    let text = Array(texts.joined(separator: "\u{0}").lowercased().utf8)
    return words.allSatisfy { Self.occurs($0, in: text) }
  }

  private static func occurs(_ word: [UInt8], in text: [UInt8]) -> Bool {
    guard let first = word.first else { return true }
    guard text.count >= word.count else { return false }
    for start in 0...(text.count - word.count)
    where text[start] == first && text[start..<start + word.count].elementsEqual(word) {
      return true
    }
    return false
  }
}
