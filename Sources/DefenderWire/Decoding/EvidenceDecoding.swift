// SPDX-License-Identifier: MIT

import Incidents

extension FieldReader {
  private static let unknownFieldLimit = 20

  /// A piece of evidence by its type; a type this version does not know keeps its scalars.
  mutating func evidence(_ object: JSONValue) -> Evidence {
    let name = text("@odata.type", of: object)
    let type = WireType(name).name
    guard let rule = EvidenceRule.table[type] else { return unknownEvidence(object, type: type) }
    var evidence = Evidence(kind: rule.kind, type: type)
    apply(rule, to: object, into: &evidence)
    readCommon(of: object, into: &evidence)
    return evidence
  }

  /// A device of the older interface, which lists devices apart.
  mutating func evidence(_ object: JSONValue, as rule: EvidenceRule) -> Evidence {
    var evidence = Evidence(kind: rule.kind, type: "device")
    apply(rule, to: object, into: &evidence)
    readCommon(of: object, into: &evidence)
    return evidence
  }

  /// An entity of the older interface, flat, with an `entityType`.
  mutating func legacyEntity(_ object: JSONValue) -> Evidence {
    let type = text("entityType", of: object)
    guard let rule = EvidenceRule.legacyTable[type.lowercased()] else {
      return unknownEvidence(object, type: type)
    }
    var evidence = Evidence(kind: rule.kind, type: type)
    apply(rule, to: object, into: &evidence)
    readCommon(of: object, into: &evidence)
    return evidence
  }

  /// Flags the first text inside a piece of evidence that is damaged, and the first that is too
  /// long: its rules read texts without looking.
  private mutating func flagTexts(in object: JSONValue) {
    if let (path, text) = object.firstText(where: \.isDamagedText) {
      flag(path, "damaged characters", text)
    }
    if let (path, text) = object.firstText(where: \.isLongText) {
      flag(path, "cut at 64 KB", text)
    }
  }

  private func apply(
    _ rule: EvidenceRule, to object: JSONValue, into evidence: inout Evidence
  ) {
    evidence.name = rule.name.text(of: object).cut(toBytes: Self.textLimit)
    evidence.identifier = rule.identifier.text(of: object).cut(toBytes: Self.textLimit)
    for (label, rule) in rule.fields {
      let text = rule.text(of: object).cut(toBytes: Self.textLimit)
      if !text.isEmpty { evidence.fields.append(Evidence.Field(label, text)) }
    }
  }

  private mutating func unknownEvidence(_ object: JSONValue, type: String) -> Evidence {
    var evidence = Evidence(kind: .other, type: type)
    evidence.name =
      TextRule.any("displayName", "name").text(of: object).cut(toBytes: Self.textLimit)
    for member in object.members where evidence.fields.count < Self.unknownFieldLimit {
      if Self.commonMembers.contains(member.name) { continue }
      let text = member.value.scalarText.cut(toBytes: Self.textLimit)
      if !text.isEmpty {
        let label = member.name.cut(toBytes: 100)
        evidence.fields.append(Evidence.Field(label, text))
      }
    }
    readCommon(of: object, into: &evidence)
    return evidence
  }

  private mutating func readCommon(of object: JSONValue, into evidence: inout Evidence) {
    flagTexts(in: object)
    evidence.verdict = value("verdict", of: object, default: .unknown)
    evidence.remediation = text("remediationStatus", of: object)
    evidence.roles = texts("roles", of: object)
    evidence.createdAt = timestamp("createdDateTime", "evidenceCreationTime", of: object)
  }

  private static let commonMembers: Set<String> = [
    "@odata.type", "entityType", "verdict", "remediationStatus", "createdDateTime",
    "evidenceCreationTime", "roles",
  ]
}
