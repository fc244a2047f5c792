// SPDX-License-Identifier: MIT

/// A text given on the command line, or on standard input in place of `-`.
struct TypedText {
  /// The text without white space around it.
  let value: String

  /// Reads it; without `readsInput` a dash is a text like any other.
  init(_ argument: String, readsInput: Bool = true) throws(Failure) {
    let text: String
    if argument == "-", readsInput {
      guard let input = String(validating: try StandardStreams.input(), as: UTF8.self) else {
        throw .invalidText
      }
      text = input
    } else {
      text = argument
    }
    let lines = text.drop(while: \.isWhitespace)
    let end = lines.lastIndex { !$0.isWhitespace }
    guard let end else { throw .emptyText }
    value = String(lines[...end])
  }
}
