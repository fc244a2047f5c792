// SPDX-License-Identifier: MIT

import Incidents

@testable import IncidentStore

/// Numbers that are the same in every run (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension ServiceFacts {
  static func random(_ random: inout Seeded) -> ServiceFacts {
    var facts = ServiceFacts()
    facts.title = text(&random)
    facts.severity = pick([.low, .high, .unknown, .unrecognized("Extreme")], &random)
    facts.status = pick([.active, .awaitingAction, .resolved, .unrecognized("x")], &random)
    facts.owner = text(&random)
    facts.classification = pick([.unknown, .truePositive, .unrecognized("y")], &random)
    facts.determination = pick([.unknown, .apt, .unrecognized("z")], &random)
    facts.tags = (0..<Int.random(in: 0...3, using: &random)).map { _ in text(&random) }
    facts.systemTags = pick([[], ["Defender Experts"], [text(&random)]], &random)
    facts.createdAt = pick([nil, noon], &random)
    facts.updatedAt = pick([nil, noon, Timestamp(milliseconds: 1)], &random)
    facts.redirect = pick([nil, id("1"), id("2")], &random)
    facts.priorityScore = pick([nil, 0, 99], &random)
    facts.alertCount = Int.random(in: 0...5, using: &random)
    facts.isReceived = .random(using: &random)
    facts.sources = (0..<Int.random(in: 0...2, using: &random)).map { _ in text(&random) }
    facts.entities = Entity.Kind.allCases.flatMap { kind in
      (0..<Int.random(in: 0...2, using: &random)).map { _ in Entity(kind, text(&random)) }
    }
    facts.responseCounts = pick(
      [nil, ResponseCounts(total: 300, open: 2, yours: 1), ResponseCounts()], &random)
    facts.edition = Int.random(in: 0...1, using: &random)
    facts.responses = ["b", "a", "c d"].filter { _ in .random(using: &random) }.map {
      ResponseFacts(
        id: $0, title: text(&random), action: pick([.text, .isolateDevice], &random),
        target: text(&random), targetName: text(&random), otherIDs: pick([[], ["e"]], &random),
        status: pick([.open, .failed, .unrecognized("q")], &random),
        performer: pick([.you, .experts, .unrecognized("r")], &random),
        createdAt: pick([nil, noon], &random), statusAt: pick([nil, noon], &random))
    }
    return facts
  }

  private static func pick<Value>(_ values: [Value], _ random: inout Seeded) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  private static func text(_ random: inout Seeded) -> String {
    let parts = [
      "", "a", "\"", "\\", "\n", "é", "e\u{301}", "\u{1F600}", "\u{7F}", "\u{202E}", " ",
    ]
    return (0..<Int.random(in: 0...6, using: &random)).map { _ in pick(parts, &random) }.joined()
  }
}
