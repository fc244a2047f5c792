// SPDX-License-Identifier: MIT

/// Which entries of a timeline to show.
public struct TimelineFilter: Hashable, Sendable {
  /// What an entry is about; one entry may be about several of these.
  public enum Facet: String, CaseIterable, Hashable, Sendable {
    /// Alerts and the activity they cover.
    case alerts
    /// What the alerts rest on.
    case evidence
    /// Managed responses: asked for, changed, acted on.
    case responses
    /// What somebody wrote, in Defender or here.
    case comments
    /// What the service changed.
    case changes
    /// What people did here.
    case actions

    /// What is shown, in words.
    public var phrase: String {
      switch self {
      case .alerts: "alerts and their first activity"
      case .evidence: "evidence"
      case .responses: "responses: asked, changed, acted on"
      case .comments: "comments and notes"
      case .changes: "changes by Defender"
      case .actions: "what was done here"
      }
    }
  }

  /// Only this facet; `nil` for all.
  public var facet: Facet?
  /// Only what concerns this; `nil` for all.
  public var entity: Entity?

  /// Makes a filter; without arguments it shows everything.
  public init(facet: Facet? = nil, entity: Entity? = nil) {
    self.facet = facet
    self.entity = entity
  }

  /// Whether it shows everything.
  public var isEmpty: Bool { facet == nil && entity == nil }

  /// Whether an entry is shown.
  public func matches(_ entry: TimelineEntry) -> Bool {
    if let facet, !entry.facets.contains(facet) { return false }
    if let entity, !entry.entities.contains(where: { $0.isSame(as: entity) }) { return false }
    return true
  }
}

extension TimelineEntry {
  /// What the entry is about.
  public var facets: Set<TimelineFilter.Facet> {
    switch kind {
    case .activity, .alert: [.alerts]
    case .evidence: [.evidence]
    case .created: [.changes]
    case .response: [.responses]
    case .comment: [.comments]
    case .observed: isOnResponse ? [.changes, .responses] : [.changes]
    case .action:
      isOnResponse ? [.actions, .responses] : isWriting ? [.actions, .comments] : [.actions]
    }
  }
}
