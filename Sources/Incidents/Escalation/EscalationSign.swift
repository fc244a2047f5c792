// SPDX-License-Identifier: MIT

/// What may make an incident an emergency, after the reasons for which the experts phone.
public enum EscalationCriterion: String, CaseIterable, Hashable, Sendable {
  /// Data is encrypted for ransom.
  case ransomware
  /// Data leaves.
  case exfiltration
  /// Something of high value is hit.
  case highValueAsset
  /// Somebody of the organisation does it.
  case insider
  /// A person is at work who will not give up.
  case adversary

  /// The name on screen.
  public var title: String {
    switch self {
    case .ransomware: "ransomware"
    case .exfiltration: "data exfiltration"
    case .highValueAsset: "high-value asset"
    case .insider: "insider"
    case .adversary: "determined adversary"
    }
  }
}

/// Where an incident's own data says something that may make it an emergency.
///
/// It is a place to look at, never a finding: whether it is one is for a person to say.
public struct EscalationSign: Hashable, Sendable {
  /// What it may be.
  public var criterion: EscalationCriterion
  /// Where it stands, in our words: "alert title".
  public var place: String
  /// What stands there, as the service writes it.
  public var text: String

  /// Makes a sign.
  public init(_ criterion: EscalationCriterion, _ place: String, _ text: String) {
    self.criterion = criterion
    self.place = place
    self.text = text
  }

  /// The signs in an incident's document, each criterion and place once, in order of criterion.
  public static func signs(in incident: Incident) -> [EscalationSign] {
    var found = signs(inTitle: incident.title, "incident title")
    found += signs(inTags: incident.systemTags, "system tag")
    found += signs(inTags: incident.tags, "tag")
    for alert in incident.alerts {
      found += signs(inTitle: alert.title, "alert title")
      found += signs(inCategory: alert.category)
      found += signs(inTitle: alert.threat, "threat name")
      found += alert.techniques.flatMap(signs(inTechnique:))
      found += signs(inSource: alert.serviceSource)
      if !alert.actor.isEmpty { found.append(Self(.adversary, "actor named", alert.actor)) }
      for item in alert.evidence {
        found += signs(inTags: item.roles, "role of \(item.kind.title.lowercased())")
        for field in item.fields where field.label == "tags" || field.label == "importance" {
          let place = "\(item.kind.title.lowercased()) \(field.label)"
          found += signs(inTags: [field.value], place)
        }
      }
    }
    return ordered(found)
  }

  /// The signs in what the queue knows of an incident.
  public static func signs(in row: QueueRow) -> [EscalationSign] {
    var found = signs(inTitle: row.title, "incident title")
    found += signs(inTags: row.systemTags, "system tag") + signs(inTags: row.tags, "tag")
    found += row.sources.flatMap(signs(inSource:))
    for entity in row.entities where entity.kind == .technique {
      found += signs(inTechnique: entity.name)
    }
    return ordered(found)
  }

  private static func ordered(_ found: [EscalationSign]) -> [EscalationSign] {
    let kept = unique(found)
    return EscalationCriterion.allCases.flatMap { criterion in
      kept.filter { $0.criterion == criterion }
    }
  }

  private static func signs(inTitle text: String, _ place: String) -> [EscalationSign] {
    let words: [(String, EscalationCriterion)] = [
      ("ransom", .ransomware), ("exfiltrat", .exfiltration), ("insider", .insider),
      ("hands-on-keyboard", .adversary), ("hands on keyboard", .adversary),
      ("human-operated", .adversary), ("human operated", .adversary),
      ("high-value", .highValueAsset), ("high value", .highValueAsset),
      ("critical asset", .highValueAsset), ("domain controller", .highValueAsset),
    ]
    return words.filter { text.contains(folded: $0.0.folded) }.map { Self($0.1, place, text) }
  }

  private static func signs(inTags tags: [String], _ place: String) -> [EscalationSign] {
    let words: [(String, EscalationCriterion)] = [
      ("ransom", .ransomware), ("exfiltrat", .exfiltration), ("insider", .insider),
      ("critical", .highValueAsset), ("high-value", .highValueAsset),
      ("high value", .highValueAsset), ("highvalue", .highValueAsset),
      ("crown jewel", .highValueAsset), ("tier 0", .highValueAsset), ("tier0", .highValueAsset),
      ("domain controller", .highValueAsset), ("domaincontroller", .highValueAsset),
    ]
    return tags.flatMap { tag in
      words.filter { tag.contains(folded: $0.0.folded) }.map { Self($0.1, place, tag) }
    }
  }

  private static func signs(inCategory category: String) -> [EscalationSign] {
    let words: [(String, EscalationCriterion)] = [
      ("ransom", .ransomware), ("exfiltration", .exfiltration), ("insider", .insider),
    ]
    return words.filter { category.contains(folded: $0.0.folded) }
      .map { Self($0.1, "alert category", category) }
  }

  private static func signs(inSource source: String) -> [EscalationSign] {
    source.contains(folded: "insiderrisk".folded)
      ? [Self(.insider, "alert source", source)] : []
  }

  /// Data encrypted for impact and inhibited recovery; the techniques of ATT&CK's tactic
  /// *Exfiltration* (TA0010), enterprise matrix.
  private static func signs(inTechnique id: String) -> [EscalationSign] {
    switch id.prefix(while: { $0 != "." }) {
    case "T1486", "T1490": [Self(.ransomware, "technique", id)]
    case "T1011", "T1020", "T1029", "T1030", "T1041", "T1048", "T1052", "T1537", "T1567":
      [Self(.exfiltration, "technique", id)]
    default: []
    }
  }
}

extension EscalationSign: UniqueKey {
  var uniqueKey: [UInt8] {
    Array(criterion.rawValue.utf8) + [0] + Array(place.utf8) + [0] + Array(text.utf8)
  }
}
