// SPDX-License-Identifier: MIT

/// One dated fact about an incident, from the service or from here.
public struct TimelineEntry: Hashable, Sendable {
  /// What kind of fact.
  public enum Kind: String, Hashable, Sendable {
    /// Activity an alert covers began.
    case activity
    /// An alert was raised.
    case alert
    /// Evidence was recorded.
    case evidence
    /// The incident was created.
    case created
    /// The experts asked for or performed a response.
    case response
    /// Somebody wrote a comment in Defender.
    case comment
    /// The service changed something.
    case observed
    /// Somebody did something here.
    case action
  }

  /// When.
  public var at: Timestamp
  /// What kind.
  public var kind: Kind
  /// Who, if anybody.
  public var by: String
  /// What, as a phrase.
  public var text: String
  /// The journal line, if it comes from the journal.
  public var seq: Int?
  /// The merged incident it comes from, if not from the incident itself.
  public var source: IncidentID?
  /// What it concerns, as far as the alerts name it.
  public var entities: [Entity] = []
  /// Whether it is an action that was undone.
  public var isUndone = false
  /// Whether it is a change of or a step on a response.
  public var isOnResponse = false
  /// Whether it is something people wrote here.
  public var isWriting = false

  /// Makes an entry.
  public init(at: Timestamp, kind: Kind, by: String, text: String, seq: Int? = nil) {
    self.at = at
    self.kind = kind
    self.by = by
    self.text = text
    self.seq = seq
  }

  /// Everything dated that is known of an incident, oldest first.
  ///
  /// `sources` are the documents of what was merged into it, `history` is the journal's lines about
  /// them all, and `undone` says which of those were undone.
  public static func timeline(
    of incident: Incident, sources: [Incident] = [], history: [JournalEntry],
    undone: (JournalEntry) -> Bool
  ) -> [TimelineEntry] {
    var told = ServiceStory()
    told.tell(incident, as: nil)
    for source in sources { told.tell(source, as: source.id) }
    let merged = Set(sources.map(\.id))
    let story = JournalStory(history, of: incident, and: sources)
    let lines = history.map { entry in
      var line = story.line(entry)
      if undone(entry) { line.markUndone() }
      let named = entry.incidents
      if !named.contains(incident.id) {
        line.source = named.first(where: merged.contains) ?? named.first
      }
      return line
    }
    return sorted(told.entries + lines)
  }

  /// Says of an action that it was undone.
  mutating func markUndone() {
    guard !isUndone else { return }
    isUndone = true
    text += " (undone)"
  }

  private static func sorted(_ entries: [TimelineEntry]) -> [TimelineEntry] {
    entries.enumerated().sorted {
      ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
    }.map(\.element)
  }
}
