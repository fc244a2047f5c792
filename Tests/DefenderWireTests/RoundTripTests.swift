// SPDX-License-Identifier: MIT

import DefenderWire
import Incidents
import Testing

@Suite struct `Unknown values survive` {
  @Test(arguments: 0..<50 as Range<UInt64>)
  func `whatever is received is in the document, and merging it again changes nothing`(
    _ seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let alert = "{\"id\":\"a1\",\(members(3, &random))}"
    let task = "{\"id\":\"t1\",\(members(3, &random))}"
    let severity = word(&random)
    let text =
      "{\"id\":\"77\",\"displayName\":\"x\",\"severity\":\"\(severity)\",\(members(6, &random)),"
      + "\"alerts\":[\(alert)],\"tasks\":[\(task)]}"
    let received = try document(text)
    let first = try #require(merge(received, into: nil))
    let stored = try JSONDocument(bytes: first.document)
    #expect(stored.root.isEqual(to: received.root), "\(text)")
    #expect(first.document.allSatisfy { (0x20...0x7E).contains($0) })

    let second = try #require(merge(received, into: stored))
    #expect(second.outcome == .unchanged, "\(text)")
    #expect(second.document == first.document)
    let third = try #require(merge(stored, into: nil))
    #expect(third.document == first.document)

    let incident = try #require(decodeIncident(stored))
    #expect(incident.severity == .unrecognized(severity))
    #expect(incident.severity.rank > Severity.low.rank)
    #expect(incident.alerts.count == 1)
    #expect(incident.responses.count == 1)
  }

  private func members(_ count: Int, _ random: inout SeededGenerator) -> String {
    (0..<count).map { "\"zz\($0)\(word(&random))\":\(value(3, &random))" }.joined(separator: ",")
  }

  private func value(_ depth: Int, _ random: inout SeededGenerator) -> String {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &random) {
    case 0: "null"
    case 1: "true"
    case 2: ["0", "-1.50e+3", "1e400", "12345678901234567890", "0.10"].random(&random)
    case 3: "\"\(word(&random))\""
    case 4: ["\"\\ud800\"", "\"\\u001b[2J\"", "\"é\u{202E}\u{1F600}\"", "\"\\/\""].random(&random)
    case 5: "[]"
    case 6: "[\(value(depth - 1, &random)),\(value(depth - 1, &random))]"
    default: "{ \(members(2, &random)) }"
    }
  }

  private func word(_ random: inout SeededGenerator) -> String {
    "w" + String(UInt64.random(in: 0...(1 << 40), using: &random), radix: 36)
  }
}

extension [String] {
  fileprivate func random(_ random: inout SeededGenerator) -> String {
    randomElement(using: &random) ?? ""
  }
}
