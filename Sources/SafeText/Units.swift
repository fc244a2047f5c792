// SPDX-License-Identifier: MIT

/// Text is only ever cut between units: whole tokens, or single glyphs with their marks.
extension ArraySlice<Glyph> {
  /// Columns taken, were it one line.
  var columns: Int { reduce(0) { $0 + Int($1.width) } }

  /// Where the unit that begins at an index ends.
  func endOfUnit(at index: Int) -> Int {
    guard self[index].opensToken else { return index + 1 }
    let close = self[index...].firstIndex { $0.base == "}" }
    return (close ?? endIndex - 1) + 1
  }

  /// Where the unit that ends before an index begins.
  func startOfUnit(before index: Int) -> Int {
    guard self[index - 1].isToken else { return index - 1 }
    return self[..<index].lastIndex(where: \.opensToken) ?? startIndex
  }

  /// The first whole units that fit in a number of columns.
  func leadingUnits(columns: Int) -> ArraySlice<Glyph> {
    var end = startIndex
    var left = columns
    while end < endIndex {
      let next = endOfUnit(at: end)
      left -= self[end..<next].columns
      guard left >= 0 else { break }
      end = next
    }
    return self[..<end]
  }

  /// The last whole units that fit in a number of columns.
  func trailingUnits(columns: Int) -> ArraySlice<Glyph> {
    var start = endIndex
    var left = columns
    while start > startIndex {
      let next = startOfUnit(before: start)
      left -= self[next..<start].columns
      guard left >= 0 else { break }
      start = next
    }
    return self[start...]
  }
}
