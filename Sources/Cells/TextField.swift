// SPDX-License-Identifier: MIT

public import SafeText

/// One line of text being edited, and the cursor in it.
///
/// Positions are between Unicode scalars, so that every scalar, seen or not, can be deleted alone.
public struct TextField: Hashable, Sendable {
  /// The most scalars a field holds.
  public static let limit = 16_384

  /// What was typed.
  public private(set) var scalars: [Unicode.Scalar]
  /// The cursor: the number of scalars before it.
  public private(set) var cursor: Int

  /// A field with text in it, the cursor at its end; text past the limit is left out.
  public init(_ text: String = "") {
    scalars = Array(text.unicodeScalars.prefix(Self.limit))
    cursor = scalars.count
  }

  /// What was typed, as a string.
  public var text: String { String(String.UnicodeScalarView(scalars)) }

  /// Whether nothing was typed.
  public var isEmpty: Bool { scalars.isEmpty }

  /// Inserts a scalar at the cursor; false if the field is full.
  @discardableResult
  public mutating func insert(_ scalar: Unicode.Scalar) -> Bool { insert([scalar]) }

  /// Inserts a text at the cursor, scalar by scalar as it is; false, and nothing, if it is too long.
  @discardableResult
  public mutating func insert(_ text: String) -> Bool { insert(Array(text.unicodeScalars)) }

  private mutating func insert(_ new: [Unicode.Scalar]) -> Bool {
    guard scalars.count + new.count <= Self.limit else { return false }
    scalars.insert(contentsOf: new, at: cursor)
    cursor += new.count
    return true
  }

  /// Deletes the scalar before the cursor.
  public mutating func deleteBackward() {
    guard cursor > 0 else { return }
    cursor -= 1
    scalars.remove(at: cursor)
  }

  /// Deletes the scalar after the cursor.
  public mutating func deleteForward() {
    guard cursor < scalars.count else { return }
    scalars.remove(at: cursor)
  }

  /// Deletes back to the beginning of the word before the cursor.
  public mutating func deleteWord() {
    let spacesEnd = scalars[..<cursor].lastIndex { $0 != " " } ?? -1
    let start = (scalars[..<(spacesEnd + 1)].lastIndex(of: " ") ?? -1) + 1
    scalars.removeSubrange(start..<cursor)
    cursor = start
  }

  /// Deletes everything.
  public mutating func clear() { self = TextField() }

  /// Moves the cursor by a number of scalars, as far as there are any.
  public mutating func move(by offset: Int) {
    cursor = min(max(0, cursor + offset), scalars.count)
  }

  /// Edits as a key or paste asks; false if it means nothing to a text field.
  public mutating func handle(_ event: InputEvent) -> Bool {
    switch event {
    case .paste(let text): return insert(text)
    case .resized, .mouse: return false
    case .key(let key):
      switch key {
      case .character(let scalar): insert(scalar)
      case .backspace: deleteBackward()
      case .delete: deleteForward()
      case .left: move(by: -1)
      case .right: move(by: 1)
      case .home, .control("a"): cursor = 0
      case .end, .control("e"): cursor = scalars.count
      case .control("w"): deleteWord()
      case .control("u"): clear()
      default: return false
      }
      return true
    }
  }

  /// What shows in so many columns on either side of the cursor, which always has a column.
  ///
  /// The sides are read apart: a mark right of the cursor shows by itself, not on the glyph left.
  public func shown(width: Int) -> (before: VisibleText, after: VisibleText) {
    guard width > 0 else { return (.empty, .empty) }
    let after = VisibleText(scalars: scalars[cursor...], .typed, limit: .max)
    // At the end the cursor needs a column; elsewhere what it stands on should show as well.
    let before = VisibleText(scalars: scalars[..<cursor], .typed, limit: .max)
      .truncated(to: max(0, width - min(2, max(1, after.width))), keepingTail: width)
    return (before, after.truncated(to: width - before.width))
  }
}

extension Grid {
  /// Draws a text field in a field of one row and parks the cursor in it.
  public mutating func draw(
    _ field: TextField, row: Int, column: Int, width: Int, style: Style = .text
  ) {
    let (before, after) = field.shown(width: width)
    let place = column + before.width
    draw(before, row: row, column: column, width: before.width, style: style)
    draw(after, row: row, column: place, width: after.width, style: style)
    let point = Point(row: row, column: place)
    showsCursor = width > 0 && Rect(size).contains(point)
    cursor = showsCursor ? point : nil
  }
}
