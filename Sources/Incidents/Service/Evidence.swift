// SPDX-License-Identifier: MIT

/// Something an alert rests on: a device, a user, a file, an address.
public struct Evidence: Hashable, Sendable {
  /// A named member of the evidence worth showing.
  public struct Field: Hashable, Sendable {
    /// The label on screen, such as `sha256`.
    public var label: String
    /// The value, verbatim.
    public var value: String

    /// Makes a field.
    public init(_ label: String, _ value: String) {
      self.label = label
      self.value = value
    }
  }

  /// The noun behind the type.
  public var kind: EvidenceKind
  /// The wire type without namespace, such as `deviceEvidence`; verbatim when it is not known.
  public var type: String
  /// What a person would call it: host name, account, file name, address; may be empty.
  public var name = ""
  /// What the service knows it by: device id, account id, hash; empty if it gives none.
  public var identifier = ""
  /// More of it, in reading order.
  public var fields: [Field] = []
  /// What the service thinks of it.
  public var verdict = Verdict.unknown
  /// What has been done about it (`remediationStatus`), verbatim.
  public var remediation = ""
  /// Its part in the attack, verbatim.
  public var roles: [String] = []
  /// When it was recorded.
  public var createdAt: Timestamp?

  /// Makes evidence of a type.
  public init(kind: EvidenceKind, type: String) {
    self.kind = kind
    self.type = type
  }
}

/// The noun behind an evidence type.
public enum EvidenceKind: String, CaseIterable, Hashable, Sendable {
  /// A device Defender knows.
  case device
  /// A user account.
  case user
  /// A mailbox.
  case mailbox
  /// A file, or a hash of one.
  case file
  /// A process.
  case process
  /// An IP address.
  case address
  /// A URL or domain.
  case url
  /// A mail or chat message, or a cluster of them.
  case message
  /// A registry key or value.
  case registry
  /// An application or service principal.
  case application
  /// A resource in a cloud.
  case cloudResource
  /// A session.
  case session
  /// Anything else.
  case other

  /// The name on screen.
  public var title: String {
    switch self {
    case .device: "Device"
    case .user: "User"
    case .mailbox: "Mailbox"
    case .file: "File"
    case .process: "Process"
    case .address: "Address"
    case .url: "URL"
    case .message: "Message"
    case .registry: "Registry"
    case .application: "Application"
    case .cloudResource: "Cloud"
    case .session: "Session"
    case .other: "Other"
    }
  }
}

/// What the service thinks of a piece of evidence (Graph `evidenceVerdict`).
public enum Verdict: GraphValue {
  /// Not judged.
  case unknown
  /// Suspicious.
  case suspicious
  /// Malicious.
  case malicious
  /// Nothing found.
  case noThreatsFound
  /// A value this version does not know.
  case unrecognized(String)

  /// The names on the wire.
  public static let names: [(name: String, value: Verdict)] = [
    ("unknown", .unknown), ("suspicious", .suspicious), ("malicious", .malicious),
    ("noThreatsFound", .noThreatsFound),
  ]

  /// The raw text of an unknown value.
  public var unrecognizedName: String? {
    if case .unrecognized(let raw) = self { raw } else { nil }
  }

  /// The name on screen.
  public var title: String {
    switch self {
    case .unknown: "unknown"
    case .suspicious: "suspicious"
    case .malicious: "malicious"
    case .noThreatsFound: "no threats found"
    case .unrecognized(let raw): raw
    }
  }
}
