// SPDX-License-Identifier: MIT

/// Takes a text of recommended actions apart into single recommendations.
///
/// The service writes them as many lines: numbered, with bullets (some of them broken into U+FFFD
/// on their way), with headings between, numbered within one line, or as one sentence a line.
public enum RecommendationText {
  /// The most bytes kept of one.
  public static let limit = 2000

  /// The recommendations in a text, in order, without repetition.
  public static func split(_ text: String) -> [String] {
    var lines = text.split(
      omittingEmptySubsequences: false,
      whereSeparator: { $0 == "\n" || $0 == "\r\n" || $0 == "\r" || $0 == "\u{2028}" }
    ).flatMap { numberedParts(of: String($0).trimmed) }
    while lines.last?.text.isEmpty == true { lines.removeLast() }
    var found: [String] = []
    var isOpen = false
    for (place, line) in lines.enumerated() {
      if line.text.isEmpty {
        isOpen = false
      } else if line.isItem {
        found.append(line.text)
        isOpen = true
      } else if let last = found.last, isOpen, !endsSentence(last) {
        found[found.count - 1] = last + " " + line.text
      } else if lines[(place + 1)...].first(where: { !$0.text.isEmpty })?.isItem == true {
        // What stands over a list is its heading.
        isOpen = false
      } else {
        found.append(line.text)
        isOpen = true
      }
    }
    var seen: Set<Subject> = []
    return found.map { $0.prefix(bytes: limit) }.filter { item in
      Subject(.recommendation, namedAfter: item).map { seen.insert($0).inserted } ?? false
    }
  }

  private struct Line {
    var text: String
    var isItem: Bool
  }

  private static func endsSentence(_ text: String) -> Bool {
    text.unicodeScalars.last.map { ".!?;:".unicodeScalars.contains($0) } ?? false
  }

  private static let bullets: Set<Unicode.Scalar> = [
    "\u{FFFD}", "•", "◦", "▪", "‣", "●", "○", "■", "·", "⁃", "\u{F0B7}",
  ]
  private static let dashes: Set<Unicode.Scalar> = ["-", "*", "+", "–", "—"]

  /// A line without its bullet or number.
  private static func line(_ text: String) -> Line {
    var scalars = text.unicodeScalars[...]
    var isItem = false
    while let first = scalars.first, bullets.contains(first) {
      scalars = scalars.dropFirst()
      isItem = true
    }
    if !isItem, let first = scalars.first, dashes.contains(first),
      let second = scalars.dropFirst().first, second.properties.isWhitespace
    {
      scalars = scalars.dropFirst()
      isItem = true
    }
    let rest = String(String.UnicodeScalarView(scalars)).trimmed
    guard let number = leadingNumber(rest.unicodeScalars[...]) else {
      return Line(text: rest, isItem: isItem)
    }
    return Line(text: String(String.UnicodeScalarView(number.rest)).trimmed, isItem: true)
  }

  /// The number a text begins with, `1.`, `2)` or `(3)`, before a blank; and what follows.
  private static func leadingNumber(
    _ text: Substring.UnicodeScalarView
  ) -> (number: Int, rest: Substring.UnicodeScalarView)? {
    var rest = text
    let isBracketed = rest.first == "("
    if isBracketed { rest = rest.dropFirst() }
    let digits = rest.prefix { ("0"..."9").contains($0) }
    guard (1...2).contains(digits.count), let number = Int(String(digits)) else { return nil }
    rest = rest.dropFirst(digits.count)
    guard rest.first == ")" || !isBracketed && rest.first == "." else { return nil }
    rest = rest.dropFirst()
    guard rest.first?.properties.isWhitespace == true else { return nil }
    return (number, rest)
  }

  /// A line, or the points of a list that is written in one line: `Do: 1. this 2. that`.
  private static func numberedParts(of text: String) -> [Line] {
    let scalars = text.unicodeScalars[...]
    var starts: [Substring.UnicodeScalarView.Index] = []
    var place = scalars.startIndex
    var isAfterBlank = true
    while place < scalars.endIndex {
      if isAfterBlank, let found = leadingNumber(scalars[place...]),
        found.number == starts.count + 1
      {
        starts.append(place)
      }
      isAfterBlank = scalars[place].properties.isWhitespace
      place = scalars.index(after: place)
    }
    guard starts.count > 1, let first = starts.first else { return [line(text)] }
    let before = String(scalars[..<first]).trimmed
    let ends = starts.dropFirst() + [scalars.endIndex]
    return (before.isEmpty ? [] : [line(before)])
      + zip(starts, ends).map { line(String(scalars[$0..<$1]).trimmed) }
  }
}
