// SPDX-License-Identifier: MIT

/// The kind of attack or activity behind a classification (Graph `alertDetermination`).
public enum Determination: GraphValue {
  /// Not determined.
  case unknown
  /// An advanced persistent threat.
  case apt
  /// Malware.
  case malware
  /// Activity of security staff.
  case securityPersonnel
  /// A security test.
  case securityTesting
  /// Unwanted software.
  case unwantedSoftware
  /// Something else.
  case other
  /// An attack in several stages.
  case multiStagedAttack
  /// A compromised account.
  case compromisedAccount
  /// Phishing.
  case phishing
  /// Malicious activity of a user.
  case maliciousUserActivity
  /// Not malicious.
  case notMalicious
  /// Not enough data to say.
  case notEnoughDataToValidate
  /// Activity confirmed as expected.
  case confirmedActivity
  /// A line-of-business application.
  case lineOfBusinessApplication
  /// A value this version does not know.
  case unrecognized(String)

  /// The names on the wire; the last four are the older documentation's.
  public static let names: [(name: String, value: Determination)] = [
    ("unknown", .unknown), ("apt", .apt), ("malware", .malware),
    ("securityPersonnel", .securityPersonnel), ("securityTesting", .securityTesting),
    ("unwantedSoftware", .unwantedSoftware), ("other", .other),
    ("multiStagedAttack", .multiStagedAttack), ("compromisedAccount", .compromisedAccount),
    ("phishing", .phishing), ("maliciousUserActivity", .maliciousUserActivity),
    ("notMalicious", .notMalicious), ("notEnoughDataToValidate", .notEnoughDataToValidate),
    ("confirmedActivity", .confirmedActivity),
    ("lineOfBusinessApplication", .lineOfBusinessApplication),
    ("compromisedUser", .compromisedAccount), ("clean", .notMalicious),
    ("insufficientData", .notEnoughDataToValidate), ("confirmedUserActivity", .confirmedActivity),
  ]

  /// The raw text of an unknown value.
  public var unrecognizedName: String? {
    if case .unrecognized(let raw) = self { raw } else { nil }
  }

  /// The name on screen.
  public var title: String {
    switch self {
    case .unknown: "Not determined"
    case .apt: "Advanced persistent threat"
    case .malware: "Malware"
    case .securityPersonnel: "Security personnel"
    case .securityTesting: "Security test"
    case .unwantedSoftware: "Unwanted software"
    case .other: "Other"
    case .multiStagedAttack: "Multistage attack"
    case .compromisedAccount: "Compromised account"
    case .phishing: "Phishing"
    case .maliciousUserActivity: "Malicious user activity"
    case .notMalicious: "Not malicious"
    case .notEnoughDataToValidate: "Not enough data to validate"
    case .confirmedActivity: "Confirmed activity"
    case .lineOfBusinessApplication: "Line-of-business application"
    case .unrecognized(let raw): raw
    }
  }
}
