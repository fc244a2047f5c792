// SPDX-License-Identifier: MIT

/// What a managed response acts on.
public struct ResponseTarget: Hashable, Sendable {
  /// What it is.
  public var kind: ResponseActionEntry.TargetKind
  /// Its id, as the response gives it; empty for steps in words.
  public var id: String
  /// What a person would call it; empty if no evidence that bears the id has a name.
  public var name: String
  /// Other ids of a device, where evidence that bears its id states them.
  public var otherIDs: [String]

  /// Makes a target.
  public init(
    kind: ResponseActionEntry.TargetKind, id: String, name: String = "", otherIDs: [String] = []
  ) {
    self.kind = kind
    self.id = id
    self.name = name
    self.otherIDs = otherIDs
  }

  /// What tells targets apart; `nil` where the id is missing or may have been cut.
  ///
  /// Ids are compared without regard to ASCII case. That two ids mean one device is another thing:
  /// only ``DeviceIDs`` know.
  var key: [UInt8]? {
    // What was cut between scalars can be up to three bytes shorter.
    guard !id.isEmpty, id.utf8.count <= ServiceFacts.textLimit - 4 else { return nil }
    return Array(kind.rawValue.utf8) + [0] + id.folded
  }

  /// Name and id, or what there is of them.
  public var title: String {
    if id.isEmpty { return name }
    return name.isEmpty || name.hasSameBytes(as: id) ? id : "\(name) (id \(id))"
  }
}

/// A response, by the incident it is shown in and its id there.
public struct ResponseReference: Hashable, Sendable {
  /// The incident.
  public var incident: IncidentID
  /// The response.
  public var response: String

  /// Makes a reference.
  public init(_ incident: IncidentID, _ response: String) {
    self.incident = incident
    self.response = response
  }
}

extension Case {
  /// What one of its responses acts on.
  ///
  /// The name is that of the evidence which bears the id, as it was when the service last told of
  /// the response (``Incident/target(of:)``); a title may name something else.
  public func target(of response: ResponseCase) -> ResponseTarget {
    ResponseTarget(
      kind: response.action.entry.target, id: response.service?.target ?? "",
      name: response.service?.targetName ?? "", otherIDs: response.service?.otherIDs ?? [])
  }
}
