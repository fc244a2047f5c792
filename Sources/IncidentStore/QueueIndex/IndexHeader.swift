// SPDX-License-Identifier: MIT

package import Incidents

/// A part of an index, which begins on a page of its own.
enum IndexSection: Int, CaseIterable {
  /// Where each case begins in ``cases``, and where the last ends.
  case caseStarts
  /// The cases: rows first, in triage order.
  case cases
  /// The numbers of the cases, by id.
  case byID
  /// The first eight bytes of each id, in order of id, as a number: the first byte counts most.
  case idKeys
  /// Where each row's texts begin in ``texts``.
  case textStarts
  /// What a filter looks at, row by row; no row crosses a page.
  case texts
  /// Where each merge target begins in ``targets``.
  case targetStarts
  /// Merge targets by id, each with what was merged into it.
  case targets
  /// The line of each action.
  case actionSeqs
  /// The user id of each action's author, and below it what the action is to undo.
  case actionKinds
  /// Where each action begins in ``actions``.
  case actionStarts
  /// The actions.
  case actions
  /// The lines that are undone.
  case undoneSeqs
  /// Where each of them begins in ``undone``.
  case undoneStarts
  /// For whom they are undone, and by which lines.
  case undone
  /// The place of every 32nd line: segment and offset.
  case marks
  /// The line of each exception.
  case exceptionSeqs
  /// Where each exception begins in ``exceptions``.
  case exceptionStarts
  /// The exceptions of the line index.
  case exceptions
  /// Where each record of ours begins in ``records``.
  case recordStarts
  /// The records of ours, in order of subject.
  case records
  /// When the service created each row's incident: eight bytes, the latest there can be for none.
  case created
  /// When the service last changed it.
  case updated
  /// Since when the customer has been awaited.
  case awaiting
  /// When the nearer running clock runs out.
  case due
  /// The rank of its title: four bytes, the highest there can be for none.
  case title
  /// The rank of its owner.
  case owner
  /// The rank of its id.
  case id
  /// How many responses have no outcome.
  case responses
  /// The place of its severity among the ``values``.
  case severity
  /// The place of its status.
  case status
  /// What is so of it or not, a bit each.
  case rowMarks
  /// The severities and the statuses there are.
  case values
  /// Where each name begins in ``names``.
  case nameStarts
  /// The names rows are found by, in order; none crosses a page.
  case names
  /// Where the rows of each name begin in ``nameRows``, counted in rows, and where the last end.
  case nameRowStarts
  /// The rows of each name.
  case nameRows
  /// The row of each response.
  case responseRows
  /// Where the texts of each response begin in ``responseTexts``.
  case responseStarts
  /// What is searched of responses; none crosses a page.
  case responseTexts

  /// The section of a column.
  init(_ column: RowColumn) {
    switch column {
    case .created: self = .created
    case .updated: self = .updated
    case .awaiting: self = .awaiting
    case .due: self = .due
    case .title: self = .title
    case .owner: self = .owner
    case .id: self = .id
    case .responses: self = .responses
    case .severity: self = .severity
    case .status: self = .status
    case .marks: self = .rowMarks
    }
  }
}

extension RowColumn {
  /// The bytes of one number.
  var width: Int { isTime ? 8 : 4 }
}

/// What an index says of itself.
struct IndexHeader: Hashable, Sendable {
  /// Goes up whenever the layout changes, or a rule that says which rows there are, in which order,
  /// or what is open.
  static let version: UInt64 = 5
  private static let magic = Array("tocsin\u{0}Q".utf8)
  /// Magic, length and checksum.
  private static let lead = 8 + 8 + 8

  /// The store's id.
  var store: String
  /// The fingerprint of the policy by which its rows are in order.
  var policy: UInt64
  /// The last line it holds, and where that is.
  var position: JournalPosition
  /// How many cases, rows, rows that are the customer's move, and open rows.
  var counts: [Int]
  /// The bytes of each section.
  var sections: [Range<Int>]
  /// How many pages there are; their checksums follow.
  var pages: Int
  /// The checksum of the checksums.
  var tableSum: UInt64

  /// The size of the file.
  var fileSize: Int { pages * IndexPages.size + pages * 8 }

  private static let vocabulary = pageSum(Array(imageVocabulary.utf8))

  /// The first page; `nil` if it would not fit.
  var page: [UInt8]? {
    var writer = ImageWriter()
    writer.number(Self.version)
    writer.number(Self.vocabulary)
    writer.text(store)
    writer.number(policy)
    writer.write(position)
    writer.write(counts)
    writer.write(sections.flatMap { [$0.lowerBound, $0.upperBound] })
    writer.write(pages)
    writer.number(tableSum)
    var page = Self.magic
    page.append(word: UInt64(writer.bytes.count))
    page.append(word: pageSum(writer.bytes))
    page += writer.bytes
    guard page.count <= IndexPages.size else { return nil }
    return page + [UInt8](repeating: 0, count: IndexPages.size - page.count)
  }

  /// Reads a first page; `nil` unless it is whole, of this version and vocabulary.
  init?(page: [UInt8]) {
    guard page.count == IndexPages.size, page.starts(with: Self.magic) else { return nil }
    let length = page.word(at: 8)
    guard length <= UInt64(page.count - Self.lead) else { return nil }
    let end = Self.lead + Int(length)
    let bytes = Array(page[Self.lead..<end])
    // What is behind it is covered too, so that no byte of the file goes unchecked.
    guard pageSum(bytes) == page.word(at: 16), page[end...].allSatisfy({ $0 == 0 }) else {
      return nil
    }
    var reader = ImageReader(bytes)
    do throws(ImageError) {
      guard try reader.number() == Self.version, try reader.number() == Self.vocabulary else {
        return nil
      }
      store = try reader.text()
      policy = try reader.number()
      position = try reader.read()
      counts = try reader.read()
      let bounds: [Int] = try reader.read()
      pages = try reader.read()
      tableSum = try reader.number()
      guard counts.count == 4, bounds.count == IndexSection.allCases.count * 2, pages > 0,
        pages < 1 << 24, reader.isAtEnd, bounds.allSatisfy({ $0 >= 0 }), bounds == bounds.sorted(),
        bounds.last ?? 0 <= pages * IndexPages.size
      else { return nil }
      sections = stride(from: 0, to: bounds.count, by: 2).map { bounds[$0]..<bounds[$0 + 1] }
    } catch {
      return nil
    }
    guard isConsistent else { return nil }
  }

  /// Whether the sections begin where they may and are as long as the counts demand.
  private var isConsistent: Bool {
    func size(_ section: IndexSection) -> Int { sections[section.rawValue].count }
    func starts(_ section: IndexSection, _ count: Int) -> Bool {
      size(section) == (count + 1) * 4
    }
    guard sections.allSatisfy({ $0.lowerBound % IndexPages.size == 0 && $0.lowerBound > 0 }),
      counts.allSatisfy({ (0..<1 << 30).contains($0) }), (0..<1 << 52).contains(position.seq)
    else { return false }
    let (cases, rows, yours, open) = (counts[0], counts[1], counts[2], counts[3])
    guard yours <= open, open <= rows, rows <= cases, starts(.caseStarts, cases),
      size(.byID) == cases * 4, size(.idKeys) == cases * 8, size(.textStarts) == rows * 4,
      size(.targetStarts) >= 4,
      size(.targetStarts) % 4 == 0, size(.marks) == (position.seq + 31) / 32 * 16
    else { return false }
    guard
      RowColumn.allCases.allSatisfy({ size(IndexSection($0)) == rows * $0.width }),
      size(.nameStarts) % 4 == 0, size(.nameRowStarts) == size(.nameStarts) + 4,
      size(.nameRows) % 4 == 0, size(.responseRows) % 4 == 0,
      size(.responseStarts) == size(.responseRows)
    else { return false }
    let records = size(.recordStarts)
    guard records >= 4, records % 4 == 0 else { return false }
    let actions = size(.actionSeqs)
    let undone = size(.undoneSeqs)
    let exceptions = size(.exceptionSeqs)
    return [actions, undone, exceptions].allSatisfy { $0 % 8 == 0 }
      && size(.actionKinds) == actions && starts(.actionStarts, actions / 8)
      && starts(.undoneStarts, undone / 8) && starts(.exceptionStarts, exceptions / 8)
  }

  init(
    store: String, policy: UInt64, position: JournalPosition, counts: [Int], sections: [Range<Int>],
    pages: Int,
    tableSum: UInt64
  ) {
    self.store = store
    self.policy = policy
    self.position = position
    self.counts = counts
    self.sections = sections
    self.pages = pages
    self.tableSum = tableSum
  }
}

extension JournalPosition: ImageCodable {
  /// Reads one.
  package init(from reader: inout ImageReader) throws(ImageError) {
    self.init(
      seq: try reader.read(), hash: try reader.read(), segment: try reader.read(),
      start: try reader.read(), end: try reader.read(), lines: try reader.read())
  }

  /// Writes it.
  package func write(to writer: inout ImageWriter) {
    writer.write(seq)
    writer.write(hash)
    writer.write(segment)
    writer.write(start)
    writer.write(end)
    writer.write(lines)
  }
}

extension [UInt8] {
  mutating func append(word: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      append(UInt8(truncatingIfNeeded: word >> shift))
    }
  }

  mutating func append(half: UInt32) {
    for shift in stride(from: UInt32(0), to: 32, by: 8) {
      append(UInt8(truncatingIfNeeded: half >> shift))
    }
  }

  /// Eight bytes, the lowest first.
  func word(at place: Int) -> UInt64 {
    withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
  }

  /// Four bytes, the lowest first.
  func half(at place: Int) -> UInt32 {
    withUnsafeBytes {
      UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: UInt32.self))
    }
  }
}
