// SPDX-License-Identifier: MIT

/// What may be shown of an untrusted text: glyphs that cannot lie about the scalars behind them.
///
/// Everything refused becomes a visible token, `\u{202E}` or `\u{202E*3}` for a run. Indicators,
/// typed text, and any text made with `showingAll` are injective: ``decode(_:)`` turns their
/// ``text`` back into the original scalars, unless the text was cut (``Badges/isCut``). Lists may
/// leave out or fold invisible scalars of prose; the badges count them.
public struct VisibleText: Hashable, Sendable {
  /// Glyphs kept of one text unless told otherwise.
  public static let defaultLimit = 131_072

  /// What is drawn, in order.
  public private(set) var glyphs: [Glyph]
  /// Columns of the widest line.
  public private(set) var width: Int
  /// Lines, at least 1; more only in multi-line text.
  public private(set) var lineCount: Int
  /// What the reader must be told.
  public private(set) var badges: Badges

  /// Reads an untrusted text in one pass.
  ///
  /// `showingAll` shows every invisible or folded scalar of prose as a token, for detail views.
  /// Text that would take more than `limit` glyphs ends in an elision and is marked as cut.
  public init(
    _ raw: String, _ kind: FieldKind = .prose, showingAll: Bool = false,
    limit: Int = VisibleText.defaultLimit
  ) {
    self.init(scalars: raw.unicodeScalars, kind, showingAll: showingAll, limit: limit)
  }

  /// Reads untrusted scalars in one pass; see ``init(_:_:showingAll:limit:)``.
  public init(
    scalars: some Sequence<Unicode.Scalar>, _ kind: FieldKind = .prose, showingAll: Bool = false,
    limit: Int = VisibleText.defaultLimit
  ) {
    var scanner = Scanner(kind: kind, showingAll: showingAll, limit: limit)
    scanner.glyphs.reserveCapacity(min(scalars.underestimatedCount, scanner.limit))
    for scalar in scalars { scanner.take(scalar) }
    scanner.finish()
    self.init(glyphs: scanner.glyphs, badges: scanner.badges)
  }

  /// Text of glyphs that have been through the classes already.
  init(glyphs: some Sequence<Glyph>, badges: Badges) {
    self.glyphs = Array(glyphs)
    self.badges = badges
    var widest = 0
    var column = 0
    var lines = 1
    for glyph in self.glyphs {
      column += Int(glyph.width)
      widest = max(widest, column)
      if glyph.isLineBreak {
        lines += 1
        column = 0
      }
    }
    self.width = widest
    self.lineCount = lines
  }

  /// No text.
  public static let empty = VisibleText(glyphs: [], badges: Badges())

  /// Whether nothing is drawn.
  public var isEmpty: Bool { glyphs.isEmpty }

  /// The text form, tokens spelled out: what is printed and copied.
  public var text: String {
    var scalars = String.UnicodeScalarView()
    for glyph in glyphs {
      scalars.append(glyph.base)
      if let mark = glyph.mark { scalars.append(mark) }
      if let mark = glyph.secondMark { scalars.append(mark) }
    }
    return String(scalars)
  }

  /// The lines of multi-line text, at least one; each carries the badges of the whole.
  public var lines: [VisibleText] {
    glyphs.split(omittingEmptySubsequences: false, whereSeparator: \.isLineBreak)
      .map { VisibleText(glyphs: $0, badges: badges) }
  }

  /// Both texts, one after the other; no token can come of the seam.
  public static func + (left: VisibleText, right: VisibleText) -> VisibleText {
    var glyphs = left.glyphs
    glyphs.reserveCapacity(glyphs.count + right.glyphs.count)
    for (index, glyph) in right.glyphs.enumerated() {
      // Only the first two can complete an imitation that began on the left.
      if index < 2 { glyphs.guardAgainstImitation(by: glyph) }
      glyphs.append(glyph)
    }
    return VisibleText(glyphs: glyphs, badges: left.badges + right.badges)
  }

  /// The text behind what a reader must be told of it, `[MIXED]`: at its end it could be cut off.
  public var warned: VisibleText {
    let warnings = badges.warnings
    guard !warnings.isEmpty else { return self }
    return VisibleText("[\(warnings.joined(separator: " "))] ", .typed) + self
  }

  /// Appends a text.
  public static func += (left: inout VisibleText, right: VisibleText) { left = left + right }
}

extension VisibleText: ExpressibleByStringLiteral {
  /// The console's own words, known when it is compiled; a text made at run time is never a literal.
  public init(stringLiteral value: StaticString) {
    self.init(value.description, .typed)
  }
}

extension VisibleText: CustomStringConvertible {
  /// The text form.
  public var description: String { text }
}
