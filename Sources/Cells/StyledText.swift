// SPDX-License-Identifier: MIT

public import SafeText

/// A text and how it looks: a part of a title or of a line.
public struct StyledText: Hashable, Sendable {
  /// The text.
  public var text: VisibleText
  /// How it looks.
  public var style: Style

  /// Makes a styled text.
  public init(_ text: VisibleText, _ style: Style = .text) {
    self.text = text
    self.style = style
  }
}

extension [StyledText] {
  /// Columns taken side by side.
  public var width: Int { reduce(0) { $0 + $1.text.width } }
}

extension Grid {
  /// Draws texts side by side in a field of one row, and answers the columns they took.
  @discardableResult
  public mutating func draw(_ parts: [StyledText], row: Int, column: Int, width: Int) -> Int {
    var used = 0
    for (index, part) in parts.enumerated() where used < width {
      let room = width - used
      var text = part.text
      // A part that just fits must not hide that others follow.
      if text.width == room, let next = parts[(index + 1)...].first(where: { $0.text.width > 0 }) {
        text += next.text
      }
      used += draw(text, row: row, column: column + used, width: room, style: part.style)
    }
    return used
  }
}
