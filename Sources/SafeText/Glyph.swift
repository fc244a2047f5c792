// SPDX-License-Identifier: MIT

/// One thing drawn in one place: a base scalar, at most two combining marks, and its width.
///
/// A glyph is plain storage (no allocation), because a screen is thousands of them.
public struct Glyph: Hashable, Sendable {
  /// The spacing scalar.
  public var base: Unicode.Scalar
  /// The first combining mark, if any.
  public var mark: Unicode.Scalar?
  /// The second combining mark, if any; a third is never drawn.
  public var secondMark: Unicode.Scalar?
  /// Columns taken on the screen: 1 or 2, and 0 for a line break.
  public var width: Int8
  /// Whether the glyph belongs to a `\u{…}` token and is drawn in reverse, which data never is.
  public var isToken: Bool
  /// Whether the glyph is our own mark for text left out, never part of the data.
  public var isElision: Bool

  /// Makes a glyph of one scalar.
  public init(_ base: Unicode.Scalar, width: Int8 = 1, isToken: Bool = false) {
    self.base = base
    self.mark = nil
    self.secondMark = nil
    self.width = width
    self.isToken = isToken
    self.isElision = false
  }

  /// A blank of one column.
  public static let space = Glyph(" ")

  /// The mark for text left out: `…`, or `~` where only ASCII is drawn.
  public static let elision: Glyph = {
    var glyph = Glyph("…")
    glyph.isElision = true
    return glyph
  }()

  /// The end of a line in multi-line text; takes no column and is never drawn.
  static let lineBreak = Glyph("\n", width: 0)

  /// Whether the glyph ends a line of multi-line text.
  public var isLineBreak: Bool { base == "\n" && !isToken }

  /// Whether the glyph is the first of a token; what follows up to `}` belongs to it.
  var opensToken: Bool { isToken && base == "\\" }
}
