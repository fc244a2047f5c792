// SPDX-License-Identifier: MIT

import Incidents

/// What a person types for a record: its name, what only one name begins with, or the text it is
/// named after.
///
/// What was taken away is never read as the beginning of another: whoever repeats a line must not
/// change something else with it.
enum RecordName {
  /// The record meant.
  static func record(
    _ text: String, _ noun: RecordNoun, in book: CaseBook
  ) throws(Failure) -> Record {
    let known = book.records(noun)
    if let record = known.first(where: { $0.subject.name == text }) { return record }
    if let subject = Subject(noun, text) { try checkIsThere(subject, text, in: book) }
    let named =
      noun == .recommendation
      ? book.subject(noun, namedAfter: text) : Subject(noun, namedAfter: text)
    let called = known.filter { record in
      noun == .recommendation
        ? record.subject == named : named != nil && Subject(noun, namedAfter: record.title) == named
    }
    try check(called, "'\(text)' is the name of", noun)
    let fitting = text.isEmpty ? [] : known.filter { $0.subject.name.hasPrefix(text) }
    if let record = called.first {
      if !goesByName(noun) {
        let others = fitting.filter { $0.subject != record.subject }
        try check([record] + others, "'\(text)' begins", noun)
      }
      return record
    }
    if let named {
      if let record = known.first(where: { $0.subject == named }) { return record }
      try checkIsThere(named, text, in: book)
    }
    try check(fitting, "'\(text)' begins", noun)
    guard let record = fitting.first else {
      throw .noRecord("There is no \(noun.title) '\(text)' here. Nothing was written.")
    }
    return record
  }

  /// Whether people call it by what it is called, not by its id.
  private static func goesByName(_ noun: RecordNoun) -> Bool {
    noun == .contact || noun == .exclusion
  }

  private static func checkIsThere(
    _ subject: Subject, _ text: String, in book: CaseBook
  ) throws(Failure) {
    guard let record = book.record(subject), !record.fields.isEmpty, !record.isThere else {
      return
    }
    throw .noRecord("\(subject.noun?.title ?? "") '\(text)' is removed. Nothing was written.")
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
