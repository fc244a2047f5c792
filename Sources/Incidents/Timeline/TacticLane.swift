// SPDX-License-Identifier: MIT

/// When alerts of one tactic began.
public struct TacticLane: Hashable, Sendable {
  /// Where an alert stands.
  public struct Mark: Hashable, Sendable {
    /// When its activity began; where that is not known, when it was raised.
    public var at: Timestamp
    /// How bad it is.
    public var severity: Severity
  }

  /// The tactic.
  public var tactic: Tactic
  /// Its alerts, in the service's order.
  public var marks: [Mark]

  /// The lanes of some alerts in kill-chain order, those without an alert left out; an alert of
  /// several tactics stands in the lane of each.
  ///
  /// `techniques` gives the tactics a technique serves, by their ATT&CK short names.
  public static func lanes(
    of alerts: [Alert], techniques: (String) -> [String]
  ) -> [TacticLane] {
    var known: [[UInt8]: [String]] = [:]
    func served(by id: String) -> [String] {
      let key = Array(id.utf8)
      if let found = known[key] { return found }
      let found = techniques(id)
      known[key] = found
      return found
    }
    var marks: [Tactic: [Mark]] = [:]
    for alert in alerts {
      guard let at = alert.firstActivityAt ?? alert.createdAt else { continue }
      for tactic in Tactic.tactics(of: alert, techniques: served) {
        marks[tactic, default: []].append(Mark(at: at, severity: alert.severity))
      }
    }
    return Tactic.allCases.compactMap { tactic in
      marks[tactic].map { TacticLane(tactic: tactic, marks: $0) }
    }
  }
}
