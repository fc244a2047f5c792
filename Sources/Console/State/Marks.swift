// SPDX-License-Identifier: MIT

public import Incidents

/// The incidents a person marked, so that one action can be done to all of them.
///
/// Marks are ids: no filter, order or news changes what is marked.
public struct Marks: Hashable, Sendable {
  /// The most there can be: as many as one line of the journal may name.
  public static let limit = Proposal.limit

  /// The marked incidents, without those of an unfinished range.
  public internal(set) var ids: Set<IncidentID> = []
  /// How many of them the filter hides.
  public internal(set) var hidden = 0
  /// The range that is being chosen, if any.
  public internal(set) var range: MarkedRange?

  /// Every marked incident, those of an unfinished range included.
  public var all: Set<IncidentID> { range.map { ids.union($0.ids) } ?? ids }
  /// Whether nothing is marked.
  public var isEmpty: Bool { ids.isEmpty && range == nil }

  /// Whether an incident is marked.
  public func contains(_ id: IncidentID) -> Bool {
    ids.contains(id) || range?.ids.contains(id) == true
  }
}

/// A range of rows that is being marked.
///
/// It holds what was passed over when it was last stretched: what comes in between later is not
/// in it.
public struct MarkedRange: Hashable, Sendable {
  /// Where it began.
  public internal(set) var anchor: IncidentID
  /// What is in it.
  public internal(set) var ids: Set<IncidentID>
}

/// What an action on many incidents is about.
public struct Targets: Hashable, Sendable {
  /// The incidents, each with the version its author sees.
  public var seen: [IncidentID: Int]
  /// How many of them the filter hides.
  public var hidden: Int

  /// The incidents, in order of id.
  public var ids: [IncidentID] { seen.keys.sorted() }

  /// How many there are, in words: "12 marked, 3 of them hidden by the filter".
  public var scope: String {
    "\(seen.count) marked" + (hidden > 0 ? ", \(hidden) of them hidden by the filter" : "")
  }
}
