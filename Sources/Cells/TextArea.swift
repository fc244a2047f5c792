// SPDX-License-Identifier: MIT

import SafeText

/// A text field seen as several lines, wrapped at words to a number of columns.
///
/// The columns are for whoever moves up and down; the text does not depend on them.
public struct TextArea: Hashable, Sendable {
  /// The text, and the cursor in it.
  public private(set) var field: TextField
  /// The columns of a row; the last is the cursor's.
  public let columns: Int

  /// A field to be seen in so many columns.
  public init(_ field: TextField, columns: Int) {
    self.field = field
    self.columns = max(2, columns)
  }

  /// The rows, at least one, as places of scalars; a line feed belongs to none.
  public var rows: [Range<Int>] {
    let lines = field.scalars.indices.split(omittingEmptySubsequences: false) {
      field.scalars[$0] == "\n"
    }
    // An empty text has one line, which `split` finds as well.
    return lines.flatMap(wrapped)
  }

  /// The row the cursor is in.
  func cursorRow(in rows: [Range<Int>]) -> Int {
    rows.lastIndex { $0.lowerBound <= field.cursor } ?? 0
  }

  private func wrapped(_ line: Range<Int>) -> [Range<Int>] {
    var rows: [Range<Int>] = []
    var start = line.lowerBound
    repeat {
      var end = fitting(from: start, to: line.upperBound)
      if end < line.upperBound, field.scalars[end] != " ",
        let space = field.scalars[start..<end].lastIndex(of: " ")
      {
        end = space + 1
      }
      rows.append(start..<end)
      start = end
    } while start < line.upperBound
    return rows
  }

  /// The end of what fits in a row, at least one scalar if there is any.
  private func fitting(from start: Int, to end: Int) -> Int {
    let room = columns - 1
    let plain = min(end, start + room)
    if field.scalars[start..<plain].allSatisfy(\.isOneColumn) { return plain }
    var place = min(end, start + 1)
    while place < end, width(of: start..<place + 1) <= room { place += 1 }
    return place
  }

  private func width(of range: Range<Int>) -> Int { visible(range).width }

  func visible(_ range: Range<Int>) -> VisibleText {
    VisibleText(scalars: field.scalars[range], .typed, limit: .max)
  }

  /// Edits as a key or paste asks; false if it means nothing here, such as *up* in the first row.
  public mutating func handle(_ event: InputEvent) -> Bool {
    guard case .key(let key) = event else { return field.handle(event) }
    switch key {
    case .control("j"): return field.insert("\n")
    case .up: return move(rows: -1)
    case .down: return move(rows: 1)
    case .home, .control("a"): put(at: lineStart)
    case .end, .control("e"): put(at: lineEnd)
    case .control("u"): delete(from: lineStart)
    case .control("k"):
      let count = max(lineEnd - field.cursor, field.cursor < field.scalars.count ? 1 : 0)
      for _ in 0..<count { field.deleteForward() }
    case .control("w"): delete(from: wordStart)
    default: return field.handle(event)
    }
    return true
  }

  private var lineStart: Int {
    (field.scalars[..<field.cursor].lastIndex(of: "\n") ?? -1) + 1
  }

  private var lineEnd: Int {
    field.scalars[field.cursor...].firstIndex(of: "\n") ?? field.scalars.count
  }

  private var wordStart: Int {
    let isBlank: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\n" }
    let end = (field.scalars[..<field.cursor].lastIndex { !isBlank($0) } ?? -1) + 1
    return (field.scalars[..<end].lastIndex(where: isBlank) ?? -1) + 1
  }

  private mutating func put(at place: Int) { field.move(by: place - field.cursor) }

  private mutating func delete(from place: Int) {
    while field.cursor > place { field.deleteBackward() }
  }

  private mutating func move(rows offset: Int) -> Bool {
    let rows = rows
    let row = cursorRow(in: rows)
    let target = row + offset
    guard rows.indices.contains(target) else { return false }
    let column = width(of: rows[row].lowerBound..<field.cursor)
    // The end of a wrapped row is the beginning of the next.
    let isWrapped =
      target + 1 < rows.count && rows[target + 1].lowerBound == rows[target].upperBound
    let last = max(rows[target].lowerBound, rows[target].upperBound - (isWrapped ? 1 : 0))
    var place = rows[target].lowerBound
    while place < last, width(of: rows[target].lowerBound..<place + 1) <= column { place += 1 }
    put(at: place)
    return true
  }
}

extension Unicode.Scalar {
  /// Whether it certainly takes one column, whatever stands beside it.
  fileprivate var isOneColumn: Bool { (0x20...0x7E).contains(value) && value != 0x5C }
}

extension Grid {
  /// Draws as many rows of an area as a rectangle has, the cursor's among them, and parks the
  /// cursor there.
  public mutating func draw(_ area: TextArea, in rect: Rect, style: Style = .text) {
    let rows = area.rows
    let row = area.cursorRow(in: rows)
    let top = max(0, min(row - rect.rows + 1, rows.count - 1))
    showsCursor = false
    cursor = nil
    for (index, range) in rows[top...].prefix(rect.rows).enumerated() {
      let line = rect.row + index
      guard top + index == row else {
        draw(
          area.visible(range), row: line, column: rect.column, width: rect.columns, style: style)
        continue
      }
      // The sides are read apart, so that a mark right of the cursor shows by itself.
      let before = area.visible(range.lowerBound..<area.field.cursor)
      let after = area.visible(area.field.cursor..<range.upperBound)
      let place = rect.column + min(before.width, rect.columns - 1)
      draw(before, row: line, column: rect.column, width: place - rect.column, style: style)
      draw(after, row: line, column: place, width: rect.endColumn - place, style: style)
      let point = Point(row: line, column: place)
      showsCursor = Rect(size).contains(point)
      cursor = showsCursor ? point : nil
    }
  }
}
