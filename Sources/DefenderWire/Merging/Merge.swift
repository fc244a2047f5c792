// SPDX-License-Identifier: MIT

import Incidents

/// Merges a record into the document of its incident, part by part: the incident's own members,
/// each alert and each task, each by the service's time of its last change.
///
/// An older part is skipped; at equal time, or where a time is missing, what differs is taken;
/// what the record does not mention stays. An alert inside an incident belongs to it, whatever its
/// `incidentId` says. Gives `nil` for a record that is foreign or damaged.
public func merge(_ record: JSONDocument, into existing: JSONDocument?) -> MergeResult? {
  merge(record, as: WireRecord(record), into: existing)
}

/// Merges a record that has been recognised already.
public func merge(
  _ record: JSONDocument, as kind: WireRecord, into existing: JSONDocument?
) -> MergeResult? {
  guard let id = kind.incidentID else { return nil }
  let old = existing.map { DocumentParts(incident: $0.root) }
  var merged = old ?? DocumentParts()
  var result = MergeResult(
    document: [], outcome: .unchanged, incident: nil, alerts: PartCounts(), tasks: PartCounts())
  let new = DocumentParts(record.root, kind)
  if let members = new.members {
    if merged.members == nil {
      merged.members = members
      result.incident = .imported
    } else if record.root.hasIncidentMembers {
      result.incident = merged.members?.merge(members)
    }
    if !record.root.hasIncidentMembers { result.incident = nil }
  }
  result.alerts = merged.alerts.merge(new.alerts)
  result.tasks = merged.tasks.merge(new.tasks)
  result.outcome = result.wholeOutcome(isNew: existing == nil)
  if result.outcome == .imported {
    result.document = merged.written(id: id)
  } else if let existing {
    result.document = existing.bytes
  }
  return result
}

extension MergeResult {
  fileprivate func wholeOutcome(isNew: Bool) -> MergeOutcome {
    if isNew || incident == .imported || alerts.imported + tasks.imported > 0 { return .imported }
    return incident == .older || alerts.older + tasks.older > 0 ? .older : .unchanged
  }
}

/// A document taken apart.
private struct DocumentParts {
  var members: IncidentMembers?
  var alerts = PartList(nil) { $0.alertID }
  var tasks = PartList(nil) { $0.taskID }

  init() {}

  init(incident root: JSONValue) { read(root) }

  init(_ root: JSONValue, _ kind: WireRecord) {
    switch kind {
    case .incident: read(root)
    case .alert: alerts = PartList(only: root) { $0.alertID }
    case .task: tasks = PartList(only: root) { $0.taskID }
    case .foreign, .damaged: break
    }
  }

  private mutating func read(_ root: JSONValue) {
    members = IncidentMembers(of: root)
    alerts = PartList(root["alerts"]) { $0.alertID }
    tasks = PartList(root["tasks"]) { $0.taskID }
  }

  func written(id: IncidentID) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      if let members {
        for member in members.members { writer.member(member) }
      } else {
        writer.name("id")
        writer.string(id.text)
      }
      for (name, list) in [("alerts", alerts), ("tasks", tasks)] where list.isPresent {
        writer.name(name)
        writer.array { writer in
          for part in list.parts { writer.value(part) }
        }
      }
    }
    return writer.bytes
  }
}
