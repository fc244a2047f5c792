// SPDX-License-Identifier: MIT

public import Incidents

/// What a record is, told from its type or, where it names none, from its members.
public enum WireRecord: Hashable, Sendable {
  /// An incident, from Graph or the older XDR interface.
  case incident(IncidentID)
  /// An alert of an incident.
  case alert(incident: IncidentID)
  /// A managed response of an incident.
  case task(incident: IncidentID)
  /// Valid JSON that is none of ours: an error, a machine action, a list of comments.
  case foreign(reason: String)
  /// One of ours, but without a usable id.
  case damaged(reason: String)

  /// Recognises a record.
  public init(_ document: JSONDocument) {
    let root = document.root
    guard root.kind == .object else {
      self = .foreign(reason: "not an object")
      return
    }
    switch RecordShape(root) {
    case .incident: self = Self.incident(root)
    case .alert: self = Self.alert(root)
    case .task: self = Self.task(root)
    case .foreign(let reason): self = .foreign(reason: reason)
    }
  }

  /// The incident it is about.
  public var incidentID: IncidentID? {
    switch self {
    case .incident(let id), .alert(incident: let id), .task(incident: let id): id
    case .foreign, .damaged: nil
    }
  }

  private static func incident(_ root: JSONValue) -> WireRecord {
    guard let id = root.incidentID else { return .damaged(reason: "incident without a usable id") }
    return .incident(id)
  }

  private static func alert(_ root: JSONValue) -> WireRecord {
    guard root.alertID != nil else { return .damaged(reason: "alert without a usable id") }
    guard let incident = root["incidentId"]?.idText.flatMap(IncidentID.init) else {
      return .damaged(reason: "alert that names no incident")
    }
    return .alert(incident: incident)
  }

  private static func task(_ root: JSONValue) -> WireRecord {
    guard root.taskID != nil else { return .damaged(reason: "task without a usable id") }
    let text = root["incident"]?["id"]?.idText ?? root["incidentId"]?.idText
    guard let incident = text.flatMap(IncidentID.init) else {
      return .damaged(reason: "task that names no incident")
    }
    return .task(incident: incident)
  }
}

/// The ids of records.
extension JSONValue {
  /// The most bytes the id of an alert or a task may have; printable ASCII without spaces, which
  /// also keeps out the documentation's own sketch of a record, with "String (identifier)".
  private static var idLimit: Int { 256 }

  /// Text as it is, a number without fraction as its decimal text.
  var idText: String? {
    if let string { return string.isDamaged ? nil : string.text }
    guard let numberText, numberText.utf8.allSatisfy(\.isDigit) else { return nil }
    return numberText
  }

  var incidentID: IncidentID? {
    (present("id") ?? present("incidentId"))?.idText.flatMap(IncidentID.init)
  }

  var alertID: String? { partID(present("id") ?? present("alertId")) }

  var taskID: String? { partID(present("id")) }

  private func partID(_ value: JSONValue?) -> String? {
    guard let text = value?.idText, (1...Self.idLimit).contains(text.utf8.count),
      text.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { return nil }
    return text
  }

  /// A member that is there and not `null`.
  func present(_ name: String) -> JSONValue? {
    guard let value = self[name], !value.isNull else { return nil }
    return value
  }
}
