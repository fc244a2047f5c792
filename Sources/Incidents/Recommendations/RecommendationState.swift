// SPDX-License-Identifier: MIT

/// What was decided of a recommendation.
public enum RecommendationState: GraphValue {
  /// Nothing yet.
  case new
  /// It is to be done.
  case accepted
  /// It is not to be done, for a reason.
  case declined
  /// It was done.
  case done
  /// Somebody looked, and it is so.
  case verified
  /// A state this version does not know, verbatim.
  case unrecognized(String)

  /// Every known name.
  public static let names: [(name: String, value: RecommendationState)] = [
    ("new", .new), ("accepted", .accepted), ("declined", .declined), ("done", .done),
    ("verified", .verified),
  ]

  /// The raw text of a state this version does not know.
  public var unrecognizedName: String? {
    if case .unrecognized(let raw) = self { raw } else { nil }
  }

  /// The name on screen.
  public var title: String {
    switch self {
    case .unrecognized(let raw): raw
    default: graphName
    }
  }

  /// Whether something is still to be decided or done.
  public var isOpen: Bool {
    switch self {
    case .new, .accepted, .unrecognized: true
    case .declined, .done, .verified: false
    }
  }

  /// How early it is listed.
  var rank: Int {
    switch self {
    case .new, .unrecognized: 1
    case .accepted: 2
    case .done: 3
    case .verified: 4
    case .declined: 5
    }
  }
}
