// SPDX-License-Identifier: MIT

import Incidents
import SafeText

/// A query as it was typed on the command line, the words of the shell put together again.
struct QueryText {
  /// The text.
  let text: String

  /// Puts words together.
  init(_ words: [String]) { text = words.joined(separator: " ") }

  /// Reads it; what cannot be read is shown with the place.
  func read<Value>(
    _ body: (String) throws(QueryError) -> Value
  ) throws(Failure) -> Value {
    do throws(QueryError) { return try body(text) } catch { throw .unfitQuery(text, error) }
  }
}

extension QueryError {
  /// The columns a query is shown in.
  private static let columns = 100

  /// The sentence, then the text, and a line that points to the place.
  func pointed(into text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    let range = range.clamped(to: 0..<scalars.count)
    let before = VisibleText(scalars: scalars[..<range.lowerBound], .typed, limit: .max)
    let wrong = VisibleText(scalars: scalars[range], .typed, limit: .max)
    let after = VisibleText(scalars: scalars[range.upperBound...], .typed, limit: .max)
    // A place far out in a long text is shown with what stands just before it.
    let start = before.truncated(to: Self.columns / 2, keepingTail: Self.columns / 2)
    let middle = wrong.truncated(to: Self.columns / 4)
    let end = after.truncated(to: Self.columns / 4)
    let pointer =
      String(repeating: " ", count: start.width)
      + String(repeating: "^", count: max(1, middle.width))
    return "\(sentence)\n  \(start.text)\(middle.text)\(end.text)\n  \(pointer)"
  }
}

/// What the help says of queries.
enum QueryHelp {
  /// For the queue.
  static let queue = """
    A query: words that must all occur, in any case; "a phrase"; field:value; not, or, ( ).
    Fields: \(names(.queue([])))
    States: \(QueryDialect.queue([]).usableStates.map { "is:\($0.name)" }.joined(separator: " "))
    Ranges: sev:medium.. (and worse), age:2d.. (and more), updated:..1h (at most).
    Without status: or a state such as is:any or is:closed, only open incidents are listed.
    Only blanks, parentheses and quotes need quoting in the shell: tocsin list 'tag:vip (owner:me or owner:none)'
    """

  /// For the journal.
  static let journal = """
    A query: words that must all occur, in any case; "a phrase"; field:value; not, or, ( ).
    Fields: kind:acknowledged (what the line records), by:alice or by:me (who wrote it), \
    id:2972395 (how an incident's id begins).
    """

  private static func names(_ dialect: QueryDialect) -> String {
    dialect.usableFields.map { $0.name + ":" }.joined(separator: " ")
  }
}
