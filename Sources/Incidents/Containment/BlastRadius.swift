// SPDX-License-Identifier: MIT

/// What a response touches beside its target, as far as it is known here.
public struct BlastRadius: Hashable, Sendable {
  /// Whether what it does can be taken back.
  public enum Undo: Hashable, Sendable {
    /// It can, in this way.
    case possible(String)
    /// It cannot.
    case impossible
    /// That depends on the step, or the action is not known.
    case unknown
  }

  /// What the target is called.
  public var target: ResponseTarget
  /// The same as something incidents are about; `nil` if the alerts do not name it.
  public var entity: Entity?
  /// Who is logged on to the device, in order of appearance; of a user, on which devices.
  public var loggedOn: [String] = []
  /// What the alerts say of the target: its part in the attack, tags, group, risk.
  public var traits: [Evidence.Field] = []
  /// What has been done about the target already, as the alerts say it, verbatim.
  public var remediation: [String] = []
  /// Open incidents that are about the same thing.
  public var others: [IncidentID] = []
  /// Those of all incidents about it in which the same action on the same target is completed.
  public var alreadyDone: [ResponseReference] = []
  /// Groups the experts leave to the team, in which the target is by what its incident's data says.
  public var excluded: [Exclusion] = []
  /// Whether it can be taken back.
  public var undo: Undo

  /// What of a device's or user's evidence is worth saying before it is cut off.
  private static let traitLabels = ["tags", "group", "importance", "type", "risk", "health"]
  private static let saysNothing = ["", "none", "unknown", "unknownfuturevalue", "active"]

  /// What a response touches.
  ///
  /// `document` is its incident as the service says it, where that is at hand; `others` are cases
  /// about the same thing, as they are shown.
  public init(
    of response: ResponseCase, on view: Case, document: Incident?, others: some Sequence<Case>
  ) {
    let described = document?.responses.first { $0.id.hasSameBytes(as: response.id) }
    // The document has ids and names whole.
    target = described.flatMap { document?.target(of: $0) } ?? view.target(of: response)
    switch response.action {
    case .text, .unrecognized: undo = .unknown
    default:
      let entry = response.action.entry
      undo = entry.isReversible ? .possible(entry.undo) : .impossible
    }
    if let document, let described { read(document, described) }
    let others = others.filter { $0.id != view.id }
    var ids = DeviceIDs()
    ids.add(target)
    for other in others {
      for theirs in other.responses { ids.add(other.target(of: theirs)) }
    }
    let key = ids.key(of: target)
    for other in others {
      if other.turn != .closed { self.others.append(other.id) }
      alreadyDone += other.responses.filter { theirs in
        theirs.action == response.action && theirs.status.value == .completed
          && key != nil && ids.key(of: other.target(of: theirs)) == key
      }.map { ResponseReference(other.id, $0.id) }
    }
  }

  private mutating func read(_ document: Incident, _ response: ManagedResponse) {
    let found = TargetEvidence(document.alerts, for: CollectionOfOne(response))
    entity = found.entity(of: response)
    let own = found[response]
    let evidence = document.alerts.flatMap(\.evidence)
    remediation = unique(
      own.map(\.remediation).filter { !Self.saysNothing.contains($0.asciiLowercased) })
    let roles = unique(
      own.flatMap(\.roles).filter { !Self.saysNothing.contains($0.asciiLowercased) })
    traits = roles.map { Evidence.Field("role", $0) }
    for label in Self.traitLabels {
      let values = own.flatMap(\.fields).filter { $0.label == label }.map(\.value)
      traits += unique(values.filter { !Self.saysNothing.contains($0.asciiLowercased) })
        .map { Evidence.Field(label, $0) }
    }
    loggedOn =
      target.kind == .user
      ? devices(of: own, evidence) : users(of: own, response.target.folded, evidence)
  }

  private func users(of own: [Evidence], _ id: [UInt8], _ all: [Evidence]) -> [String] {
    guard target.kind == .device else { return [] }
    let told = own.flatMap(\.fields).filter { $0.label == "logged-on users" }.map(\.value)
    let sessions = all.filter { item in
      item.kind == .session
        && item.fields.contains { $0.label == "device id" && $0.value.folded == id }
    }.map(\.name)
    return unique((told + sessions).filter { !$0.isEmpty })
  }

  /// The devices on which a user is told to be logged on, the account compared as a whole.
  private func devices(of own: [Evidence], _ all: [Evidence]) -> [String] {
    let names = Set(
      (own.map(\.name) + own.flatMap(\.fields).filter { $0.label == "account" }.map(\.value))
        .filter { !$0.isEmpty }.map(\.folded))
    let found = all.filter { item in
      item.kind == .device
        && item.fields.contains { field in
          field.label == "logged-on users"
            && field.value.split(separator: ",").contains { part in
              names.contains(String(part.drop { $0 == " " }).folded)
            }
        }
    }
    return unique(found.map { $0.name.isEmpty ? $0.identifier : $0.name })
  }
}

extension String {
  fileprivate var asciiLowercased: String { String(decoding: folded, as: UTF8.self) }
}
