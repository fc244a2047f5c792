// SPDX-License-Identifier: MIT

@testable import DefenderWire

/// What a scan gave, in a form that is easy to compare.
struct Scan: Equatable {
  /// One record: the id of a valid one, or the reason of a damaged one.
  enum Item: Equatable {
    case valid(id: String, line: Int, offset: Int)
    case damaged(text: [UInt8], reason: String, line: Int, offset: Int)
  }

  var items: [Item] = []
  var facts = PageFacts()

  init(_ chunks: [[UInt8]]) {
    // A sixteenth of the real limit, so that records over it are read quickly.
    var scanner = RecordScanner(recordLimit: 1 << 20, depthLimit: JSONDocument.recordDepthLimit)
    for chunk in chunks { add(scanner.feed(chunk)) }
    add(scanner.finish())
    facts = scanner.facts
  }

  init(_ text: String) { self.init([text.bytes]) }

  private mutating func add(_ records: [ScannedRecord]) {
    for record in records {
      switch record {
      case .record(let document, let position):
        let id = document.root["id"]?.string?.text ?? "(none)"
        items.append(.valid(id: id, line: position.line, offset: position.offset))
      case .damaged(let damaged):
        items.append(
          .damaged(
            text: damaged.bytes, reason: damaged.reason, line: damaged.position.line,
            offset: damaged.position.offset))
      }
    }
  }

  var ids: [String] {
    items.compactMap { if case .valid(let id, _, _) = $0 { id } else { nil } }
  }

  var reasons: [String] {
    items.compactMap { if case .damaged(_, let reason, _, _) = $0 { reason } else { nil } }
  }
}
