// SPDX-License-Identifier: MIT

import Incidents

/// What a person types for a record: its name, what only one name begins with, or the text it is
/// named after.
enum RecordName {
  /// The fewest bytes of a beginning: less is a slip more often than a choice.
  private static let leastBytes = 4

  /// The record meant.
  static func record(
    _ text: String, _ noun: RecordNoun, in book: CaseBook
  ) throws(Failure) -> Record {
    let known = book.records(noun)
    if let record = known.first(where: { $0.subject.name == text }) { return record }
    if let subject = Subject(noun, namedAfter: text) {
      let called = known.filter { Subject(noun, namedAfter: $0.title) == subject }
      try check(called, "'\(text)' is the name of", noun)
      if let record = called.first ?? known.first(where: { $0.subject == subject }) {
        return record
      }
    }
    let fitting =
      text.utf8.count < leastBytes ? [] : known.filter { $0.subject.name.hasPrefix(text) }
    try check(fitting, "'\(text)' begins", noun)
    guard let record = fitting.first else {
      throw .noRecord("There is no \(noun.title) '\(text)' here. Nothing was written.")
    }
    return record
  }

  private static func check(
    _ fitting: [Record], _ what: String, _ noun: RecordNoun
  ) throws(Failure) {
    guard fitting.count > 1 else { return }
    let names = fitting.prefix(5).map(\.subject.name).joined(separator: ", ")
    throw .unfitRequest("\(what) more than one \(noun.title): \(names). Nothing was written.")
  }

  /// The record a new text names.
  static func subject(_ noun: RecordNoun, namedAfter text: String) throws(Failure) -> Subject {
    guard let subject = Subject(noun, namedAfter: text) else {
      throw .unfitRequest("'\(text)': a name needs a letter or a digit.")
    }
    return subject
  }
}
