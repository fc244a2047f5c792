// SPDX-License-Identifier: MIT

internal import DefenderWire
internal import Incidents

extension FuzzTarget {
  /// How an input is cut makes no difference, and what is merged is stored and merged once.
  func recordsFault(_ bytes: [UInt8]) -> String? {
    let whole = scanned([bytes])
    let cut = scanned(pieces(of: bytes))
    guard whole.facts == cut.facts, whole.records.map(\.marker) == cut.records.map(\.marker) else {
      return "depends on where the input is cut"
    }
    let offsets = whole.records.map(\.offset)
    guard zip(offsets, offsets.dropFirst()).allSatisfy(<) else { return "out of order" }
    var stored: [IncidentID: JSONDocument] = [:]
    for case .record(let record, _) in whole.records {
      guard let id = WireRecord(record).incidentID else { continue }
      if let fault = mergeFault(record, into: &stored[id], id) { return fault }
    }
    return nil
  }

  private func mergeFault(
    _ record: JSONDocument, into stored: inout JSONDocument?, _ id: IncidentID
  ) -> String? {
    guard let result = merge(record, into: stored) else { return "an id, but no merge" }
    guard let document = try? JSONDocument(bytes: result.document) else {
      return "the merged document cannot be read"
    }
    guard let incident = decodeIncident(document), incident.id == id else {
      return "the merged document is not of that incident"
    }
    guard let again = merge(record, into: document), again.outcome != .imported,
      again.document == result.document
    else { return "the same record is news twice" }
    stored = document
    return nil
  }

  private func scanned(_ pieces: [[UInt8]]) -> (records: [ScannedRecord], facts: PageFacts) {
    var scanner = RecordScanner()
    var records = pieces.flatMap { scanner.feed($0) }
    records += scanner.finish()
    return (records, scanner.facts)
  }

  /// Cuts bytes at places that look random but are always the same for the same bytes.
  private func pieces(of bytes: [UInt8]) -> [[UInt8]] {
    var seed = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    var pieces: [[UInt8]] = []
    var start = 0
    while start < bytes.count {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      // Mostly small pieces, empty ones among them, and now and then a big one.
      let most = seed >> 60 == 0 ? 4096 : 9
      let end = min(bytes.count, start + Int(seed >> 33) % most)
      pieces.append(Array(bytes[start..<end]))
      start = end
    }
    return pieces
  }
}

extension ScannedRecord {
  fileprivate var offset: Int {
    switch self {
    case .record(_, let position): position.offset
    case .damaged(let damaged): damaged.position.offset
    }
  }

  /// All there is to tell records apart.
  fileprivate var marker: DamagedRecord {
    switch self {
    case .record(let document, let position):
      DamagedRecord(bytes: document.bytes, reason: "", position: position, fault: position)
    case .damaged(let damaged): damaged
    }
  }
}
