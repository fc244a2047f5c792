// SPDX-License-Identifier: MIT

internal import Incidents

/// What goes into an index.
struct IndexContent: Sendable {
  var store: String
  var book: CaseBook
  var lines: LineIndex
  /// The last line in the book.
  var position: JournalPosition

  /// The file's bytes, the same for the same lines whenever made; `nil` if an index cannot hold it.
  func image() -> [UInt8]? {
    var image = IndexImage()
    // The queue is large and not needed further on.
    guard let (rowIDs, rowCounts) = image.addRows(of: TriageQueue(book), in: book) else {
      return nil
    }
    var ids = rowIDs
    let rows = Set(ids)
    let others = book.cases.keys.filter { !rows.contains($0) }.sorted()
    for id in others { image.cases.add(book.case(id) ?? Case(id: id)) }
    ids += others
    let byID = ids.indices.sorted { ids[$0] < ids[$1] }
    for (target, sources) in book.merges {
      image.targets.add {
        $0.write(target)
        $0.write(sources)
      }
    }
    var actionSeqs: [UInt8] = []
    var actionKinds: [UInt8] = []
    for action in book.actions {
      image.actions.add(action)
      actionSeqs.append(word: UInt64(action.seq))
      let kind = UInt64(ActionKind(action.event).rawValue)
      actionKinds.append(word: UInt64(action.by.uid) << 8 | kind)
    }
    var undoneSeqs: [UInt8] = []
    for (seq, undoers) in book.undone {
      undoneSeqs.append(word: UInt64(seq))
      image.undone.add {
        $0.write(undoers.map(\.id))
        $0.write(undoers.map(\.by))
      }
    }
    for record in book.allRecords { image.records.add(record) }
    var marks: [UInt8] = []
    for mark in lines.allMarks {
      marks.append(word: UInt64(mark.segment))
      marks.append(word: UInt64(mark.offset))
    }
    var exceptionSeqs: [UInt8] = []
    for exception in lines.allExceptions {
      exceptionSeqs.append(word: UInt64(exception.seq))
      image.exceptions.add {
        $0.write(exception.id)
        $0.write(exception.before)
      }
    }
    var numbers: [UInt8] = []
    var idKeys: [UInt8] = []
    for number in byID {
      numbers.append(half: UInt32(number))
      idKeys.append(word: ids[number].key)
    }
    var values = ImageWriter()
    values.write(image.facts.values)
    let sections: [[UInt8]] = IndexSection.allCases.map { section in
      switch section {
      case .caseStarts: image.cases.starts
      case .cases: image.cases.bytes
      case .byID: numbers
      case .idKeys: idKeys
      case .textStarts: image.texts.starts
      case .texts: image.texts.bytes
      case .targetStarts: image.targets.starts
      case .targets: image.targets.bytes
      case .actionSeqs: actionSeqs
      case .actionKinds: actionKinds
      case .actionStarts: image.actions.starts
      case .actions: image.actions.bytes
      case .undoneSeqs: undoneSeqs
      case .undoneStarts: image.undone.starts
      case .recordStarts: image.records.starts
      case .records: image.records.bytes
      case .undone: image.undone.bytes
      case .marks: marks
      case .exceptionSeqs: exceptionSeqs
      case .exceptionStarts: image.exceptions.starts
      case .exceptions: image.exceptions.bytes
      case .created: image.bytes(of: .created)
      case .updated: image.bytes(of: .updated)
      case .awaiting: image.bytes(of: .awaiting)
      case .due: image.bytes(of: .due)
      case .title: image.bytes(of: .title)
      case .owner: image.bytes(of: .owner)
      case .id: image.bytes(of: .id)
      case .responses: image.bytes(of: .responses)
      case .severity: image.bytes(of: .severity)
      case .status: image.bytes(of: .status)
      case .rowMarks: image.bytes(of: .marks)
      case .values: values.bytes
      case .nameStarts: image.names.starts
      case .names: image.names.bytes
      case .nameRowStarts: halves(image.facts.nameStarts)
      case .nameRows: halves(image.facts.nameRows)
      case .responseRows: halves(image.facts.responseRows)
      case .responseStarts: image.responses.starts
      case .responseTexts: image.responses.bytes
      }
    }
    guard sections.allSatisfy({ $0.count < UInt32.max }) else { return nil }
    image = IndexImage()
    return assemble(sections, counts: [ids.count] + rowCounts)
  }

  private func assemble(_ sections: consuming [[UInt8]], counts: [Int]) -> [UInt8]? {
    let size = IndexPages.size
    let total = sections.reduce(size) { $0 + $1.count + size }
    var bytes = [UInt8](repeating: 0, count: size)
    bytes.reserveCapacity(total + total / size * 8)
    var ranges: [Range<Int>] = []
    for place in sections.indices {
      ranges.append(bytes.count..<bytes.count + sections[place].count)
      bytes += sections[place]
      // What was taken over is not needed twice.
      sections[place] = []
      let rest = bytes.count % size
      if rest > 0 { bytes.append(contentsOf: repeatElement(0, count: size - rest)) }
    }
    let pages = bytes.count / size
    // The first page has its own checksum.
    var table: [UInt8] = []
    table.append(word: 0)
    for page in 1..<pages {
      table.append(word: pageSum(Array(bytes[page * size..<(page + 1) * size])))
    }
    let header = IndexHeader(
      store: store, policy: book.policy.fingerprint, position: position, counts: counts,
      sections: ranges, pages: pages,
      tableSum: pageSum(table))
    guard let first = header.page else { return nil }
    bytes.replaceSubrange(0..<size, with: first)
    bytes += table
    return bytes
  }
}

/// Values one after another, and where each begins.
private struct IndexRecords {
  var starts: [UInt8] = [0, 0, 0, 0]
  var bytes: [UInt8] = []

  mutating func add(_ value: some ImageCodable) { add { $0.write(value) } }

  mutating func add(_ body: (inout ImageWriter) -> Void) {
    var writer = ImageWriter()
    body(&writer)
    bytes += writer.bytes
    starts.append(half: UInt32(clamping: bytes.count))
  }
}

/// Texts one after another, none across the end of a page, and where each begins.
private struct IndexTexts {
  var starts: [UInt8] = []
  var bytes: [UInt8] = []

  /// Adds a text; `false` if it fills more than a page.
  mutating func add(_ text: [UInt8]) -> Bool {
    guard text.count <= IndexPages.size else { return false }
    let room = IndexPages.size - bytes.count % IndexPages.size
    if room < text.count {
      bytes.append(contentsOf: repeatElement(QueueRow.textEnd, count: room))
    }
    starts.append(half: UInt32(clamping: bytes.count))
    bytes += text
    return true
  }
}

/// Numbers of four bytes each.
private func halves(_ numbers: some Collection<some BinaryInteger>) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(numbers.count * 4)
  for number in numbers { bytes.append(half: UInt32(clamping: number)) }
  return bytes
}

private struct IndexImage {
  var cases = IndexRecords()
  var texts = IndexTexts()
  var names = IndexTexts()
  var responses = IndexTexts()
  var targets = IndexRecords()
  var actions = IndexRecords()
  var undone = IndexRecords()
  var exceptions = IndexRecords()
  var records = IndexRecords()
  var facts = RowFacts()

  /// The ids of the rows, in order, and how many are rows, the customer's move, and open; `nil` if
  /// the texts of one fill more than a page.
  mutating func addRows(
    of queue: TriageQueue, in book: CaseBook
  ) -> (ids: [IncidentID], counts: [Int])? {
    var ids: [IncidentID] = []
    ids.reserveCapacity(queue.count)
    for place in 0..<queue.count {
      let (own, view, row) = queue.entry(at: place, in: book)
      ids.append(row.id)
      cases.add(own)
      guard texts.add(row.foldedTexts) else { return nil }
      let hasMore = row.totalResponses > 0 || !book.sources(of: row.id).isEmpty
      facts.add(row, of: view, hasMore: hasMore)
    }
    facts.finish()
    guard facts.names.allSatisfy({ names.add($0) }),
      facts.responseTexts.allSatisfy({ responses.add($0) })
    else { return nil }
    return (ids, [queue.count, queue.yours, queue.open])
  }

  /// A column of the rows.
  func bytes(of column: RowColumn) -> [UInt8] {
    guard column.isTime else { return halves(facts[column]) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(facts.count * 8)
    for number in facts[column] { bytes.append(word: UInt64(bitPattern: number)) }
    return bytes
  }
}
