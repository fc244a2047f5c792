// SPDX-License-Identifier: MIT

internal import DefenderWire
internal import IncidentStore
internal import Incidents

extension FuzzTarget {
  /// A document is decoded or not; what the queue takes from it fits a line and is read back.
  func documentsFault(_ bytes: [UInt8]) -> String? {
    guard let document = try? JSONDocument(bytes: bytes),
      let incident = decodeIncident(document)
    else { return nil }
    let facts = ServiceFacts(incident)
    var book = CaseBook()
    let author = Author(name: "alice", uid: 1)
    let new = NewDocument(
      id: incident.id, bytes: bytes, digest: documentDigest(bytes), base: nil, facts: facts)
    guard
      case .line(let entry) = book.observing(
        new, seq: 1, at: Timestamp(milliseconds: 0), by: author)
    else { return "a first document is no news" }
    let line = entry.line(after: LineHash(ofStore: "fuzz")).bytes
    guard line.count <= JournalLine.limit else { return "a line of \(line.count) bytes" }
    book.apply(entry)
    _ = TriageQueue(book).rows
    return journalFault(line)
  }
}
