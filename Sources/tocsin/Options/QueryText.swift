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
  /// The most scalars shown on either side of the place.
  private static let surroundings = 40

  /// The sentence, then the text, and a line that points to the place.
  func pointed(into text: String) -> String {
    let scalars = text.unicodeScalars.map { $0.properties.isWhitespace ? " " : $0 }
    let range = range.clamped(to: 0..<scalars.count)
    // A place far out in a long text is shown with what stands about it.
    let before = Self.string(scalars[..<range.lowerBound].suffix(Self.surroundings))
    let wrong = Self.string(scalars[range].prefix(Self.surroundings))
    let after = Self.string(scalars[range.upperBound...].prefix(Self.surroundings))
    let pointer =
      String(repeating: " ", count: VisibleText(before, .multiline).width)
      + String(repeating: "^", count: max(1, VisibleText(wrong, .multiline).width))
    return "\(sentence)\n  \(before)\(wrong)\(after)\n  \(pointer)"
  }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

/// What the help says of queries.
enum QueryHelp {
  /// For the queue.
  static let queue = """
    A query: words that must all occur, in any case; "a phrase"; field:value; not, or, ( ).
    Fields: \(names(.queue([])))
    States: \(QueryDialect.queue([]).usableStates.map { "is:\($0.name)" }.joined(separator: " "))
    Ranges: sev:medium.. (and worse), age:2d.. (and more), updated:..1h (at most), due:..1h (left, or overdue).
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
    dialect.fields.map { $0.name + ":" }.joined(separator: " ")
  }
}
