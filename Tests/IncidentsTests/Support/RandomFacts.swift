// SPDX-License-Identifier: MIT

import Incidents

extension SeededGenerator {
  static let texts = [
    "", "alice", "Unassigned", "e\u{301}", "\u{E9}", "\u{202E}gpj.exe", "日本", "a; b → c",
  ]

  /// Changes some of an incident's facts at random, as a service might; responses never vanish.
  mutating func change(_ facts: inout ServiceFacts) {
    for _ in 0...Int.random(in: 0..<3, using: &self) {
      switch Int.random(in: 0..<18, using: &self) {
      case 0: facts.title = pick(Self.texts)
      case 1: facts.severity = pick([.low, .medium, .high, .unknown, .unrecognized("critical")])
      case 2:
        facts.status = pick([
          .active, .inProgress, .awaitingAction, .resolved, .unrecognized("paused"),
        ])
      case 3: facts.owner = pick(Self.texts)
      case 4: facts.classification = pick([.unknown, .truePositive, .falsePositive])
      case 5: facts.determination = pick([.unknown, .malware, .phishing, .unrecognized("odd")])
      case 6: facts.tags = (0..<Int.random(in: 0..<3, using: &self)).map { _ in pick(Self.texts) }
      case 7: facts.createdAt = pick([nil, Timestamp(milliseconds: 1)])
      case 8:
        facts.updatedAt = pick([
          nil, Timestamp(milliseconds: Int64.random(in: 0..<9, using: &self)),
        ])
      case 9: facts.priorityScore = pick([nil, 0, 85])
      case 10: facts.alertCount = Int.random(in: 0..<4, using: &self)
      case 11: facts.isReceived.toggle()
      case 12:
        facts.entities = Entity.Kind.allCases.flatMap { kind in
          (0..<Int.random(in: 0..<2, using: &self)).map { _ in Entity(kind, pick(Self.texts)) }
        }
      case 13:
        facts.sources = (0..<Int.random(in: 0..<3, using: &self)).map { _ in pick(Self.texts) }
      case 14: facts.responseCounts = pick([nil, ResponseCounts(total: 9, open: 3, yours: 2)])
      default: changeResponse(&facts)
      }
    }
  }

  private mutating func changeResponse(_ facts: inout ServiceFacts) {
    facts.ask(
      pick(["r1", "r2", "e\u{301}1", "\u{E9}1"]),
      pick([.open, .inProgress, .completed, .failed, .notRelevant, .unrecognized("queued")]),
      by: pick([.you, .experts, .unrecognized("somebody")]))
  }
}

/// What the facts say, byte for byte; `==` on texts would let equivalent ones pass.
func bytes(_ facts: ServiceFacts) -> [UInt8] { Array(String(reflecting: facts).utf8) }
