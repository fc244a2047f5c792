// SPDX-License-Identifier: MIT

/// Where an incident stands (Graph `incidentStatus`).
public enum IncidentStatus: GraphValue {
  /// New or reopened; nobody has said they work on it.
  case active
  /// Somebody works on it.
  case inProgress
  /// The experts wait for the customer; only Microsoft can set this.
  case awaitingAction
  /// Closed.
  case resolved
  /// Merged into another incident.
  case redirected
  /// A value this version does not know.
  case unrecognized(String)

  /// The names on the wire.
  public static let names: [(name: String, value: IncidentStatus)] = [
    ("active", .active), ("inProgress", .inProgress), ("awaitingAction", .awaitingAction),
    ("resolved", .resolved), ("redirected", .redirected),
    ("new", .active),
  ]

  /// The raw text of an unknown value.
  public var unrecognizedName: String? {
    if case .unrecognized(let raw) = self { raw } else { nil }
  }

  /// The name on screen.
  public var title: String {
    switch self {
    case .active: "Active"
    case .inProgress: "In progress"
    case .awaitingAction: "Awaiting your action"
    case .resolved: "Resolved"
    case .redirected: "Merged"
    case .unrecognized(let raw): raw
    }
  }

  /// Whether the service hid the status behind Graph's sentinel for values the caller did not ask
  /// to be told, *awaiting your action* being one of them.
  public var isNotTold: Bool {
    self == .unrecognized("unknownFutureValue")
  }

  /// Whether work on it has ended: resolved or merged.
  public var isClosed: Bool { self == .resolved || self == .redirected }
}
