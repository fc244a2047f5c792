// SPDX-License-Identifier: MIT

/// Which lines of the journal to show.
public struct JournalFilter: Hashable, Sendable {
  private let query: Query
  private let analyst: [[UInt8]]

  /// Reads a filter; `author` is who `me` means.
  public init(_ text: String, author: Author) throws(QueryError) {
    query = try Query(text, in: .journal)
    analyst = [author.name, author.login ?? ""].filter { !$0.isEmpty }.map(\.folded)
  }

  /// Whether a line is shown; words are looked for in `texts`.
  public func matches(_ entry: JournalEntry, texts: @autoclosure () -> [String]) -> Bool {
    query.term.holds { test in
      switch test {
      case .word(let word):
        let word = word.folded
        return texts().contains { $0.contains(folded: word) }
      case .field(.kind, let value):
        return NameMatch(value, among: .kind).matches([entry.event.kind])
      case .field(.by, QueryField.me):
        return [entry.by.name, entry.by.login ?? ""].contains { analyst.contains($0.folded) }
      case .field(.by, let value): return entry.by.title.contains(folded: value.folded)
      case .field(.id, let value):
        return entry.on.keys.contains { $0.text.begins(folded: value.folded) }
      case .field, .severities, .span, .state: return false
      }
    }
  }

  /// Values no field is known to have.
  public var doubts: [String] { query.doubts }
}
