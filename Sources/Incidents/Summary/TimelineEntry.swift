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
    for entry in history {
      let suffix = undone(entry) ? " (undone)" : ""
      entries.append(
        TimelineEntry(
          at: entry.at, kind: entry.event.isObservation ? .observed : .action,
          by: entry.event.isObservation ? "" : entry.by.title,
          text: entry.phrase(titles: incident) + suffix, seq: entry.seq))
    }
    return entries.enumerated().sorted {
      ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
    }.map(\.element)
  }
}
