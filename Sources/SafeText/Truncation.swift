// SPDX-License-Identifier: MIT

extension VisibleText {
  /// The text in at most so many columns, an elision where something is left out.
  ///
  /// `keepingTail` columns of its end are kept where there is room; the rest of the room is for its
  /// beginning. Neither a token nor a wide glyph is ever split, so the result may be a little
  /// narrower. Multi-line text becomes its first line.
  public func truncated(to columns: Int, keepingTail: Int = 0) -> VisibleText {
    if lineCount == 1 && width <= columns { return self }
    guard columns > 0 else { return VisibleText(glyphs: [], badges: badges) }
    let line = glyphs.prefix { !$0.isLineBreak }
    let room = columns - 1
    guard lineCount == 1 else {
      return VisibleText(glyphs: line.leadingUnits(columns: room) + [.elision], badges: badges)
    }
    let tail = line.trailingUnits(columns: min(max(0, keepingTail), room))
    let head = line[..<tail.startIndex].leadingUnits(columns: room - tail.columns)
    return VisibleText(glyphs: head + [.elision] + tail, badges: badges)
  }

  /// The text in at most so many columns, keeping the end that decides what it is.
  public func truncated(to columns: Int, keeping tail: Tail) -> VisibleText {
    if lineCount == 1 && width <= columns { return self }
    let line = glyphs.prefix { !$0.isLineBreak }
    switch tail {
    case .none: return truncated(to: columns)
    case .fileName: return truncated(to: columns, keepingTail: Tail.fileNameColumns)
    case .path: return truncated(to: columns, keepingTail: line.lastComponent.columns)
    case .host: return truncated(to: columns, keepingTail: line.registrableDomain.columns)
    case .address:
      let host = line.hostOfAddress
      let upToHost = line[..<host.endIndex]
      // Where the domain ends inside the beginning, the beginning is what to keep.
      if upToHost.columns < columns || host.isEmpty { return truncated(to: columns) }
      let front = VisibleText(glyphs: upToHost, badges: badges)
      let domain = host.registrableDomain.columns
      guard columns > 1 else { return truncated(to: columns) }
      guard host.endIndex < line.endIndex else {
        return front.truncated(to: columns, keepingTail: domain)
      }
      let shortened = front.truncated(to: columns - 1, keepingTail: domain)
      return VisibleText(glyphs: shortened.glyphs + [.elision], badges: badges)
    }
  }
}
