// SPDX-License-Identifier: MIT

import Incidents

extension FieldReader {
  /// An alert, in Graph's names or the older XDR interface's; `nil` without a usable id.
  mutating func alert(_ object: JSONValue) -> Alert? {
    guard let id = object.alertID else {
      flag("id", "alert without a usable id", object["id"])
      return nil
    }
    var alert = Alert(id: id)
    alert.title = text("title", of: object)
    alert.severity = value("severity", of: object, default: .unknown)
    alert.status = text("status", of: object)
    alert.category = text("category", of: object)
    alert.classification = value("classification", of: object, default: .unknown)
    alert.determination = value("determination", of: object, default: .unknown)
    alert.serviceSource = text("serviceSource", of: object)
    alert.detectionSource = text("detectionSource", of: object)
    alert.details = text("description", of: object)
    alert.recommendedActions = text("recommendedActions", of: object)
    alert.techniques = texts("mitreTechniques", of: object)
    alert.actor = text("actorDisplayName", "actorName", of: object)
    alert.threat = text("threatDisplayName", "threatFamilyName", of: object)
    alert.owner = optionalText("assignedTo", of: object)
    readTimes(of: object, into: &alert)
    alert.comments = comments(of: object)
    alert.evidence = evidence(of: object)
    alert.portalLink = text("alertWebUrl", of: object)
    return alert
  }

  private mutating func readTimes(of object: JSONValue, into alert: inout Alert) {
    alert.createdAt = timestamp("createdDateTime", "creationTime", of: object)
    alert.updatedAt = timestamp(
      "lastUpdateDateTime", "lastUpdatedTime", "lastUpdateTime", of: object)
    alert.resolvedAt = timestamp("resolvedDateTime", "resolvedTime", of: object)
    alert.firstActivityAt = timestamp("firstActivityDateTime", "firstActivity", of: object)
    alert.lastActivityAt = timestamp("lastActivityDateTime", "lastActivity", of: object)
  }

  private mutating func evidence(of object: JSONValue) -> [Evidence] {
    objects("evidence", of: object) { $0.evidence($1) }
      + objects("devices", of: object) { $0.evidence($1, as: .legacyDevice) }
      + objects("entities", of: object) { $0.legacyEntity($1) }
  }
}
