// SPDX-License-Identifier: MIT

/// What is known about a response action: what it does, and whether it can be taken back.
///
/// Facts from Microsoft's managed-response and machine-action documentation.
public struct ResponseActionEntry: Hashable, Sendable {
  /// What is being acted on.
  public enum TargetKind: String, Hashable, Sendable {
    /// A device, by id.
    case device
    /// A user, by id.
    case user
    /// A file, by hash.
    case file
    /// A mail message, by id.
    case message
    /// An indicator.
    case indicator
    /// Whatever the text says.
    case described
  }

  /// The name on screen: "Isolate device".
  public let title: String
  /// The effect, as a sentence.
  public let effect: String
  /// What a record of it says about the target: "has been isolated".
  public let done: String
  /// What tocsin does not do: "isolate it".
  public let verb: String
  /// What it acts on.
  public let target: TargetKind
  /// Whether the effect can be taken back.
  public let isReversible: Bool
  /// The action that takes it back, where it is one of the catalogue.
  public let inverse: ResponseAction?
  /// How it is taken back, in words; empty if it cannot be.
  public let undo: String
  /// Whether it switches something off and so must be lifted again some day.
  public let isContainment: Bool

  init(
    _ title: String, _ target: TargetKind, effect: String, done: String, verb: String,
    inverse: ResponseAction? = nil, undo: String = "", isContainment: Bool = false
  ) {
    self.title = title
    self.target = target
    self.effect = effect
    self.done = done
    self.verb = verb
    self.inverse = inverse
    self.undo = undo
    self.isReversible = !undo.isEmpty
    self.isContainment = isContainment
  }
}

extension ResponseAction {
  /// What is known about the action; one that is not known counts as a containment step.
  public var entry: ResponseActionEntry {
    switch self {
    case .text:
      ResponseActionEntry(
        "Do as described", .described, effect: "The step is described in words.",
        done: "has been done", verb: "do it")
    case .isolateDevice:
      ResponseActionEntry(
        "Isolate device", .device,
        effect: "Cuts the device off the network; it keeps its connection to Defender.",
        done: "has been isolated", verb: "isolate it", inverse: .unIsolateDevice,
        undo: "release the device from isolation", isContainment: true)
    case .unIsolateDevice:
      ResponseActionEntry(
        "Release device", .device, effect: "Connects an isolated device again.",
        done: "has been released from isolation", verb: "release it", inverse: .isolateDevice,
        undo: "isolate the device again")
    case .restrictAppExecution:
      ResponseActionEntry(
        "Restrict app execution", .device,
        effect: "Only programs signed by Microsoft can run on the device.",
        done: "has had its apps restricted", verb: "restrict it",
        inverse: .unRestrictAppExecution, undo: "lift the app restriction", isContainment: true)
    case .unRestrictAppExecution:
      ResponseActionEntry(
        "Lift app restriction", .device, effect: "All programs can run on the device again.",
        done: "has had its app restriction lifted", verb: "lift the restriction",
        inverse: .restrictAppExecution, undo: "restrict app execution again")
    case .stopAndQuarantineFile:
      ResponseActionEntry(
        "Stop and quarantine file", .file,
        effect: "Stops the file's processes and moves it to quarantine.",
        done: "has been stopped and quarantined", verb: "quarantine it",
        undo: "restore the file from the Action center's history", isContainment: true)
    case .runAntiVirusScan:
      ResponseActionEntry(
        "Run antivirus scan", .device, effect: "Scans the device with Defender Antivirus.",
        done: "has been scanned", verb: "scan it")
    case .collectInvestigationPackage:
      ResponseActionEntry(
        "Collect investigation package", .device,
        effect: "Collects logs and system state from the device.",
        done: "has had its investigation package collected", verb: "collect it")
    case .submitIocRule:
      ResponseActionEntry(
        "Block indicator", .indicator, effect: "Adds a rule for the indicator to the tenant.",
        done: "has been blocked", verb: "block it", undo: "delete the indicator",
        isContainment: true)
    case .disableUser:
      ResponseActionEntry(
        "Disable user", .user, effect: "The user can no longer sign in.",
        done: "has been disabled", verb: "disable the account", inverse: .enableUser,
        undo: "enable the user", isContainment: true)
    case .enableUser:
      ResponseActionEntry(
        "Enable user", .user, effect: "The user can sign in again.", done: "has been enabled",
        verb: "enable the account", inverse: .disableUser, undo: "disable the user again")
    case .forceUserPasswordReset:
      ResponseActionEntry(
        "Force password reset", .user,
        effect: "The user must choose a new password at the next sign-in.",
        done: "has been made to reset the password", verb: "reset the password")
    case .markUserAsCompromised:
      ResponseActionEntry(
        "Mark user as compromised", .user, effect: "Raises the user's risk to high.",
        done: "has been marked as compromised", verb: "mark the account",
        undo: "dismiss the user's risk", isContainment: true)
    case .requireSignIn:
      ResponseActionEntry(
        "Require sign-in", .user, effect: "Ends the user's sessions; they must sign in again.",
        done: "has been made to sign in again", verb: "end the sessions")
    case .softDeleteEmail:
      ResponseActionEntry(
        "Soft-delete mail", .message, effect: "Moves the mail to the recoverable items.",
        done: "has been soft-deleted", verb: "delete it", undo: "restore the mail")
    case .hardDeleteEmail:
      ResponseActionEntry(
        "Hard-delete mail", .message, effect: "Deletes the mail for good.",
        done: "has been deleted for good", verb: "delete it")
    case .unrecognized(let raw):
      ResponseActionEntry(
        raw, .described, effect: "An action this version does not know.", done: "has been done",
        verb: "do it", isContainment: true)
    }
  }
}
