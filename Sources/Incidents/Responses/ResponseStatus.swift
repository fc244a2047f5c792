// SPDX-License-Identifier: MIT

/// Where a managed response stands (Graph beta `incidentTaskStatus`).
public enum ResponseStatus: GraphValue {
  /// Not begun.
  case open
  /// Begun.
  case inProgress
  /// Done.
  case completed
  /// Tried, without success.
  case failed
  /// Skipped: not to be done.
  case notRelevant
  /// A value this version does not know.
  case unrecognized(String)

  /// The names on the wire.
  public static let names: [(name: String, value: ResponseStatus)] = [
    ("open", .open), ("inProgress", .inProgress), ("completed", .completed),
    ("failed", .failed), ("notRelevant", .notRelevant),
  ]

  /// The raw text of an unknown value.
  public var unrecognizedName: String? {
    if case .unrecognized(let raw) = self { raw } else { nil }
  }

  /// The name on screen.
  public var title: String {
    switch self {
    case .open: "open"
    case .inProgress: "in progress"
    case .completed: "completed"
    case .failed: "failed"
    case .notRelevant: "skipped"
    case .unrecognized(let raw): raw
    }
  }

  /// Whether it has an outcome that ends the work: completed or skipped.
  public var isFinished: Bool { self == .completed || self == .notRelevant }
}

/// How the execution of a response goes, as the service reports it
/// (Graph beta `incidentTaskActionStatus`).
public enum ExecutionState: GraphValue {
  /// Not started.
  case notStarted
  /// Under way.
  case inProgress
  /// Done in part.
  case partiallyCompleted
  /// Done.
  case completed
  /// Failed.
  case failed
  /// A value this version does not know.
  case unrecognized(String)

  /// The names on the wire.
  public static let names: [(name: String, value: ExecutionState)] = [
    ("notStarted", .notStarted), ("inProgress", .inProgress),
    ("partiallyCompleted", .partiallyCompleted), ("completed", .completed), ("failed", .failed),
  ]

  /// The raw text of an unknown value.
  public var unrecognizedName: String? {
    if case .unrecognized(let raw) = self { raw } else { nil }
  }

  /// The name on screen.
  public var title: String {
    switch self {
    case .notStarted: "not started"
    case .inProgress: "in progress"
    case .partiallyCompleted: "partly completed"
    case .completed: "completed"
    case .failed: "failed"
    case .unrecognized(let raw): raw
    }
  }
}
