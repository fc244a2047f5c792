// SPDX-License-Identifier: MIT

/// One line of the journal: what happened, to what, by whom.
public struct JournalEntry: Hashable, Sendable {
  /// Place in the journal's total order, from 1.
  public var seq: Int
  /// The writer's clock, unadjusted; order is ``seq``.
  public var at: Timestamp
  /// Who wrote it.
  public var by: Author
  /// The version of each subject its author saw: the `seq` of the last line naming it, 0 if none.
  public var on: [Subject: Int]
  /// What happened.
  public var event: Event
  /// Ids of merged incidents the author named; the event was written on their targets.
  public var formerIDs: [IncidentID]
  /// By whom it was approved, where a second person must.
  public var approval: Approval?

  /// Makes an entry.
  public init(
    seq: Int, at: Timestamp, by: Author, on: [Subject: Int], event: Event,
    formerIDs: [IncidentID] = [], approval: Approval? = nil
  ) {
    self.seq = seq
    self.at = at
    self.by = by
    self.on = on
    self.event = event
    self.formerIDs = formerIDs
    self.approval = approval
  }

  /// The incidents it concerns, in order of id.
  public var incidents: [IncidentID] { on.keys.compactMap(\.incident).sorted() }

  /// The records of ours it concerns, in order, without the request it was approved by.
  public var records: [Subject] {
    on.keys.filter { $0.isRecord && $0 != approval?.request }.sorted()
  }
}
