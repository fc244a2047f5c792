// SPDX-License-Identifier: MIT

/// Whether something may be recorded now.
public enum Lawfulness: Hashable, Sendable {
  /// It may.
  case lawful
  /// It already is so; nothing needs to be written. The sentence says who did it.
  case alreadySo(String)
  /// It may not, and this is why, as a sentence.
  case unlawful(String)
}

/// What a person can record on an incident as a whole.
public enum IncidentMove: String, CaseIterable, Hashable, Sendable {
  /// "I have seen this and own it."
  case acknowledge
  /// Name an owner.
  case assign
  /// Write a comment.
  case comment
  /// Say what it turned out to be, without closing it.
  case classify
  /// Leave it alone for a while.
  case snooze
  /// Close it.
  case resolve
  /// Open it again.
  case reopen

  /// Whether the move is lawful in a status: the table of lawful moves.
  public func lawfulness(in status: IncidentStatus) -> Lawfulness {
    switch (self, status) {
    case (.comment, _): .lawful
    case (.classify, .resolved): .unlawful("It is resolved; reopen it to classify it anew.")
    case (.classify, .redirected): .unlawful("It was merged; classify the incident it went into.")
    case (.classify, _): .lawful
    case (.snooze, .resolved): .unlawful("It is resolved; it asks nothing of you.")
    case (.snooze, .redirected): .unlawful("It was merged; snooze the incident it went into.")
    case (.snooze, _): .lawful
    case (.assign, .redirected): .unlawful("It was merged; assign the incident it went into.")
    case (.assign, _): .lawful
    case (.acknowledge, .resolved): .unlawful("It is resolved; reopen it first.")
    case (.acknowledge, .redirected): .lawful
    case (.acknowledge, _): .lawful
    case (.resolve, .resolved): .alreadySo("It is already resolved.")
    case (.resolve, .redirected): .unlawful("It was merged; resolve the incident it went into.")
    case (.resolve, _): .lawful
    case (.reopen, .resolved): .lawful
    case (.reopen, .redirected): .unlawful("It was merged and cannot be reopened.")
    case (.reopen, _): .alreadySo("It is already open.")
    }
  }
}

extension ResponseStep {
  /// Whether the step is lawful on a response in a status, performed by somebody: the table of
  /// lawful steps.
  ///
  /// What the experts perform is theirs, until it failed: then the customer may take it over.
  public func lawfulness(in status: ResponseStatus, performer: Performer) -> Lawfulness {
    if performer == .experts && status != .failed {
      return .unlawful("Defender Experts perform this one.")
    }
    switch (self, status) {
    case (.acknowledged, .completed), (.acknowledged, .notRelevant):
      return .unlawful("It is \(status.title); reopen it first.")
    case (.acknowledged, _): return .lawful
    case (.reopened, .open): return .alreadySo("It is already open.")
    case (.reopened, _): return .lawful
    case (.started, .inProgress): return .alreadySo("It is already in progress.")
    case (.completed, .completed): return .alreadySo("It is already marked done.")
    case (.failed, .failed): return .alreadySo("It is already marked failed.")
    case (.skipped, .notRelevant): return .alreadySo("It is already skipped.")
    case (_, .completed), (_, .notRelevant):
      return .unlawful("It is \(status.title); reopen it first.")
    case (_, .open), (_, .inProgress), (_, .failed), (_, .unrecognized): return .lawful
    }
  }
}
