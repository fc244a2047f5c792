// SPDX-License-Identifier: MIT

/// Takes a text of recommended actions apart into single recommendations.
///
/// The service writes them as many lines: numbered, with bullets (some of them broken into U+FFFD
/// on their way), with headings between, numbered within one line after a colon, or as one sentence
/// a line. Each bullet is one, and so is each paragraph outside of them: what cannot be told from a
/// sentence is kept, because one too many is declined with a key and one that is lost is not seen.
public enum RecommendationText {
  /// The most bytes of one; a longer text is divided, where it can be after a sentence.
  public static let limit = 2000

  /// From so many bytes on a line may be one that was broken to fit a page.
  private static let brokenLine = 60

  /// The recommendations in a text, in order, without repetition.
  public static func split(_ text: String) -> [String] {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .flatMap { parts(of: String($0)) }
    var found: [String] = []
    var last: Line?
    for (place, line) in lines.enumerated() {
      if line.text.isEmpty {
        last = nil
      } else if !line.isItem, let before = last, line.continues(before) {
        found[found.count - 1] += " " + line.text
        last = line.following(before)
      } else if line.isHeading,
        lines[(place + 1)...].first(where: { !$0.text.isEmpty })?.isItem == true
      {
        last = nil
      } else {
        found.append(line.text)
        last = line
      }
    }
    var seen: Set<RecommendationWords> = []
    return found.flatMap(pieces).filter { item in
      RecommendationWords(item).map { seen.insert($0).inserted } ?? false
    }
  }

  /// A text in pieces that are not too long.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var rest = text
    while rest.utf8.count > limit {
      var piece = rest.prefix(bytes: limit)
      if let end = piece.ranges(of: ". ").last?.upperBound { piece = String(piece[..<end]) }
      pieces.append(piece.trimmed)
      rest = String(rest.unicodeScalars.dropFirst(piece.unicodeScalars.count))
    }
    return pieces + [rest.trimmed]
  }

  private struct Line {
    var text: String
    var isItem: Bool
    var indent = 0

    /// Whether it goes on with what the line before began.
    func continues(_ before: Line) -> Bool {
      if before.isItem, indent > before.indent { return true }
      guard !before.endsSentence else { return false }
      return text.unicodeScalars.first?.properties.isUppercase != true
        || before.text.utf8.count >= brokenLine
    }

    /// The line, as part of what the line before began.
    func following(_ before: Line) -> Line {
      Line(text: text, isItem: before.isItem, indent: before.indent)
    }

    private var endsSentence: Bool {
      text.unicodeScalars.last.map { ".!?;:".unicodeScalars.contains($0) } ?? false
    }

    /// Whether it says nothing by itself: `Contain`, `Next steps:`.
    var isHeading: Bool {
      let words = text.split(separator: " ").count
      return !isItem && (text.last == ":" ? words <= 2 : words == 1 && !endsSentence)
    }
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

  /// A line, or the points of a list that is written in one line: `Do: 1. this. 2. That`.
  ///
  /// Such a list begins the line or follows a colon, and each number but the first follows the end
  /// of a point; else a date within a sentence would begin one.
  private static func parts(of text: String) -> [Line] {
    let indent = text.prefix { $0 == " " || $0 == "\t" }.utf8.count
    let scalars = text.trimmed.unicodeScalars[...]
    var starts: [Substring.UnicodeScalarView.Index] = []
    var place = scalars.startIndex
    var before: Unicode.Scalar?
    var isAfterBlank = true
    while place < scalars.endIndex {
      if isAfterBlank, before.map((starts.isEmpty ? ":" : ".!?;)").unicodeScalars.contains) ?? true,
        let found = leadingNumber(scalars[place...]), found.number == starts.count + 1
      {
        starts.append(place)
      }
      isAfterBlank = scalars[place].properties.isWhitespace
      if !isAfterBlank { before = scalars[place] }
      place = scalars.index(after: place)
    }
    var lines: [Line]
    if starts.count > 1, let first = starts.first {
      let heading = String(scalars[..<first]).trimmed
      let ends = starts.dropFirst() + [scalars.endIndex]
      lines =
        (heading.isEmpty ? [] : [line(heading)])
        + zip(starts, ends).map { line(String(scalars[$0..<$1]).trimmed) }
    } else {
      lines = [line(String(scalars))]
    }
    for place in lines.indices { lines[place].indent = indent }
    return lines
  }
}
