// SPDX-License-Identifier: MIT

/// What a reader must be told about a text that its glyphs alone may not tell.
public struct Badges: Hashable, Sendable {
  /// Scalars that change the direction of text.
  public var bidi = 0
  /// Words that pass for others: letters of several alphabets, or of another that look Latin.
  public var mixed = 0
  /// Scalars that cannot be seen, shown as tokens or left out.
  public var hidden = 0
  /// Control characters and line or paragraph separators.
  public var control = 0
  /// U+FFFD: bytes that were no text.
  public var invalid = 0
  /// Spaces shown otherwise than written: other spaces, long runs, leading and trailing ones.
  public var spaces = 0
  /// Other refused scalars: unassigned, private, misplaced marks, imitations of our own signs.
  public var odd = 0
  /// Whether letters are written from right to left.
  public var rightToLeft = false
  /// Whether the text was longer than the limit and its rest is not here.
  public var isCut = false

  /// No badge.
  public init() {}

  /// Whether there is nothing to tell.
  public var isEmpty: Bool { self == Badges() }

  /// The badges as words, most dangerous first: `BIDI`, `CTRL 2`, `HIDDEN 3`, `BADUTF8`, ….
  public var labels: [String] {
    var labels: [String] = []
    if bidi > 0 { labels.append("BIDI") }
    if mixed > 0 { labels.append("MIXED") }
    if control > 0 { labels.append("CTRL \(control)") }
    if hidden > 0 { labels.append("HIDDEN \(hidden)") }
    if invalid > 0 { labels.append("BADUTF8") }
    if odd > 0 { labels.append("ODD \(odd)") }
    if spaces > 0 { labels.append("SPACE \(spaces)") }
    if rightToLeft { labels.append("RTL") }
    if isCut { labels.append("CUT") }
    return labels
  }

  /// Those of a text that may pass for another, which it carries wherever it is shown.
  public var warnings: [String] {
    var grave = self
    (grave.odd, grave.spaces, grave.rightToLeft, grave.isCut) = (0, 0, false, false)
    return grave.labels
  }

  /// Both texts' badges together.
  static func + (left: Badges, right: Badges) -> Badges {
    var sum = left
    sum.bidi += right.bidi
    sum.mixed += right.mixed
    sum.hidden += right.hidden
    sum.control += right.control
    sum.invalid += right.invalid
    sum.spaces += right.spaces
    sum.odd += right.odd
    sum.rightToLeft = left.rightToLeft || right.rightToLeft
    sum.isCut = left.isCut || right.isCut
    return sum
  }
}
