// SPDX-License-Identifier: MIT

/// What tells recommendations apart: all of a text but case, the number of blanks and the
/// punctuation at its end.
///
/// Signs carry meaning: `>30 days` is not `<30 days`, nor C++ C#.
struct RecommendationWords: Hashable {
  private static let ends: Set<Character> = [".", "!", "?", ";", ":", ",", "…"]

  /// The text as it is compared.
  let text: String

  /// The words of a text; `nil` for one without a letter or digit.
  init?(_ text: String) {
    guard Subject(.recommendation, namedAfter: text) != nil else { return nil }
    var folded = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    while let last = folded.last, Self.ends.contains(last) || last == " " { folded.removeLast() }
    self.text = folded
  }

  static func == (left: RecommendationWords, right: RecommendationWords) -> Bool {
    left.text.hasSameBytes(as: right.text)
  }

  /// The name of a new record: as a text without signs always had it, else with the signs in its
  /// hash; `attempt` tells apart what would have the same name all the same.
  func subject(_ attempt: Int = 0) -> Subject? {
    Subject(
      .recommendation, namedAfter: text, hashing: attempt == 0 ? text : "\(text)\n\(attempt)")
  }
}

/// The recommendations of a book, by what they say and once said.
struct RecommendationsByWords {
  private let book: CaseBook
  private var subjects: [RecommendationWords: Subject] = [:]

  /// The recommendations of a book: what one says now counts before what another said once.
  init(_ book: CaseBook) {
    self.book = book
    let records = book.records(.recommendation)
    for record in records { note(record[Recommendation.Field.text], record) }
    for record in records {
      for said in record.ledger(Recommendation.Field.text)?.ours ?? [] { note(said.value, record) }
    }
  }

  private mutating func note(_ text: String, _ record: Record) {
    guard let words = RecommendationWords(text), subjects[words] == nil else { return }
    subjects[words] = record.subject
  }

  /// The record a text is or would be written on; `nil` for one without a letter or digit.
  ///
  /// Records written before signs counted keep their names, which another text may ask for now.
  subscript(text: String) -> Subject? {
    guard let words = RecommendationWords(text) else { return nil }
    if let known = subjects[words] { return known }
    var attempt = 0
    while let subject = words.subject(attempt) {
      if book.record(subject)?.isThere != true { return subject }
      attempt += 1
    }
    return nil
  }
}
