// SPDX-License-Identifier: MIT

/// One dated fact about an incident, from the service or from here.
public struct TimelineEntry: Hashable, Sendable {
  /// What kind of fact.
  public enum Kind: String, Hashable, Sendable {
    /// Activity an alert covers began.
    case activity
    /// An alert was raised.
    case alert
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
  /// `history` is the journal's lines about it, and `undone` says which of them were undone.
  public static func timeline(
    of incident: Incident, history: [JournalEntry], undone: (JournalEntry) -> Bool
  ) -> [TimelineEntry] {
    var entries: [TimelineEntry] = []
    func add(_ at: Timestamp?, _ kind: Kind, by: String = "", _ text: String) {
      if let at { entries.append(TimelineEntry(at: at, kind: kind, by: by, text: text)) }
    }
    add(incident.createdAt, .created, "incident created")
    for alert in incident.alerts {
      add(alert.firstActivityAt, .activity, "first activity: \(alert.title)")
      add(alert.createdAt, .alert, "alert: \(alert.title)")
    }
    for comment in incident.comments {
      add(comment.createdAt, .comment, by: comment.author, comment.text)
    }
    for response in incident.responses {
      add(response.createdAt, .response, by: response.createdBy, "asked: \(response.title)")
    }
    let lines = Dictionary(history.map { ($0.seq, $0) }) { first, _ in first }
    for entry in history {
      let suffix = undone(entry) ? " (undone)" : ""
      entries.append(
        TimelineEntry(
          at: entry.at, kind: entry.event.isObservation ? .observed : .action,
          by: entry.event.isObservation ? "" : entry.by.title,
          text: phrase(of: entry, among: lines, incident) + suffix, seq: entry.seq))
    }
    return sorted(entries)
  }

  /// What a line says; of an undo, what it takes back or does again.
  private static func phrase(
    of entry: JournalEntry, among lines: [Int: JournalEntry], _ incident: Incident
  ) -> String {
    guard case .undone(let seq) = entry.event, let target = lines[seq] else {
      return entry.phrase(titles: incident)
    }
    if case .undone(let original) = target.event, let action = lines[original] {
      return "did again: \(action.phrase(titles: incident))"
    }
    return "took back: \(target.phrase(titles: incident))"
  }

  private static func sorted(_ entries: [TimelineEntry]) -> [TimelineEntry] {
    entries.enumerated().sorted {
      ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
    }.map(\.element)
  }
}
