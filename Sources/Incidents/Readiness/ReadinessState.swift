// SPDX-License-Identifier: MIT

/// Where an item of the readiness assessment stands, in the portal's words.
public enum ReadinessState: GraphValue {
  /// To be completed now.
  case completeNow
  /// Begun.
  case inProgress
  /// Completed.
  case completed
  /// A state this version does not know, verbatim.
  case unrecognized(String)

  /// Every known name.
  public static let names: [(name: String, value: ReadinessState)] = [
    ("completeNow", .completeNow), ("inProgress", .inProgress), ("completed", .completed),
  ]

  /// The raw text of a state this version does not know.
  public var unrecognizedName: String? {
    if case .unrecognized(let raw) = self { raw } else { nil }
  }

  /// The name on screen.
  public var title: String {
    switch self {
    case .completeNow: "complete now"
    case .inProgress: "in progress"
    case .completed: "completed"
    case .unrecognized(let raw): raw
    }
  }

  /// The state after it, round and round; what is not known begins anew.
  public var next: ReadinessState {
    switch self {
    case .completeNow: .inProgress
    case .inProgress: .completed
    case .completed, .unrecognized: .completeNow
    }
  }
}
