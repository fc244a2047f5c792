// SPDX-License-Identifier: MIT

/// One line of the triage queue.
public struct QueueRow: Hashable, Sendable, Identifiable {
  /// The incident.
  public var id: IncidentID
  /// The name; empty when details were not received.
  public var title: String
  /// The severity.
  public var severity: Severity
  /// Where it stands here.
  public var status: IncidentStatus
  /// Whose move it is.
  public var turn: Turn
  /// Who owns it here; empty if nobody.
  public var owner: String
  /// Who has seen it since the last call for action, and when.
  public var acknowledgement: Case.Acknowledgement?
  /// What it turned out to be, as far as anybody said.
  public var classification: Classification
  /// The kind of attack or activity.
  public var determination: Determination
  /// What it is about, by kind and then in order of first appearance.
  public var entities: [Entity]
  /// The products its alerts come from, verbatim.
  public var sources: [String]
  /// How many responses have no outcome.
  public var openResponses: Int
  /// How many responses there are.
  public var totalResponses: Int
  /// Since when the customer has been awaited; `nil` unless it is their move.
  public var awaitingSince: Timestamp?
  /// When the nearer of the running response clocks runs out; `nil` if none runs.
  public var due: Due?
  /// When the service created it.
  public var createdAt: Timestamp?
  /// When the service last changed it.
  public var updatedAt: Timestamp?
  /// Tags people set.
  public var tags: [String]
  /// That it is left alone for a while; `nil` once its time has come.
  public var snoozed: Snoozed?
  /// The last journal line that names it.
  public var version: Int
  /// Whether the incident itself was received, not just a part of it.
  public var isReceived: Bool
  /// Whether it was merged into an incident that is not here.
  public var isStrayMerge: Bool

  /// The row of a case, its response clocks by a policy.
  public init(_ view: Case, _ policy: ClockPolicy) {
    id = view.id
    title = view.service.title
    severity = view.service.severity
    status = view.status.value
    turn = view.turn
    owner = view.owner.value
    acknowledgement = view.seen
    classification = view.resolution.value.classification
    determination = view.resolution.value.determination
    entities = view.service.entities
    sources = view.service.sources
    let unseen = view.unseen
    openResponses = view.responses.count { !$0.status.value.isFinished } + unseen.open
    totalResponses = view.responses.count + unseen.total
    awaitingSince = turn.isYours ? view.awaitingSince : nil
    due = view.due(policy)
    createdAt = view.service.createdAt
    updatedAt = view.service.updatedAt
    tags = view.hasWritten ? view.shownTags.map(\.name) : view.service.tags
    snoozed = view.snoozed
    version = view.version
    isReceived = view.service.isReceived
    isStrayMerge = view.service.redirect != nil
  }

  /// Whether it has no title that could be read.
  public var isUntitled: Bool { title.trimmed.isEmpty }

  /// Triage order: your move first, then the worse, then the least time left, then the lower id.
  ///
  /// What is snoozed comes after the rest of your move, what wakes first first. Severity that is
  /// not known counts as high.
  public static func precedes(_ left: QueueRow, _ right: QueueRow) -> Bool {
    TriageKey(left) < TriageKey(right)
  }
}

extension CaseBook {
  /// The row of one incident; `nil` if it is not here or is shown as part of its target.
  public func row(of id: IncidentID) -> QueueRow? {
    if case .here = mergeTarget(of: id) { return nil }
    return view(of: id).map { QueueRow($0, policy) }
  }

  /// The whole queue in triage order.
  public func queue() -> [QueueRow] {
    Array(TriageQueue(self).rows)
  }
}
