// SPDX-License-Identifier: MIT

/// What a closing bracket that fits nothing means, only what follows it can tell.
extension RecordScanner {
  /// A closing bracket; one of the wrong kind closes what lies between.
  mutating func close(_ bracket: UInt8) {
    let opener: UInt8 = bracket == .closeBrace ? .openBrace : .openBracket
    if record.surplusDepth > 0 {
      record.surplusDepth -= 1
    } else if record.brackets.last == opener {
      record.brackets.removeLast()
    } else {
      if cutAtCandidate() { return }
      let match = record.brackets.lastIndex(of: opener)
      if match == 0, bracket == .closeBrace, !record.isPageTail {
        return doubt(bracket)
      } else if let match {
        record.brackets.removeSubrange(match...)
      } else if bracket == .closeBracket, contexts.last != .stream, !record.isPageTail {
        return doubt(bracket)
      }
    }
    record.last = .value
    isLineBlank = false
    cursor += 1
    if record.brackets.isEmpty { endRecord() }
  }

  private mutating func doubt(_ bracket: UInt8) {
    mode = .afterMismatch(Mismatch(bracket: bracket, offset: offset))
    isLineBlank = false
    cursor += 1
  }

  mutating func stepAfterMismatch(_ mismatch: Mismatch) {
    let byte = input[cursor]
    var mismatch = mismatch
    if mismatch.sawQuote {
      // A page goes on with members such as `@odata.nextLink`, a record with others.
      if byte == UInt8(ascii: "@") { end(mismatch) } else { goOn(after: mismatch) }
      return
    }
    switch byte {
    case .lineFeed:
      newLine()
    case .space, .tab, .carriageReturn:
      cursor += 1
    case .comma where !mismatch.sawComma:
      mismatch.sawComma = true
      mode = .afterMismatch(mismatch)
      cursor += 1
    case .quote where mismatch.sawComma:
      guard mismatch.bracket == .closeBracket, contexts.last == .page else {
        return goOn(after: mismatch)
      }
      mismatch.sawQuote = true
      mode = .afterMismatch(mismatch)
      cursor += 1
    case .openBrace where mismatch.sawComma, .closeBracket:
      // The next record, or the list's own end: the bracket stood for the record's brace.
      cutRecord(at: isAllKept ? mismatch.offset + 1 : offset)
    case .closeBrace where mismatch.bracket == .closeBracket && contexts.last == .array:
      goOn(after: mismatch)
    default:
      end(mismatch)
    }
  }

  /// The record ends with, or without, the bracket, which is a list's own if the record cannot
  /// have opened it.
  mutating func end(_ mismatch: Mismatch) {
    let isOwn = mismatch.bracket == .closeBrace
    cutRecord(at: isAllKept ? mismatch.offset + (isOwn ? 1 : 0) : offset)
  }

  /// The bracket was a slip: the record goes on with its next member.
  private mutating func goOn(after mismatch: Mismatch) {
    guard isAllKept else { return cutRecord(at: offset) }
    rewind(to: mismatch.offset + 1)
    if mismatch.bracket == .closeBrace { record.brackets.removeSubrange(1...) }
    record.last = .value
    mode = .structure
  }
}
