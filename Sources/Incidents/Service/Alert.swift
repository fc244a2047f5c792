// SPDX-License-Identifier: MIT

/// One detection inside an incident (Graph `alert` of `alerts_v2`).
public struct Alert: Hashable, Sendable {
  /// The id.
  public var id: String
  /// The name.
  public var title = ""
  /// How bad it is.
  public var severity = Severity.unknown
  /// `new`, `inProgress`, `resolved`, verbatim.
  public var status = ""
  /// The stage of the attack, such as `DefenseEvasion`.
  public var category = ""
  /// What it turned out to be.
  public var classification = Classification.unknown
  /// The kind of attack or activity.
  public var determination = Determination.unknown
  /// The product behind it, verbatim.
  public var serviceSource = ""
  /// The sensor behind it, verbatim; `microsoftThreatExperts` marks a Defender Experts notification.
  public var detectionSource = ""
  /// The description.
  public var details = ""
  /// What the service recommends to do, many lines.
  public var recommendedActions = ""
  /// ATT&CK technique ids, such as `T1564.001`.
  public var techniques: [String] = []
  /// The activity group, if named.
  public var actor = ""
  /// The threat, if named.
  public var threat = ""
  /// Who it is assigned to.
  public var owner: String?
  /// When the alert was raised.
  public var createdAt: Timestamp?
  /// When the service last changed it.
  public var updatedAt: Timestamp?
  /// When it was resolved.
  public var resolvedAt: Timestamp?
  /// The earliest activity it covers.
  public var firstActivityAt: Timestamp?
  /// The latest activity it covers.
  public var lastActivityAt: Timestamp?
  /// The comments.
  public var comments: [Comment] = []
  /// What was found.
  public var evidence: [Evidence] = []
  /// Its page in the portal.
  public var portalLink = ""

  /// Makes an alert of which only the id is known.
  public init(id: String) { self.id = id }
}
