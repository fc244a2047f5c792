// SPDX-License-Identifier: MIT

/// A text given on the command line, or on standard input in place of `-`.
struct TypedText {
  /// The text without white space around it.
  let value: String

  init(_ argument: String) throws(Failure) {
    let text: String
    if argument == "-" {
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
