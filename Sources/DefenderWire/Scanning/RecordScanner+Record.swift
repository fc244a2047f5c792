// SPDX-License-Identifier: MIT

extension RecordScanner {
  /// The offset of the next byte.
  var offset: Int { base + cursor }

  /// Begins a record at the next byte.
  mutating func beginRecord() {
    let start = JSONPosition(offset: offset, line: line, column: offset - lineStart + 1)
    record = PendingRecord()
    record.position = start
    record.lineStart = lineStart
    record.leadsLine = isLineBlank
    isKeeping = true
    kept = cursor
  }

  /// Copies the record's bytes up to the next one out of the input.
  mutating func keep() {
    if isKeeping, kept < cursor {
      let room = recordLimit - record.bytes.count
      if room > 0 { record.bytes += input[kept..<min(cursor, kept + room)] }
    }
    kept = cursor
  }

  mutating func newLine() {
    cursor += 1
    line += 1
    lineStart = offset
    isLineBlank = true
  }

  /// Passes over a string's content as fast as it can.
  ///
  /// A raw line feed ends the string, because
  /// in a record with a lost quote that is where the damage should end.
  mutating func stepThroughString() {
    var index = cursor
    let end = input.count
    while index < end {
      let byte = input[index]
      if byte == .quote || byte == .backslash || byte == .lineFeed { break }
      index += 1
    }
    cursor = index
    guard index < end else { return }
    switch input[index] {
    case .backslash:
      cursor += 1
      mode = .escape
    case .quote:
      cursor += 1
      endString()
    default:
      record.isName = false
      endString()
    }
  }

  private mutating func endString() {
    record.stringEnd = offset
    record.last = .string
    guard !record.brackets.isEmpty else {
      mode = .afterText
      return
    }
    mode = .structure
    if record.isName, record.brackets.count == 1 { readName() }
  }

  /// Notes a member name that has a meaning for the scanner.
  private mutating func readName() {
    record.name = .other
    let length = record.stringEnd - record.stringStart
    guard length == 7 || length == 11 || length == 17 else { return }
    keep()
    let start = record.stringStart - record.position.offset
    guard start + length <= record.bytes.count else { return }
    let name = record.bytes[start..<start + length]
    if name.elementsEqual(#""value""#.utf8) || name.elementsEqual(#""incidents""#.utf8) {
      record.name = .list
    } else if name.elementsEqual(#""@odata.nextLink""#.utf8) {
      record.name = .nextLink
    }
  }

  mutating func stepThroughStructure() {
    let byte = input[cursor]
    switch byte {
    case .lineFeed:
      newLine()
      return
    case .space, .tab, .carriageReturn:
      cursor += 1
      return
    case .quote:
      openString()
    case .openBrace:
      openBrace()
      return
    case .openBracket:
      if isListOfPage { return becomePage() }
      push(byte)
    case .closeBrace, .closeBracket:
      close(byte)
      return
    case .colon:
      record.last = .colon
    case .comma:
      record.last = .comma
    default:
      if record.last == .string, record.stringEnd == offset, let end = misreadStringEnd {
        rewind(to: end)
        record.last = .string
        record.isName = false
        mode = .structure
        return
      }
      record.last = .value
    }
    isLineBlank = false
    cursor += 1
  }

  private mutating func openString() {
    record.isName =
      record.brackets.last == .openBrace && (record.last == .open || record.last == .comma)
    if record.name == .nextLink, record.last == .colon, record.brackets.count == 1 {
      record.hasNextLink = true
      if record.isPageTail { facts.hasNextLink = true }
    }
    record.stringStart = offset
    mode = .string
  }

  mutating func push(_ bracket: UInt8) {
    if record.brackets.count < depthLimit, record.surplusDepth == 0 {
      record.brackets.append(bracket)
    } else {
      record.surplusDepth += 1
    }
    record.last = .open
  }

  private var isListOfPage: Bool {
    record.brackets.count == 1 && record.brackets[0] == .openBrace && record.last == .colon
      && record.name == .list && (record.isPageTail || contexts.count < Self.contextLimit)
  }

  /// The object being read is a page: its list is streamed, the rest of it is not kept.
  private mutating func becomePage() {
    if !record.isPageTail { contexts.append(.page) }
    if record.hasNextLink { facts.hasNextLink = true }
    facts.listCount += 1
    isKeeping = false
    record = PendingRecord()
    isLineBlank = false
    cursor += 1
    mode = .between
  }

  /// Gives out the record that ends before the next byte.
  mutating func endRecord() {
    keep()
    mode = .between
    if record.isPageTail {
      contexts.removeLast()
    } else {
      let judged = judge(record.bytes, length: offset - record.position.offset)
      // Broken inside, its successors may be what was taken for elements of its lists.
      if case .damaged = judged, cutAtCandidate() { return }
      give(judged)
    }
    isKeeping = false
    record = PendingRecord()
  }

  func judge(_ bytes: [UInt8], length: Int) -> ScannedRecord {
    let position = record.position
    var reason = "over \(recordLimit >> 20) MB"
    var fault = position
    if length <= recordLimit {
      do throws(JSONError) {
        let document = try JSONDocument(bytes: bytes, depthLimit: depthLimit)
        return .record(document, at: position)
      } catch {
        reason = error.reason.description
        fault = position.advanced(by: error.position)
      }
    }
    let isExcerpt = length > recordLimit && bytes.count > Self.excerptLimit
    return .damaged(
      DamagedRecord(
        bytes: isExcerpt ? Array(bytes.prefix(Self.excerptLimit)) : bytes, reason: reason,
        position: position, fault: fault))
  }

  mutating func give(_ scanned: ScannedRecord) {
    switch scanned {
    case .record: facts.recordCount += 1
    case .damaged: facts.damagedCount += 1
    }
    found.append(scanned)
  }
}
