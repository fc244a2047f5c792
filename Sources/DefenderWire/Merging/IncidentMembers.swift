// SPDX-License-Identifier: MIT

/// The members of an incident that are its own, not its parts.
struct IncidentMembers {
  private(set) var members: [JSONMember]
  private let object: JSONValue

  init(of object: JSONValue) {
    self.object = object
    members = object.members.filter { $0.name != "alerts" && $0.name != "tasks" }
  }

  /// Takes the members of a newer record; those it does not have are kept, unless it has the same
  /// thing under another name.
  mutating func merge(_ newer: IncidentMembers) -> MergeOutcome {
    if let mine = PartTime(of: newer.object), let its = PartTime(of: object), mine < its {
      return .older
    }
    let old = Dictionary(
      members.map { ($0.nameValue.canonicalBytes, $0.value) }, uniquingKeysWith: { $1 })
    let new = Set(newer.members.map(\.nameValue.canonicalBytes))
    let aliases = Set(
      Self.aliases.filter { group in group.contains { new.contains(Array($0.utf8)) } }
        .joined().map { Array($0.utf8) })
    let kept = members.filter { member in
      let name = member.nameValue.canonicalBytes
      return !new.contains(name) && !aliases.contains(name)
    }
    let hasDropped = members.contains { member in
      let name = member.nameValue.canonicalBytes
      return !new.contains(name) && aliases.contains(name)
    }
    let isSame = newer.members.allSatisfy { member in
      old[member.nameValue.canonicalBytes].map { member.value.isEqual(to: $0) } ?? false
    }
    if isSame, !hasDropped { return .unchanged }
    members = newer.members + kept
    return .imported
  }

  /// The names Graph and the older interface have for one thing.
  private static let aliases = [
    ["id", "incidentId"], ["displayName", "incidentName"], ["createdDateTime", "createdTime"],
    ["lastUpdateDateTime", "lastUpdateTime"], ["customTags", "tags"],
    ["incidentWebUrl", "incidentUri"],
  ]
}
