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
    if let subject = Subject(noun, namedAfter: text),
      let record = known.first(where: { $0.subject == subject })
    {
      return record
    }
    let fitting =
      text.utf8.count < leastBytes ? [] : known.filter { $0.subject.name.hasPrefix(text) }
    if fitting.count > 1 {
      let names = fitting.prefix(5).map(\.subject.name).joined(separator: ", ")
      throw .unfitRequest(
        "'\(text)' begins more than one \(noun.title): \(names). Nothing was written.")
    }
    guard let record = fitting.first else {
      throw .noRecord("There is no \(noun.title) '\(text)' here. Nothing was written.")
    }
    return record
  }

  /// The record a new text names.
  static func subject(_ noun: RecordNoun, namedAfter text: String) throws(Failure) -> Subject {
    guard let subject = Subject(noun, namedAfter: text) else {
      throw .unfitRequest("'\(text)': a name needs a letter or a digit.")
    }
    return subject
  }
}
