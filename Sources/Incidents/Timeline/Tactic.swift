// SPDX-License-Identifier: MIT

/// A stage of an attack: a tactic of MITRE ATT&CK Enterprise, in kill-chain order.
public enum Tactic: String, CaseIterable, Hashable, Sendable {
  /// Gathering what an attack needs to know.
  case reconnaissance
  /// Making ready what an attack uses.
  case resourceDevelopment = "resource-development"
  /// Getting in.
  case initialAccess = "initial-access"
  /// Running code.
  case execution
  /// Staying in.
  case persistence
  /// Getting more rights.
  case privilegeEscalation = "privilege-escalation"
  /// Not being seen.
  case defenseEvasion = "defense-evasion"
  /// Taking names and passwords.
  case credentialAccess = "credential-access"
  /// Looking around.
  case discovery
  /// Going from one machine to the next.
  case lateralMovement = "lateral-movement"
  /// Gathering what is to be taken.
  case collection
  /// Talking to what was taken over.
  case commandAndControl = "command-and-control"
  /// Taking data out.
  case exfiltration
  /// Destroying, encrypting, interrupting.
  case impact
  /// No tactic: the alert names no known technique, and its category is another.
  case other

  /// The name on screen.
  public var title: String {
    switch self {
    case .reconnaissance: "Reconnaissance"
    case .resourceDevelopment: "Resource development"
    case .initialAccess: "Initial access"
    case .execution: "Execution"
    case .persistence: "Persistence"
    case .privilegeEscalation: "Privilege escalation"
    case .defenseEvasion: "Defense evasion"
    case .credentialAccess: "Credential access"
    case .discovery: "Discovery"
    case .lateralMovement: "Lateral movement"
    case .collection: "Collection"
    case .commandAndControl: "Command and control"
    case .exfiltration: "Exfiltration"
    case .impact: "Impact"
    case .other: "No tactic"
    }
  }

  /// The tactic an alert's category names, such as `DefenseEvasion`; `nil` if it names none.
  ///
  /// Letters are compared without regard to case, and what is no letter is left out.
  public init?(category: String) {
    let letters = Self.letters(of: category)
    guard let found = Self.allCases.first(where: { Self.letters(of: $0.rawValue) == letters }),
      found != .other
    else { return nil }
    self = found
  }

  private static func letters(of text: String) -> [UInt8] {
    text.utf8.map(\.asciiLowercased).filter { (0x61...0x7A).contains($0) }
  }

  /// The tactics of an alert, in kill-chain order.
  ///
  /// They are those its techniques serve. A technique can serve several; where the category names
  /// one of them, that one is meant. Without a known technique the category counts.
  public static func tactics(
    of alert: Alert, techniques: (String) -> [String]
  ) -> [Tactic] {
    let category = Tactic(category: alert.category)
    var found: Set<Tactic> = []
    for technique in alert.techniques {
      let served = techniques(technique).compactMap(Tactic.init(rawValue:))
      if let category, served.contains(category) {
        found.insert(category)
      } else {
        found.formUnion(served)
      }
    }
    if found.isEmpty { found = [category ?? .other] }
    return allCases.filter(found.contains)
  }
}
