// SPDX-License-Identifier: MIT

/// A group left out of what the experts do themselves: there they only guide.
public struct Exclusion: Hashable, Sendable, Identifiable {
  /// The names of its fields.
  public enum Field {
    /// The group's name.
    public static let name = "name"
    /// What kind of group it is.
    public static let kind = "kind"
    /// Why it is left out.
    public static let reason = "reason"
  }

  /// What kind of group it is.
  public enum Kind: GraphValue {
    /// A device group of Defender for Endpoint.
    case deviceGroup
    /// A security group of Entra.
    case userGroup
    /// A kind this version does not know, verbatim.
    case unrecognized(String)

    /// Every known name.
    public static let names: [(name: String, value: Kind)] = [
      ("deviceGroup", .deviceGroup), ("userGroup", .userGroup),
    ]

    /// The raw text of a kind this version does not know.
    public var unrecognizedName: String? {
      if case .unrecognized(let raw) = self { raw } else { nil }
    }

    /// The name on screen.
    public var title: String {
      switch self {
      case .deviceGroup: "device group"
      case .userGroup: "user group"
      case .unrecognized(let raw): raw
      }
    }
  }

  /// The record.
  public let record: Record

  /// The exclusion a record says.
  public init(_ record: Record) { self.record = record }

  /// The record's name.
  public var id: String { record.subject.name }
  /// The group's name; the record's where nobody wrote it.
  public var name: String { record[Field.name].isEmpty ? id : record[Field.name] }
  /// What kind of group it is; a device group until somebody says otherwise.
  public var kind: Kind {
    let raw = record[Field.kind]
    return raw.isEmpty ? .deviceGroup : Kind(graphName: raw)
  }
  /// Why it is left out; may be empty.
  public var reason: String { record[Field.reason] }

  /// Whether the data of an incident names the group: as a tag, as the group of a device, or as a
  /// security group among its evidence.
  ///
  /// That it is not named says nothing: the service does not say who is in a group.
  public func isNamed(in incident: Incident) -> Bool {
    isNamed(among: incident.tags + incident.systemTags)
      || incident.alerts.contains { $0.evidence.contains(where: isNamed(by:)) }
  }

  /// Whether the data of an incident names the group of what a response acts on.
  public func isNamed(for response: ManagedResponse, in incident: Incident) -> Bool {
    let ids = [response.target, response.device].filter { !$0.isEmpty }.map(\.folded)
    guard !ids.isEmpty else { return false }
    return incident.alerts.contains { alert in
      alert.evidence.contains { evidence in
        let names = [evidence.identifier, evidence.name] + evidence.fields.map(\.value)
        return isNamed(by: evidence) && names.contains { ids.contains($0.folded) }
      }
    }
  }

  private func isNamed(by evidence: Evidence) -> Bool {
    switch evidence.kind {
    case .device where kind != .userGroup:
      // The labels of `rbacGroupName` and `tags`; tags come as one text.
      let groups = evidence.fields.filter { $0.label == "group" }.map(\.value)
      let tags = evidence.fields.filter { $0.label == "tags" }.flatMap {
        $0.value.split(separator: ",").map { String($0).trimmed }
      }
      return isNamed(among: groups + tags)
    default:
      return evidence.type == "securityGroupEvidence" && kind != .deviceGroup
        && isNamed(among: [evidence.name])
    }
  }

  private func isNamed(among names: [String]) -> Bool {
    let name = name.folded
    return names.contains { $0.folded == name }
  }
}
