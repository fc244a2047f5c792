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
    for number in byID { numbers.append(half: UInt32(number)) }
    let sections: [[UInt8]] = IndexSection.allCases.map { section in
      switch section {
      case .caseStarts: image.cases.starts
      case .cases: image.cases.bytes
      case .byID: numbers
      case .textStarts: image.textStarts
      case .texts: image.texts
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

private struct IndexImage {
  var cases = IndexRecords()
  var textStarts: [UInt8] = []
  var texts: [UInt8] = []
  var targets = IndexRecords()
  var actions = IndexRecords()
  var undone = IndexRecords()
  var exceptions = IndexRecords()
  var records = IndexRecords()

  /// The ids of the rows, in order, and how many are rows, the customer's move, and open; `nil` if
  /// the texts of one fill more than a page.
  mutating func addRows(
    of queue: TriageQueue, in book: CaseBook
  ) -> (ids: [IncidentID], counts: [Int])? {
    var ids: [IncidentID] = []
    for row in queue.rows {
      ids.append(row.id)
      cases.add(book.case(row.id) ?? Case(id: row.id))
      let text = row.archivedTexts(in: book)
      guard text.count <= IndexPages.size else { return nil }
      let room = IndexPages.size - texts.count % IndexPages.size
      if room < text.count {
        texts.append(contentsOf: repeatElement(QueueRow.textEnd, count: room))
      }
      textStarts.append(half: UInt32(clamping: texts.count))
      texts += text
    }
    return (ids, [queue.count, queue.yours, queue.open])
  }
}
