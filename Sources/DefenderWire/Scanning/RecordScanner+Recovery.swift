// SPDX-License-Identifier: MIT

/// What the scanner does where no valid record goes on.
extension RecordScanner {
  /// Whether the record is past saving, so that any sign of the next one is believed.
  private var isHopeless: Bool {
    record.surplusDepth > 0 || !isAllKept
  }

  /// Whether the record has not outgrown the limit, so that it can be read again.
  var isAllKept: Bool { offset - record.position.offset <= recordLimit }

  /// An opening brace inside a record: an inner object, or, where the grammar wants none, the
  /// next record after one that has lost its end.
  mutating func openBrace() {
    let leads =
      isLineBlank && record.leadsLine && offset - lineStart == record.position.column - 1
    let isBreach = record.surplusDepth == 0 && breaksGrammar
    if isBreach, record.isPageTail {
      if !reopensList() { cutRecord(at: offset) }
      return
    }
    if leads, isHopeless || isBreach {
      // Going back to the candidate from the deepest level would read every level again.
      if isHopeless || !cutAtCandidate() { cutRecord(at: offset) }
      return
    }
    if isBreach {
      if cutAtCandidate() { return }
      if record.suspect == nil { record.suspect = offset }
      if record.brackets.last == .openBrace, !lacksColon, !isDoubledBrace {
        guard let list = record.brackets.lastIndex(of: .openBracket) else {
          return cutRecord(at: offset)
        }
        // An element of an inner list has lost its brace; its neighbours belong to the list.
        record.brackets.removeSubrange((list + 1)...)
      }
    }
    if leads, record.candidate == nil { record.candidate = offset }
    push(.openBrace)
    isLineBlank = false
    cursor += 1
  }

  private var breaksGrammar: Bool {
    record.brackets.last == .openBrace
      ? record.last != .colon : record.last == .string || record.last == .value
  }

  private var lacksColon: Bool { record.last == .string && record.isName }

  private var isDoubledBrace: Bool { record.last == .open }

  /// A `]` too many has closed a page's list, and here is its next record.
  private mutating func reopensList() -> Bool {
    keep()
    let isBare = record.bytes.allSatisfy { $0.isJSONSpace || $0 == .closeBracket || $0 == .comma }
    guard isBare, record.last == .comma else { return false }
    isKeeping = false
    give(judge([.closeBracket], length: 1))
    record = PendingRecord()
    mode = .between
    return true
  }

  /// Where the last string really ended, if its closing quote must be the next string's opening
  /// one: after it comes what no string is followed by, and before it brackets and commas.
  ///
  /// Gives the offset of the first of those.
  var misreadStringEnd: Int? {
    mutating get {
      guard isAllKept else { return nil }
      keep()
      let origin = record.position.offset
      let first = record.stringStart + 1
      var start = record.stringEnd - 1
      var sawStructure = false
      while start > first, record.stringEnd - start < 256 {
        let byte = record.bytes[start - 1 - origin]
        guard byte.isJSONStructure || byte == .space || byte == .tab else { break }
        if !sawStructure, byte == .closeBrace || byte == .closeBracket { return nil }
        if byte.isJSONStructure { sawStructure = true }
        start -= 1
      }
      return sawStructure ? start : nil
    }
  }

  /// Ends the record, damaged, at the first place where its successor may have begun.
  mutating func cutAtCandidate() -> Bool {
    guard let candidate = record.candidate, !record.isPageTail, isAllKept else { return false }
    cutRecord(at: candidate)
    return true
  }

  /// At the end of the input: ends the record where the grammar first broke.
  ///
  /// Rarely, because each time the rest is read again.
  private mutating func cutAtSuspect() -> Bool {
    guard let suspect = record.suspect, suspectsLeft > 0, !record.isPageTail,
      isAllKept
    else { return false }
    suspectsLeft -= 1
    cutRecord(at: suspect)
    return true
  }

  /// Ends the record, damaged, before an offset and reads on from there as between records.
  mutating func cutRecord(at offset: Int) {
    if offset == self.offset { keep() } else { rewind(to: offset) }
    if record.isPageTail {
      contexts.removeLast()
      facts.isCutOff = true
      isKeeping = false
      record = PendingRecord()
    } else {
      endBrokenRecord()
    }
    mode = .between
  }

  /// Gives out what was kept, without the white space and commas after it.
  mutating func endBrokenRecord() {
    keep()
    let length = offset - record.position.offset
    if length <= recordLimit {
      while let byte = record.bytes.last, byte.isJSONSpace || byte == .comma {
        record.bytes.removeLast()
      }
    }
    give(judge(record.bytes, length: length))
    isKeeping = false
    record = PendingRecord()
  }

  /// Takes bytes of the record back, to be read again.
  mutating func rewind(to offset: Int) {
    keep()
    let length = offset - record.position.offset
    let again = Array(record.bytes[length...])
    record.bytes.removeSubrange(length...)
    waiting.append((input, cursor, base))
    input = again
    base = offset
    cursor = 0
    kept = 0
    moveLineBack(over: again)
  }

  /// Sets the line to where the record's kept bytes end, after some were taken back.
  private mutating func moveLineBack(over again: [UInt8]) {
    let feeds = again.count { $0 == .lineFeed }
    let before = record.bytes
    if feeds > 0 {
      line -= feeds
      lineStart =
        before.lastIndex(of: .lineFeed).map { record.position.offset + $0 + 1 }
        ?? record.lineStart
    }
    let content = before.lastIndex { $0 != .space && $0 != .tab && $0 != .carriageReturn }
    isLineBlank = content.map { before[$0] == .lineFeed } ?? false
  }

  /// At the end of the input: gives out what is unfinished, which may hold more than one record.
  mutating func endInput() {
    if case .afterMismatch(let mismatch) = mode {
      end(mismatch)
      scan()
    }
    while isKeeping, !isJunkOpen, cutAtCandidate() || cutAtSuspect() { scan() }
    switch mode {
    case .structure, .string, .escape:
      facts.isCutOff = true
      if !record.isPageTail { endBrokenRecord() }
    case .afterText:
      endBrokenRecord()
    case .refused:
      give(judge(record.bytes, length: record.bytes.count))
    case .start, .between, .junk, .afterMismatch:
      closeJunk()
    }
    if contexts.count > 1 { facts.isCutOff = true }
    isKeeping = false
  }
}
