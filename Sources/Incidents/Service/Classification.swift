// SPDX-License-Identifier: MIT

/// What an incident or alert turned out to be (Graph `alertClassification`).
public enum Classification: GraphValue {
  /// Not classified.
  case unknown
  /// No attack.
  case falsePositive
  /// An attack.
  case truePositive
  /// Real activity that was expected.
  case informationalExpectedActivity
  /// A value this version does not know.
  case unrecognized(String)

  /// The names on the wire.
  public static let names: [(name: String, value: Classification)] = [
    ("unknown", .unknown), ("falsePositive", .falsePositive), ("truePositive", .truePositive),
    ("informationalExpectedActivity", .informationalExpectedActivity),
  ]

  /// The three an analyst chooses from.
  public static let choices: [Classification] = [
    .truePositive, .informationalExpectedActivity, .falsePositive,
  ]

  /// The raw text of an unknown value.
  public var unrecognizedName: String? {
    if case .unrecognized(let raw) = self { raw } else { nil }
  }

  /// The name on screen.
  public var title: String {
    switch self {
    case .unknown: "Not classified"
    case .falsePositive: "False positive"
    case .truePositive: "True positive"
    case .informationalExpectedActivity: "Informational, expected activity"
    case .unrecognized(let raw): raw
    }
  }

  /// The determinations the portal offers with this classification, likeliest first.
  public var determinations: [Determination] {
    switch self {
    case .truePositive:
      [
        .multiStagedAttack, .maliciousUserActivity, .compromisedAccount, .malware, .phishing,
        .unwantedSoftware, .other,
      ]
    case .informationalExpectedActivity:
      [.securityTesting, .lineOfBusinessApplication, .confirmedActivity, .other]
    case .falsePositive: [.notMalicious, .notEnoughDataToValidate, .other]
    case .unknown, .unrecognized: []
    }
  }
}
