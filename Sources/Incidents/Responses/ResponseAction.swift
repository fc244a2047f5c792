// SPDX-License-Identifier: MIT

/// The kind of a managed response (Graph beta `incidentTaskActionType`).
public enum ResponseAction: GraphValue {
  /// A step in free text.
  case text
  /// Cut a device off the network.
  case isolateDevice
  /// Stop a file's processes and quarantine it.
  case stopAndQuarantineFile
  /// Scan a device.
  case runAntiVirusScan
  /// Collect an investigation package from a device.
  case collectInvestigationPackage
  /// Let only Microsoft-signed programs run on a device.
  case restrictAppExecution
  /// Block or alert on an indicator.
  case submitIocRule
  /// Make a user choose a new password.
  case forceUserPasswordReset
  /// Disable a user account.
  case disableUser
  /// Mark a user as compromised.
  case markUserAsCompromised
  /// Make a user sign in anew.
  case requireSignIn
  /// Delete mail for good.
  case hardDeleteEmail
  /// Delete mail recoverably.
  case softDeleteEmail
  /// Release a device from isolation.
  case unIsolateDevice
  /// Lift an app restriction.
  case unRestrictAppExecution
  /// Enable a user account.
  case enableUser
  /// A value this version does not know.
  case unrecognized(String)

  /// The names on the wire.
  public static let names: [(name: String, value: ResponseAction)] = [
    ("text", .text), ("isolateDevice", .isolateDevice),
    ("stopAndQuarantineFile", .stopAndQuarantineFile), ("runAntiVirusScan", .runAntiVirusScan),
    ("collectInvestigationPackage", .collectInvestigationPackage),
    ("restrictAppExecution", .restrictAppExecution), ("submitIocRule", .submitIocRule),
    ("forceUserPasswordReset", .forceUserPasswordReset), ("disableUser", .disableUser),
    ("markUserAsCompromised", .markUserAsCompromised), ("requireSignIn", .requireSignIn),
    ("hardDeleteEmail", .hardDeleteEmail), ("softDeleteEmail", .softDeleteEmail),
    ("unIsolateDevice", .unIsolateDevice), ("unRestrictAppExecution", .unRestrictAppExecution),
    ("enableUser", .enableUser),
  ]

  /// The raw text of an unknown value.
  public var unrecognizedName: String? {
    if case .unrecognized(let raw) = self { raw } else { nil }
  }
}
