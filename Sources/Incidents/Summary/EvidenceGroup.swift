// SPDX-License-Identifier: MIT

/// Evidence that several alerts bring and that says the same in each.
public struct EvidenceGroup: Hashable, Sendable {
  /// The evidence, as the first alert has it.
  public var evidence: Evidence
  /// How often it occurs.
  public var count: Int

  /// The groups of evidence, in order of first appearance; when it was recorded tells nothing apart.
  public static func groups(of evidence: [Evidence]) -> [EvidenceGroup] {
    var groups: [EvidenceGroup] = []
    var places: [[UInt8]: Int] = [:]
    for item in evidence {
      if let place = places[item.key] {
        groups[place].count += 1
      } else {
        places[item.key] = groups.count
        groups.append(EvidenceGroup(evidence: item, count: 1))
      }
    }
    return groups
  }
}

extension Evidence {
  /// What is shown of it, as bytes; no text holds the byte between.
  fileprivate var key: [UInt8] {
    let texts =
      [kind.rawValue, type, name, identifier, verdict.graphName, remediation] + roles + [""]
      + fields.flatMap { [$0.label, $0.value] }
    return Array(texts.map { Array($0.utf8) }.joined(separator: [0xFF]))
  }
}
