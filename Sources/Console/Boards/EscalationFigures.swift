// SPDX-License-Identifier: MIT

public import Incidents

/// What the escalation board shows.
public struct EscalationFigures: Hashable, Sendable {
  /// The most documents read for it.
  public static let documentLimit = 50
  /// The most rows of the queue looked at for suggestions.
  private static let rowLimit = 2000
  /// The most suggestions.
  private static let suggestionLimit = 20

  /// An incident whose data says something that may make it an emergency.
  public struct Suggestion: Hashable, Sendable {
    /// The incident's row.
    public var row: QueueRow
    /// What it says.
    public var signs: [EscalationSign]
  }

  /// The guide.
  public var guide: EscalationGuide
  /// The customer's own provider.
  public var provider: ResponseProvider
  /// The runs, the newest first.
  public var runs: [EscalationRun]
  /// What the documents of open runs' incidents say.
  public var signs: [IncidentID: [EscalationSign]] = [:]
  /// Incidents that are the customer's move and suggest a run.
  public var suggestions: [Suggestion] = []

  /// Makes figures.
  public init(guide: EscalationGuide, provider: ResponseProvider, runs: [EscalationRun]) {
    self.guide = guide
    self.provider = provider
    self.runs = runs
  }

  /// The incidents at the top of the customer's move that suggest a run.
  public static func suggestions(
    in queue: TriageQueue, except known: Set<IncidentID>
  ) -> [Suggestion] {
    var found: [Suggestion] = []
    for row in queue.rows.prefix(min(queue.yours, rowLimit)) where !known.contains(row.id) {
      let signs = EscalationSign.signs(in: row)
      guard !signs.isEmpty else { continue }
      found.append(Suggestion(row: row, signs: signs))
      if found.count == suggestionLimit { break }
    }
    return found
  }

  /// The run that goes on and was begun last.
  public var open: EscalationRun? { runs.first(where: \.isOpen) }
}

/// What the handover board shows.
public struct HandoverFigures: Hashable, Sendable {
  /// What would be signed now.
  public var handover: Handover
  /// What was handed over and not acknowledged.
  public var pickups: [PendingPickup]
  /// How the store stands.
  public var health: StoreHealth
  /// The handover signed last.
  public var last: SignedHandover?

  /// Makes figures.
  public init(
    handover: Handover, pickups: [PendingPickup], health: StoreHealth, last: SignedHandover?
  ) {
    self.handover = handover
    self.pickups = pickups
    self.health = health
    self.last = last
  }
}
