// SPDX-License-Identifier: MIT

import ArgumentParser
import IncidentStore
import Incidents

/// What a shell may offer for a word, read from the store as it is at that moment.
///
/// Bash expands what it is offered as if it had been typed, and a response's id is whatever the
/// service wrote: only what no shell could take for more than a word is offered.
enum Suggestions {
  /// The most that is offered: more than a person looks through.
  static let limit = 200

  /// Ids of open incidents, in triage order.
  static let incidents = CompletionKind.custom { words, index, _ in
    guard let book = book(words) else { return [] }
    let queue = TriageQueue(book)
    let ids = queue.rows.prefix(queue.open).lazy.map(\.id.text)
    return Array(ids.filter(fits(words, index)).prefix(limit))
  }

  /// Ids of the responses of the incident named before.
  static let responses = CompletionKind.custom { words, index, _ in
    guard let book = book(words),
      let view = words.prefix(index).reversed().lazy
        .compactMap({ IncidentID($0) }).compactMap({ book.view(of: book.current($0)) }).first
    else { return [] }
    return Array(view.responses.map(\.id).filter(fits(words, index)).prefix(limit))
  }

  /// Whether a text goes on from what was typed, and is a plain word to every shell.
  private static func fits(_ words: [String], _ index: Int) -> (String) -> Bool {
    var typed = words.indices.contains(index) ? words[index] : ""
    // How fish hands over a word that has not been begun.
    if typed == "''" { typed = "" }
    return { [typed] text in
      text.hasPrefix(typed) && text.utf8.first != UInt8(ascii: "-")
        && text.unicodeScalars.allSatisfy(isPlain)
    }
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "A"..."Z", "a"..."z", "-", ".", "_": true
    default: false
    }
  }

  /// The store the words so far name, if it can be read without waiting.
  private static func book(_ words: [String]) -> CaseBook? {
    let place = try? StorePlace(
      option: store(words).map(atHome),
      allowsUnsafeFileSystem: words.contains("--allow-unsafe-filesystem"))
    return try? place?.open(isReadOnly: true, remembers: false, readsLater: true).ready
  }

  /// A path as the shell will hand it over: words come as they were typed.
  private static func atHome(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = Variables["HOME"] else { return path }
    return home + path.dropFirst()
  }

  private static func store(_ words: [String]) -> String? {
    let option = "--store"
    if let place = words.firstIndex(of: option), words.indices.contains(place + 1) {
      return words[place + 1]
    }
    let joined = words.first { $0.hasPrefix(option + "=") }
    return joined.map { String($0.dropFirst(option.count + 1)) }
  }
}
