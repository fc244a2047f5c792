// SPDX-License-Identifier: MIT

/// One remediation step the experts ask for or perform (Graph beta `incidentTask`).
public struct ManagedResponse: Hashable, Sendable {
  /// The id, opaque.
  public var id: String
  /// The title, such as "Isolate device FIN-SRV-04".
  public var title = ""
  /// What to do and why.
  public var details = ""
  /// The catalogue entry.
  public var action = ResponseAction.text
  /// Where it stands.
  public var status = ResponseStatus.open
  /// How the execution goes.
  public var execution = ExecutionState.notStarted
  /// Who performs it.
  public var performer = Performer.you
  /// What it acts on, by id: `responseAction.identifierValue`; empty for free-text steps.
  public var target = ""
  /// A second identifier: the device of a file to quarantine.
  public var device = ""
  /// `full` or `selective`, verbatim, for isolation.
  public var isolationType = ""
  /// When the experts created it.
  public var createdAt: Timestamp?
  /// Who created it.
  public var createdBy = ""
  /// When the service last changed it.
  public var updatedAt: Timestamp?
  /// Who last changed it.
  public var lastModifiedBy = ""

  /// Makes a response of which only the id is known.
  public init(id: String) { self.id = id }
}
