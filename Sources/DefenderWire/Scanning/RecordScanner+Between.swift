// SPDX-License-Identifier: MIT

extension RecordScanner {
  /// Between records: passes over white space and commas, and begins whatever comes.
  mutating func stepBetween() {
    let byte = input[cursor]
    switch byte {
    case .lineFeed:
      newLine()
      return
    case .space, .tab, .carriageReturn, .comma:
      break
    case .openBrace:
      closeJunk()
      beginRecord()
      push(byte)
      mode = .structure
    case .openBracket:
      closeJunk()
      beginList()
    case .closeBracket where contexts.last != .stream:
      closeJunk()
      closeList()
    case .quote where !isJunkOpen:
      beginRecord()
      record.stringStart = base + cursor
      mode = .string
    default:
      if !isJunkOpen { beginRecord() }
      isJunkOpen = true
      mode = .junk
    }
    if !byte.isJSONSpace { isLineBlank = false }
    cursor += 1
  }

  /// An array among the records: a list of them, but in a page, or too deep, a record itself.
  private mutating func beginList() {
    if contexts.last == .page || contexts.count >= Self.contextLimit {
      beginRecord()
      push(.openBracket)
      mode = .structure
    } else {
      contexts.append(.array)
      facts.listCount += 1
    }
  }

  /// Leaves a list at its `]`; after a page's list the rest of the page follows.
  private mutating func closeList() {
    if contexts.last == .array {
      contexts.removeLast()
      mode = .between
    } else {
      beginPageTail(after: .value)
    }
  }

  /// Goes on with the members of a page after its list.
  mutating func beginPageTail(after token: PendingRecord.Token) {
    beginRecord()
    record.isPageTail = true
    record.brackets = [.openBrace]
    record.last = token
    mode = .structure
  }

  /// Junk ends where a record or a list may begin or end; a comma or a line's end only pauses it.
  mutating func stepThroughJunk() {
    let byte = input[cursor]
    switch byte {
    case .openBrace, .openBracket:
      mode = .between
    case .closeBracket where contexts.last != .stream:
      mode = .between
    case .comma, .lineFeed:
      if !record.isPaused {
        keep()
        if (try? JSONDocument(bytes: record.bytes)) != nil { closeJunk() }
      }
      record.isPaused = true
      mode = .between
    default:
      cursor += 1
    }
  }

  /// Gives out the junk, if any: a scalar that is valid JSON, or something that is not.
  mutating func closeJunk() {
    guard isJunkOpen else { return }
    isJunkOpen = false
    endBrokenRecord()
  }

  /// After a string among the records: with a colon it is a name whose record has lost its brace.
  mutating func stepAfterText() {
    let byte = input[cursor]
    switch byte {
    case .lineFeed:
      newLine()
    case .space, .tab, .carriageReturn:
      cursor += 1
    case .colon:
      record.brackets = [.openBrace]
      record.last = .colon
      record.isName = true
      mode = .structure
      cursor += 1
    default:
      if !byte.isJSONStructure, byte != .quote, record.stringEnd == offset,
        let end = misreadStringEnd
      {
        cutRecord(at: end)
        return
      }
      endRecord()
      mode = .between
    }
  }
}
