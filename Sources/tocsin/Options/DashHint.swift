// SPDX-License-Identifier: MIT

/// What to say where a text that begins with a dash was taken for options.
///
/// The parser reads `-5h` as two options, of which `-h` prints the help and ends with 0.
struct DashHint {
  /// The sentence.
  let sentence: String

  /// Finds such a text among the words of a command line; `nil` if there is none before a `--`.
  init?(_ words: some Collection<String>) {
    let words = Array(words.prefix { $0 != "--" })
    guard let place = words.firstIndex(where: Self.isText) else { return nil }
    let text = words[place]
    if place > 0, words[place - 1].hasPrefix("--") {
      sentence = "A value that begins with a dash follows a =, as in \(words[place - 1])='\(text)'."
    } else {
      sentence = "A text that begins with a dash stands behind --, as in: comment ID -- '\(text)'."
    }
  }

  /// The only option of one dash is for help, and no name of an option has a blank.
  private static func isText(_ word: String) -> Bool {
    guard word.hasPrefix("-"), word != "-", word != "-h", word != "-help" else { return false }
    return !word.hasPrefix("--") || word.prefix { $0 != "=" }.contains(" ")
  }
}
