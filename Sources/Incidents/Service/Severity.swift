// SPDX-License-Identifier: MIT

/// How bad an incident or alert is (Graph `alertSeverity`).
public enum Severity: GraphValue {
  /// May not be actionable.
  case informational
  /// Prevalent malware and hack tools.
  case low
  /// Behaviour after a breach that may be part of an advanced attack.
  case medium
  /// High risk of damage.
  case high
  /// The service itself says unknown, or nothing.
  case unknown
  /// A value this version does not know.
  case unrecognized(String)

  /// The names on the wire.
  public static let names: [(name: String, value: Severity)] = [
    ("informational", .informational), ("low", .low), ("medium", .medium), ("high", .high),
    ("unknown", .unknown),
  ]

  /// The raw text of an unknown value.
  public var unrecognizedName: String? {
    if case .unrecognized(let raw) = self { raw } else { nil }
  }

  /// The name on screen.
  public var title: String {
    switch self {
    case .informational: "Informational"
    case .low: "Low"
    case .medium: "Medium"
    case .high: "High"
    case .unknown: "Unknown"
    case .unrecognized(let raw): raw
    }
  }

  /// The name in a column of four.
  public var shortTitle: String {
    switch self {
    case .informational: "INFO"
    case .low: "LOW"
    case .medium: "MED"
    case .high: "HIGH"
    case .unknown: "????"
    case .unrecognized(let raw): raw
    }
  }

  /// Order of urgency, 0 to 3; what is not known counts as high until somebody classifies it.
  public var rank: Int {
    switch self {
    case .informational: 0
    case .low: 1
    case .medium: 2
    case .high, .unknown, .unrecognized: 3
    }
  }
}
