// SPDX-License-Identifier: MIT

/// Who is to perform a managed response (Graph beta `incidentTaskSource`).
public enum Performer: GraphValue {
  /// The customer: a guided response.
  case you
  /// Defender Experts: a managed response.
  case experts
  /// Anything else the service says, such as `defenderExpertsXDR`; counted as yours.
  case unrecognized(String)

  /// The names on the wire.
  public static let names: [(name: String, value: Performer)] = [
    ("defenderExpertsGuidedResponse", .you), ("defenderExpertsManagedResponse", .experts),
  ]

  /// The raw text of an unknown value.
  public var unrecognizedName: String? {
    if case .unrecognized(let raw) = self { raw } else { nil }
  }

  /// The name on screen.
  public var title: String {
    switch self {
    case .you: "you"
    case .experts: "experts"
    case .unrecognized: "you?"
    }
  }

  /// The name for programs: `you`, `experts`, or the raw text.
  public var name: String {
    switch self {
    case .you: "you"
    case .experts: "experts"
    case .unrecognized(let raw): raw
    }
  }

  /// Whether the ball is with the customer: true unless the experts perform it.
  public var isCustomer: Bool { self != .experts }
}
