// SPDX-License-Identifier: MIT

private import Glibc
internal import Incidents

@testable internal import IncidentStore

extension FuzzTarget {
  /// A changed index is refused, or answers every question; as the journal does, unless somebody
  /// made its checksums good again.
  func indexFault(_ bytes: [UInt8]) -> String? {
    let edits = IndexEdits(bytes)
    let sound = SoundIndex.shared
    let changed = edits.applied(to: sound.image)
    guard let header = IndexHeader(page: Array(changed.prefix(IndexPages.size))),
      header.fileSize == changed.count
    else { return nil }
    let table = Array(changed[(header.pages * IndexPages.size)...])
    guard pageSum(table) == header.tableSum else { return nil }
    // With another shape, what is made anew from the journal would be no substitute.
    guard header.hasShape(of: sound.header) else { return nil }
    guard let file = memoryFile(changed) else { return "no file in memory" }
    let sums = (0..<header.pages).map { table.word(at: $0 * 8) }
    let index = QueueIndex(
      header, IndexPages(file, PosixFileSystem(), sums: sums) { sound.image })
    let answers = IndexAnswers(index)
    return edits.sealing != .nothing || answers == sound.answers ? nil : "another answer"
  }
}

extension IndexHeader {
  fileprivate func hasShape(of other: IndexHeader) -> Bool {
    counts == other.counts && sections == other.sections && pages == other.pages
  }
}

/// A file that has no name any more; closed by who takes it over.
private func memoryFile(_ bytes: [UInt8]) -> OpenFile? {
  var name = Array("/dev/shm/tocsin-fuzz-XXXXXX".utf8CString)
  let descriptor = mkstemp(&name)
  guard descriptor >= 0 else { return nil }
  unlink(name)
  guard write(descriptor, bytes, bytes.count) == bytes.count else { return nil }
  return OpenFile(descriptor: descriptor, path: "index")
}

/// An index with something in each of its sections.
private struct SoundIndex: Sendable {
  static let shared = SoundIndex()

  let image: [UInt8]
  let header: IndexHeader
  let answers: IndexAnswers

  private init() {
    var book = CaseBook()
    var lines = LineIndex()
    for entry in Self.entries {
      lines.note(entry, at: LinePlace(segment: 1, offset: entry.seq * 100)) {
        book.case($0)?.version ?? 0
      }
      book.apply(entry)
    }
    let position = JournalPosition(
      seq: book.seq, hash: LineHash(ofStore: "fuzz").description, segment: 1, start: 1, end: 2,
      lines: book.seq)
    let content = IndexContent(store: "fuzz", book: book, lines: lines, position: position)
    guard let image = content.image(), let file = memoryFile(image),
      let header = IndexHeader(page: Array(image[..<IndexPages.size]))
    else { preconditionFailure("The sound index cannot be made.") }
    self.image = image
    self.header = header
    let sums = (0..<header.pages).map { image.word(at: header.pages * IndexPages.size + $0 * 8) }
    answers = IndexAnswers(
      QueueIndex(header, IndexPages(file, PosixFileSystem(), sums: sums) { image }))
  }

  private static var entries: [JournalEntry] {
    var entries: [JournalEntry] = []
    let ids = (1...9).compactMap { IncidentID("\($0)") }
    func add(_ event: Event, on ids: [IncidentID], seen: Int? = nil) {
      let seq = entries.count + 1
      let on = Dictionary(uniqueKeysWithValues: ids.map { (Subject($0), seen ?? seq - 1) })
      entries.append(
        JournalEntry(
          seq: seq, at: Timestamp(milliseconds: Int64(seq) * 1000),
          by: Author(name: "alice", uid: 7), on: on, event: event))
    }
    for (place, id) in ids.enumerated() {
      var facts = ServiceFacts()
      facts.title = "Incident \(id.text) é"
      facts.severity = place % 2 == 0 ? .high : .low
      facts.status = place % 3 == 0 ? .awaitingAction : .active
      facts.redirect = place > 6 ? ids.first : nil
      facts.isReceived = true
      let digest = String(repeating: "\(place)", count: 64)
      add(.observed(Observation(digest: digest, from: nil, to: facts)), on: [id])
    }
    add(.acknowledged, on: Array(ids.prefix(3)))
    add(.commented(text: "seen"), on: [ids[4]], seen: 1)
    add(.undone(seq: 10), on: Array(ids.prefix(2)))
    for id in ids { add(.assigned(owner: "bob"), on: [id]) }
    return entries
  }
}
