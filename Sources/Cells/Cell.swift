// SPDX-License-Identifier: MIT

public import SafeText

/// One cell of the screen.
public struct Cell: Hashable, Sendable {
  /// What is drawn; the right half of a wide glyph is `nil`.
  public var glyph: Glyph?
  /// How it looks.
  public var style: Style

  /// Makes a cell.
  public init(_ glyph: Glyph?, _ style: Style) {
    self.glyph = glyph
    self.style = style
  }

  /// A blank of ordinary text.
  public static let blank = Cell(.space, .text)
}
