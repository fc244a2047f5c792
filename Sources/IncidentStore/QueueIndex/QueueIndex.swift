// SPDX-License-Identifier: MIT

package import Incidents
private import Synchronization

/// An index that is open: the folded journal up to a line, read page by page as needed.
package final class QueueIndex: CaseArchive {
  /// The most cases kept decoded.
  private static let recentLimit = 64

  let header: IndexHeader
  let pages: IndexPages
  private let recent = Mutex<[Int: Case]>([:])

  /// What tells it from any other.
  package let name: String
  /// The last line in it.
  package var seq: Int { header.position.seq }
  /// How many cases it holds.
  package var count: Int { header.counts[0] }
  /// How many are rows.
  package var rowCount: Int { header.counts[1] }
  /// How many rows are the customer's move.
  package var yours: Int { header.counts[2] }
  /// How many rows are open.
  package var open: Int { header.counts[3] }
  /// How many actions it holds.
  package var actionCount: Int { self[.actionKinds].count / 8 }

  init(_ header: IndexHeader, _ pages: IndexPages) {
    self.header = header
    self.pages = pages
    name = "\(header.store) \(header.position.seq) \(header.position.hash)"
  }

  subscript(section: IndexSection) -> Range<Int> { header.sections[section.rawValue] }

  /// The number of a case.
  package func number(of id: IncidentID) -> Int? {
    let keys = self[.idKeys].lowerBound
    let wanted = id.key
    var place = first(of: count) { self.pages.key(at: keys + $0 * 8) >= wanted }
    // Most ids differ in their first eight bytes.
    while place < count, pages.key(at: keys + place * 8) == wanted {
      let number = numberByID(place)
      let found = self.id(at: number)
      if found == id { return number }
      if id < found { return nil }
      place += 1
    }
    return nil
  }

  private func numberByID(_ place: Int) -> Int {
    while true {
      let number = pages.half(at: self[.byID].lowerBound + place * 4)
      if number < count { return number }
      pages.distrust()
    }
  }

  /// The id of a case.
  package func id(at number: Int) -> IncidentID {
    read { reader throws(ImageError) in
      try reader.read()
    } from: {
      self.record(number, .caseStarts, .cases)
    }
  }

  /// A case; those asked for last are kept, because a screen asks for the same again and again.
  package func `case`(at number: Int) -> Case {
    if let known = recent.withLock({ $0[number] }) { return known }
    let found = decodedCase(at: number)
    recent.withLock { recent in
      if recent.count >= Self.recentLimit { recent.removeAll(keepingCapacity: true) }
      recent[number] = found
    }
    return found
  }

  private func decodedCase(at number: Int) -> Case {
    read { reader throws(ImageError) in
      try reader.read()
    } from: {
      self.record(number, .caseStarts, .cases)
    }
  }

  /// The incidents merged directly into one.
  package func sources(of id: IncidentID) -> [IncidentID] {
    let place = first(of: targetCount) { !(self.merge(at: $0).target < id) }
    guard place < targetCount else { return [] }
    let found = merge(at: place)
    return found.target == id ? found.sources : []
  }

  /// How many incidents others were merged into.
  package var targetCount: Int { max(0, self[.targetStarts].count / 4 - 1) }

  /// Something others were merged into, and those, by its place.
  package func merge(at place: Int) -> (target: IncidentID, sources: [IncidentID]) {
    read { reader throws(ImageError) in
      (try reader.read(), try reader.read())
    } from: {
      self.record(place, .targetStarts, .targets)
    }
  }

  /// An action.
  package func action(at place: Int) -> JournalEntry {
    read { reader throws(ImageError) in
      try reader.read()
    } from: {
      self.record(place, .actionStarts, .actions)
    }
  }

  /// The line of an action.
  package func actionSeq(at place: Int) -> Int {
    pages.word(at: self[.actionSeqs].lowerBound + place * 8)
  }

  /// The place of a user's last action of a kind before another place.
  package func lastAction(by user: UInt32, _ kind: ActionKind, before place: Int) -> Int? {
    let wanted = UInt64(user) << 8 | UInt64(kind.rawValue)
    let perPage = IndexPages.size / 8
    var end = place
    while end > 0 {
      let start = (end - 1) / perPage * perPage
      let page = pages.page((self[.actionKinds].lowerBound + start * 8) / IndexPages.size)
      if let found = (start..<end).last(where: { page.word(at: ($0 - start) * 8) == wanted }) {
        return found
      }
      end = start
    }
    return nil
  }

  /// How many lines are undone.
  package var undoneCount: Int { self[.undoneSeqs].count / 8 }

  /// A line that is undone, by its place.
  package func undoneSeq(at place: Int) -> Int {
    pages.word(at: self[.undoneSeqs].lowerBound + place * 8)
  }

  /// For which incidents a line is undone, and by which line.
  package func undoers(of seq: Int) -> [IncidentID: Int] {
    let place = first(of: undoneCount) { undoneSeq(at: $0) >= seq }
    guard place < undoneCount, undoneSeq(at: place) == seq else { return [:] }
    let found: ([IncidentID], [Int]) = read { reader throws(ImageError) in
      (try reader.read(), try reader.read())
    } from: {
      self.record(place, .undoneStarts, .undone)
    }
    return Dictionary(zip(found.0, found.1)) { first, _ in first }
  }

  /// A record of ours.
  package func record(_ subject: Subject) -> Record? {
    let place = first(of: recordCount) { !(recordSubject(at: $0) < subject) }
    guard place < recordCount, recordSubject(at: place) == subject else { return nil }
    return self.record(at: place)
  }

  /// The records of ours whose subjects begin so, in order.
  package func records(under prefix: String) -> [Record] {
    let start = first(of: recordCount) { !(recordSubject(at: $0).text < prefix) }
    return (start..<recordCount).lazy.map { self.record(at: $0) }
      .prefix { $0.subject.text.hasPrefix(prefix) }
  }

  private var recordCount: Int { max(0, self[.recordStarts].count / 4 - 1) }

  private func recordSubject(at place: Int) -> Subject {
    read { reader throws(ImageError) in
      try reader.read()
    } from: {
      self.record(place, .recordStarts, .records)
    }
  }

  private func record(at place: Int) -> Record {
    read { reader throws(ImageError) in
      try reader.read()
    } from: {
      self.record(place, .recordStarts, .records)
    }
  }

  /// Where every 32nd line begins, by its place among these.
  func mark(at place: Int) -> LinePlace {
    let start = self[.marks].lowerBound + place * 16
    return LinePlace(segment: pages.word(at: start), offset: pages.word(at: start + 8))
  }

  /// How many exceptions of the line index there are.
  var exceptionCount: Int { self[.exceptionSeqs].count / 8 }

  /// An exception, by its place.
  func exception(at place: Int) -> LineIndex.Exception {
    let found: (IncidentID, Int) = read { reader throws(ImageError) in
      (try reader.read(), try reader.read())
    } from: {
      self.record(place, .exceptionStarts, .exceptions)
    }
    return LineIndex.Exception(seq: exceptionSeq(at: place), id: found.0, before: found.1)
  }

  /// The line of an exception, by its place.
  func exceptionSeq(at place: Int) -> Int {
    pages.word(at: self[.exceptionSeqs].lowerBound + place * 8)
  }

  private func record(
    _ place: Int, _ starts: IndexSection, _ section: IndexSection
  ) -> [UInt8]? {
    guard place >= 0, (place + 2) * 4 <= self[starts].count else { return nil }
    let entry = self[starts].lowerBound + place * 4
    let start = pages.half(at: entry)
    let end = pages.half(at: entry + 4)
    let whole = self[section]
    guard start <= end, whole.lowerBound + end <= whole.upperBound else { return nil }
    return pages.bytes(in: whole.lowerBound + start..<whole.lowerBound + end)
  }

  /// Reads a value; one that makes no sense though its page is whole is made anew from the journal.
  func read<Value>(
    _ body: (inout ImageReader) throws(ImageError) -> Value, from record: () -> [UInt8]?
  ) -> Value {
    while true {
      if let bytes = record() {
        var reader = ImageReader(bytes)
        do throws(ImageError) { return try body(&reader) } catch {}
      }
      pages.distrust()
    }
  }
}

extension IncidentID {
  /// Its first eight bytes as a number, which is in order where the ids are.
  var key: UInt64 {
    var key: UInt64 = 0
    for byte in text.utf8.prefix(8) { key = key << 8 | UInt64(byte) }
    return key << UInt64(8 * max(0, 8 - text.utf8.count))
  }
}

extension IndexPages {
  /// Eight bytes at a place that is a multiple of eight, without a sign.
  fileprivate func key(at place: Int) -> UInt64 { UInt64(bitPattern: Int64(word(at: place))) }
}

/// The first of so many places that satisfies what all after it satisfy.
func first(of count: Int, where isBehind: (Int) -> Bool) -> Int {
  var low = 0
  var high = count
  while low < high {
    let middle = (low + high) / 2
    if isBehind(middle) { high = middle } else { low = middle + 1 }
  }
  return low
}
