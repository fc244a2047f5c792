// SPDX-License-Identifier: MIT

/// What an analyst must know of an incident: what the experts wrote, and what follows from its
/// alerts.
public struct InvestigationSummary: Hashable, Sendable {
  /// A device, user or mailbox the attack touched.
  public struct Asset: Hashable, Sendable {
    /// What a person would call it.
    public var name: String
    /// What the service knows it by; empty if it gives no id.
    public var identifier: String
  }

  /// Something to search for or block.
  public struct Indicator: Hashable, Sendable {
    /// What it is: file, address, URL.
    public var kind: EvidenceKind
    /// The value: a hash where there is one, else the address, URL or name.
    public var value: String
    /// What a person would call it, if that is something else: the file's name.
    public var name: String
  }

  /// What the experts wrote as an overview.
  public var narrative: String
  /// The longer description.
  public var details: String
  /// What is recommended to do: the incident's, then each alert's, without repetition.
  public var recommendedActions: [String]
  /// Hunting queries in KQL.
  public var huntingQueries: [String]
  /// Devices, in order of appearance.
  public var devices: [Asset]
  /// Users, in order of appearance.
  public var users: [Asset]
  /// Mailboxes, in order of appearance.
  public var mailboxes: [Asset]
  /// The earliest activity of any alert.
  public var firstActivityAt: Timestamp?
  /// The latest activity of any alert.
  public var lastActivityAt: Timestamp?
  /// ATT&CK technique ids, in order of appearance.
  public var techniques: [String]
  /// Indicators judged suspicious or malicious, in order of appearance.
  public var indicators: [Indicator]
  /// How many pieces of evidence have each verdict.
  public var verdicts: [Verdict: Int]
  /// How many pieces of evidence there are.
  public var evidenceCount: Int

  /// The summary of an incident.
  public init(_ incident: Incident) {
    narrative = incident.summary
    details = incident.details
    huntingQueries = incident.huntingQueries
    recommendedActions = unique(
      ([incident.recommendedActions] + incident.alerts.map(\.recommendedActions))
        .filter { !$0.isEmpty })
    let evidence = incident.alerts.flatMap(\.evidence)
    func assets(_ kind: EvidenceKind) -> [Asset] {
      let found = evidence.filter {
        $0.kind == kind && !($0.name.isEmpty && $0.identifier.isEmpty)
      }.map { Asset(name: $0.name, identifier: $0.identifier) }
      return unique(found).map { asset in
        guard asset.name.isEmpty else { return asset }
        return found.first { !$0.name.isEmpty && $0.uniqueKey == asset.uniqueKey } ?? asset
      }
    }
    devices = assets(.device)
    users = assets(.user)
    mailboxes = assets(.mailbox)
    firstActivityAt = incident.alerts.compactMap(\.firstActivityAt).min()
    lastActivityAt = incident.alerts.compactMap(\.lastActivityAt).max()
    techniques = unique(incident.alerts.flatMap(\.techniques))
    indicators = unique(evidence.compactMap(Indicator.init))
    verdicts = evidence.reduce(into: [:]) {
      // An unknown verdict is text, and hashing long text can take forever.
      $0[$1.verdict.prefix(bytes: ServiceFacts.textLimit), default: 0] += 1
    }
    evidenceCount = evidence.count
  }
}

extension InvestigationSummary.Indicator {
  /// The indicator in a piece of evidence; `nil` if it is of no use as one.
  init?(_ evidence: Evidence) {
    guard evidence.verdict == .malicious || evidence.verdict == .suspicious else { return nil }
    switch evidence.kind {
    case .file, .process:
      let value = evidence.identifier.isEmpty ? evidence.name : evidence.identifier
      guard !value.isEmpty else { return nil }
      self.init(kind: .file, value: value, name: evidence.name)
    case .address, .url:
      guard !evidence.name.isEmpty else { return nil }
      self.init(kind: evidence.kind, value: evidence.name, name: evidence.name)
    default:
      return nil
    }
  }
}

extension InvestigationSummary.Asset: UniqueKey {
  /// The service's id decides; the same device can have a short and a full name.
  var uniqueKey: [UInt8] {
    identifier.isEmpty ? [0] + Array(name.utf8) : [1] + Array(identifier.utf8)
  }
}

extension InvestigationSummary.Indicator: UniqueKey {
  var uniqueKey: [UInt8] { Array(kind.rawValue.utf8) + [0] + Array(value.utf8) }
}
