// SPDX-License-Identifier: MIT

public import Incidents

/// Reads an incident from a document: Graph's members or the older XDR names, with `alerts` and
/// `tasks` inside.
///
/// Gives `nil` only if there is no usable id.
public func decodeIncident(_ document: JSONDocument) -> Incident? {
  let root = document.root
  guard let id = root.incidentID else { return nil }
  var reader = FieldReader()
  var incident = Incident(id: id)
  incident.isReceived = root.hasIncidentMembers
  if incident.isReceived { reader.read(root, into: &incident) }
  incident.alerts = reader.objects("alerts", of: root) { $0.alert($1) }
  incident.responses = reader.objects("tasks", of: root) { $0.response($1) }
  incident.flags = reader.flags
  return incident
}

extension JSONValue {
  /// Whether an object says anything about an incident itself, beyond its id and its parts.
  var hasIncidentMembers: Bool {
    members.contains { member in
      switch member.name {
      case "id", "incidentId", "alerts", "tasks": false
      case let name: !name.hasPrefix("@odata.")
      }
    }
  }
}

extension FieldReader {
  fileprivate mutating func read(_ root: JSONValue, into incident: inout Incident) {
    incident.title = text("displayName", "incidentName", of: root)
    let status = root.present("status")
    if status == nil || status?.string?.text == "" { flag("status", "absent", status) }
    incident.status = value("status", of: root, default: .active)
    incident.severity = value("severity", of: root, default: .unknown)
    incident.owner = optionalText("assignedTo", of: root)
    incident.classification = value("classification", of: root, default: .unknown)
    incident.determination = value("determination", of: root, default: .unknown)
    incident.tags = texts("customTags", "tags", of: root)
    incident.systemTags = texts("systemTags", of: root)
    incident.comments = comments(of: root)
    incident.summary = text("summary", of: root)
    incident.details = text("description", of: root)
    incident.recommendedActions = text("recommendedActions", of: root)
    incident.huntingQueries =
      objects("recommendedHuntingQueries", of: root) { $0.text("kqlText", of: $1) }
    incident.resolvingComment = text("resolvingComment", of: root)
    incident.createdAt = timestamp("createdDateTime", "createdTime", of: root)
    incident.updatedAt = timestamp("lastUpdateDateTime", "lastUpdateTime", of: root)
    incident.lastModifiedBy = text("lastModifiedBy", of: root)
    incident.priorityScore = priorityScore(of: root)
    incident.redirect = redirect(of: root)
    incident.tenant = text("tenantId", of: root)
    incident.portalLink = text("incidentWebUrl", "incidentUri", of: root)
  }

  /// The comments of an incident or alert; examples of 2021 name author and time differently.
  mutating func comments(of object: JSONValue) -> [Comment] {
    objects("comments", of: object) { reader, comment in
      Comment(
        text: reader.text("comment", of: comment),
        author: reader.text("createdByDisplayName", "createdBy", of: comment),
        createdAt: reader.timestamp("createdDateTime", "createdTime", of: comment))
    }
  }

  private mutating func priorityScore(of root: JSONValue) -> Int? {
    guard let value = root.present("priorityScore") else { return nil }
    guard value.kind == .number else {
      flag("priorityScore", "\(value.kind.noun), not a number", value)
      return nil
    }
    guard let score = value.integer, (0...100).contains(score) else {
      let reason = value.isOutOfRange ? "too large a number" : "not a whole number from 0 to 100"
      flag("priorityScore", reason, value)
      return nil
    }
    return Int(score)
  }

  private mutating func redirect(of root: JSONValue) -> IncidentID? {
    guard let value = root.present("redirectIncidentId") else { return nil }
    let text = value.idText
    if text == "" { return nil }
    let id = text.flatMap(IncidentID.init)
    if id == nil { flag("redirectIncidentId", "not an incident id", value) }
    return id
  }
}
