// SPDX-License-Identifier: MIT

import Incidents

/// The kind of record an object looks like.
enum RecordShape: Equatable {
  case incident, alert, task
  case foreign(String)

  init(_ object: JSONValue) {
    if let type = object["@odata.type"]?.string?.text {
      self = Self.named(WireType(type).name)
    } else {
      self = Self.shaped(object)
    }
  }

  private static func named(_ type: String) -> RecordShape {
    switch type.lowercased() {
    case "incident": .incident
    case "alert": .alert
    case "incidenttask": .task
    default: .foreign("of type \(type.prefix(80))")
    }
  }

  private static func shaped(_ object: JSONValue) -> RecordShape {
    let has = { (name: String) in object[name] != nil }
    let hasID = has("id") || has("incidentId") || has("alertId")
    if object["incident"]?.kind == .object || has("actionStatus") || has("actionType"), hasID {
      return .task
    }
    let isAlert = alertMembers.contains(where: has)
    if has("alertId") || isAlert && (has("incidentId") || has("title")) { return .alert }
    let isNamed = has("displayName") || has("incidentName")
    if isNamed && (incidentMembers.contains(where: has) || object.hasIncidentStatus) {
      return .incident
    }
    if hasID && (has("incidentWebUrl") || has("incidentUri") || has("redirectIncidentId")) {
      return .incident
    }
    if hasID && (object["alerts"]?.kind == .array || object["tasks"]?.kind == .array) {
      return .incident
    }
    return .foreign(object["error"] != nil ? "an error answer" : "no incident, alert or task")
  }

  private static let alertMembers = [
    "serviceSource", "detectionSource", "evidence", "alertWebUrl", "entities", "detectorId",
  ]
  /// Members hardly anything else with a name and an id has.
  private static let incidentMembers = [
    "severity", "incidentWebUrl", "incidentUri", "redirectIncidentId", "classification",
    "determination", "lastUpdateDateTime", "lastUpdateTime", "systemTags", "customTags", "alerts",
    "tasks",
  ]
}

extension JSONValue {
  /// Whether its status is one an incident has; many other things have a status too.
  fileprivate var hasIncidentStatus: Bool {
    guard let text = self["status"]?.string?.text else { return false }
    return IncidentStatus(graphName: text).unrecognizedName == nil
  }
}

/// A type as OData names it, with or without `#` and namespace.
struct WireType {
  /// The name without namespace, such as `deviceEvidence`.
  let name: String

  init(_ text: String) {
    var rest = Substring(text)
    if rest.first == "#" { rest.removeFirst() }
    for namespace in ["microsoft.graph.security.", "microsoft.graph."]
    where rest.hasPrefix(namespace) {
      rest.removeFirst(namespace.count)
      break
    }
    name = String(rest)
  }
}
