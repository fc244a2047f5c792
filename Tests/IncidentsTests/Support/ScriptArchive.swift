// SPDX-License-Identifier: MIT

@testable import Incidents

/// An archive in memory that keeps everything as bytes, as a file would.
final class ScriptArchive: CaseArchive {
  let name: String
  let seq: Int
  let rowCount: Int
  let yours: Int
  let open: Int
  private let ids: [IncidentID]
  private let cases: [[UInt8]]
  private let texts: [[UInt8]]
  private let facts: RowFacts
  private let actions: [[UInt8]]
  private let merges: [(target: IncidentID, sources: [IncidentID])]
  private let recordBytes: [[UInt8]]
  private let undone: [(seq: Int, undoers: [(id: IncidentID, by: Int)])]

  init(_ book: CaseBook) {
    let queue = TriageQueue(book)
    name = "script \(book.seq)"
    seq = book.seq
    rowCount = queue.count
    yours = queue.yours
    open = queue.open
    let rows = queue.rows.map(\.id)
    ids = rows + book.cases.keys.filter { !rows.contains($0) }.sorted()
    cases = ids.map { Self.image(book.case($0) ?? Case(id: $0)) }
    texts = queue.rows.map(\.foldedTexts)
    var facts = RowFacts()
    for row in queue.rows {
      facts.add(
        row, of: book.view(of: row.id) ?? Case(id: row.id),
        hasMore: row.totalResponses > 0 || !book.sources(of: row.id).isEmpty)
    }
    facts.finish()
    self.facts = facts
    actions = book.actions.map { Self.image($0) }
    merges = book.merges
    undone = book.undone
    recordBytes = book.allRecords.map { Self.image($0) }
  }

  private static func image(_ value: some ImageCodable) -> [UInt8] {
    var writer = ImageWriter()
    writer.write(value)
    return writer.bytes
  }

  private func value<Value: ImageCodable>(_ bytes: [UInt8]) -> Value {
    var reader = ImageReader(bytes)
    guard let value = try? reader.read(Value.self), reader.isAtEnd else {
      preconditionFailure("what was written cannot be read")
    }
    return value
  }

  var count: Int { ids.count }
  var actionCount: Int { actions.count }
  func number(of id: IncidentID) -> Int? { ids.firstIndex(of: id) }
  func id(at number: Int) -> IncidentID { ids[number] }
  func `case`(at number: Int) -> Case { value(cases[number]) }
  func sources(of id: IncidentID) -> [IncidentID] {
    merges.first { $0.target == id }?.sources ?? []
  }
  func record(_ subject: Subject) -> Record? {
    records(under: subject.text).first { $0.subject == subject }
  }
  func records(under prefix: String) -> [Record] {
    recordBytes.map { value($0) }.filter { (record: Record) in
      record.subject.text.hasPrefix(prefix)
    }
  }
  var targetCount: Int { merges.count }
  func merge(at place: Int) -> (target: IncidentID, sources: [IncidentID]) { merges[place] }
  func action(at place: Int) -> JournalEntry { value(actions[place]) }
  func actionSeq(at place: Int) -> Int { action(at: place).seq }
  func lastAction(by user: UInt32, _ kind: ActionKind, before place: Int) -> Int? {
    (0..<place).last {
      let action = action(at: $0)
      return action.by.uid == user && ActionKind(action.event) == kind
    }
  }
  var undoneCount: Int { undone.count }
  func undoneSeq(at place: Int) -> Int { undone[place].seq }
  func undoers(of seq: Int) -> [IncidentID: Int] {
    let found = undone.first { $0.seq == seq }?.undoers ?? []
    return Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0.by) })
  }
  func rows(in range: Range<Int>, matching words: [[UInt8]]) -> [Int32] {
    rows(among: range.map { Int32($0) }, matching: words)
  }
  func rows(among rows: [Int32], matching words: [[UInt8]]) -> [Int32] {
    rows.filter { row in
      let text = texts[Int(row)]
      return words.allSatisfy { word in
        text.indices.contains { text[$0...].starts(with: word) }
      }
    }
  }
  func rows(
    among rows: [Int32], where isWanted: (_ row: Int, _ texts: ArraySlice<UInt8>) -> Bool
  ) -> [Int32] {
    rows.filter { isWanted(Int($0), texts[Int($0)][...]) }
  }
  func numbers(_ column: RowColumn, in range: Range<Int>) -> [Int64] {
    Array(facts[column][range])
  }
  var values: RowValues { facts.values }
  func rows(withName name: [UInt8]) -> [Int32] {
    facts.names.firstIndex(of: name).map(rows(ofName:)) ?? []
  }
  func rows(
    _ kinds: ClosedRange<NameKind>, named word: [UInt8],
    where isMeant: ((ArraySlice<UInt8>) -> Bool)?
  ) -> [Int32] {
    facts.names.indices.filter { place in
      let name = facts.names[place]
      return (kinds.lowerBound.mark...kinds.upperBound.mark).contains(name[0])
        && name[...].contains(word: word)
        && isMeant?(name[1..<name.count - 1]) ?? true
    }.flatMap(rows(ofName:))
  }
  private func rows(ofName place: Int) -> [Int32] {
    Array(facts.nameRows[facts.nameStarts[place]..<facts.nameStarts[place + 1]])
  }
  func rows(
    withResponse word: [UInt8], where isMeant: (ArraySlice<UInt8>) -> Bool
  ) -> [Int32] {
    facts.responseTexts.indices.filter { place in
      let texts = facts.responseTexts[place][...]
      return texts.contains(word: word) && isMeant(texts)
    }.map { facts.responseRows[$0] }
  }
}
