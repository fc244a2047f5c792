// SPDX-License-Identifier: MIT

internal import Incidents

@testable internal import IncidentStore

extension FuzzTarget {
  /// Any line is read or refused; one that is understood is written and read back the same, and
  /// any that carries a good hash can be folded.
  func journalFault(_ bytes: [UInt8]) -> String? {
    var book = CaseBook()
    for line in bytes.split(separator: 0x0A) {
      let line = Array(line)
      if let frame = JournalLine(line, in: line.indices) {
        _ = JournalEntry(line, in: line.indices, frame: frame)
      }
      let sealed = sealed(line)
      guard let frame = JournalLine(sealed, in: sealed.indices) else { continue }
      var entry = JournalEntry(sealed, in: sealed.indices, frame: frame)
      if let fault = lineFault(entry) ?? imageFault(entry) { return fault }
      entry.seq = book.seq + 1
      book.apply(entry)
    }
    _ = TriageQueue(book).rows.map(\.foldedTexts)
    return nil
  }

  /// The line with the hash it would need; nobody, and no fuzzer, guesses one.
  private func sealed(_ line: [UInt8]) -> [UInt8] {
    let end = line.indices.last { line[$0...].starts(with: JournalLine.previousPrefix) }
    let body = line[..<(end ?? line.endIndex)]
    var sealed = body + JournalLine.previousPrefix + LineHash(ofStore: "fuzz").characters
    sealed.append(UInt8(ascii: "\""))
    let hash = LineHash(of: Array(sealed), in: 0..<sealed.count)
    return Array(sealed) + JournalLine.hashPrefix + hash.characters + JournalLine.end
  }

  private func lineFault(_ entry: JournalEntry) -> String? {
    // The body of what is not understood is not kept, so there is nothing to write.
    if case .other = entry.event { return nil }
    let line = entry.line(after: LineHash(ofStore: "fuzz")).bytes
    let written = Array(line.dropLast())
    guard written.allSatisfy({ (0x20...0x7E).contains($0) }) else { return "not ASCII" }
    guard written.count < JournalLine.limit else { return nil }
    guard let frame = JournalLine(written, in: written.indices) else { return "no frame" }
    let again = JournalEntry(written, in: written.indices, frame: frame)
    guard again == entry else { return "read back as \(again)\ninstead of \(entry)" }
    return again.line(after: LineHash(ofStore: "fuzz")).bytes == line ? nil : "written differently"
  }

  private func imageFault(_ entry: JournalEntry) -> String? {
    // An index keeps what people did; what was observed is in its cases.
    if case .observed = entry.event { return nil }
    var writer = ImageWriter()
    writer.write(entry)
    var reader = ImageReader(writer.bytes)
    guard let again = try? reader.read(JournalEntry.self), reader.isAtEnd, again == entry else {
      return "the index keeps it differently"
    }
    return nil
  }
}
