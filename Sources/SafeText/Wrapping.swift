// SPDX-License-Identifier: MIT

extension VisibleText {
  /// The text in lines of at most so many columns, at least one line; none if there is no column.
  ///
  /// Lines break at spaces, which are then left out; a longer word breaks where it must, but a
  /// token only if it is wider than a line, and a glyph wider than a line becomes an elision.
  public func wrapped(to columns: Int) -> [VisibleText] {
    guard columns > 0 else { return [] }
    if lineCount == 1 && width <= columns { return [self] }
    return glyphs.split(omittingEmptySubsequences: false, whereSeparator: \.isLineBreak)
      .flatMap { $0.wrapped(to: columns) }
      .map { VisibleText(glyphs: $0, badges: badges) }
  }
}

extension ArraySlice<Glyph> {
  fileprivate func wrapped(to columns: Int) -> [ArraySlice<Glyph>] {
    var lines: [ArraySlice<Glyph>] = []
    var rest = self
    while !rest.isEmpty || lines.isEmpty {
      let fitting = rest.leadingUnits(columns: columns)
      if fitting.endIndex == rest.endIndex {
        lines.append(rest)
        break
      }
      if fitting.isEmpty {
        // A token wider than the line is broken between its glyphs.
        let part = rest.prefix(columns)
        lines.append(rest[rest.startIndex].width > columns ? [.elision] : part)
        rest = rest.dropFirst(rest[rest.startIndex].width > columns ? 1 : part.count)
        continue
      }
      let line = fitting.endOfLine(in: rest)
      lines.append(line)
      rest = rest[line.endIndex...].drop(while: \.isPlainSpace)
    }
    return lines
  }

  /// As much of what fits as makes a line: up to the last space, if a word would be broken.
  private func endOfLine(in text: ArraySlice<Glyph>) -> ArraySlice<Glyph> {
    if text[endIndex].isPlainSpace { return self }
    guard let space = lastIndex(where: \.isPlainSpace) else { return self }
    let words = self[..<space]
    guard let end = words.lastIndex(where: { !$0.isPlainSpace }) else { return self }
    return words[...end]
  }
}

extension Glyph {
  fileprivate var isPlainSpace: Bool { base == " " && !isToken }
}
