// SPDX-License-Identifier: MIT

/// What `is:` can ask.
public enum QueryState: String, CaseIterable, Hashable, Sendable {
  /// The customer's move.
  case yours
  /// A response clock ran out.
  case overdue
  /// Nobody acknowledged it.
  case unacked
  /// The analyst owns it.
  case mine
  /// It changed since the analyst looked.
  case changed
  /// The analyst marked it.
  case marked
  /// It is out of sight for a while.
  case snoozed
  /// Merged into an incident that is not here.
  case merged
  /// Open.
  case open
  /// Resolved or merged.
  case closed
  /// Open or not.
  case any

  /// The name after the colon.
  public var name: String { rawValue }

  /// What it asks, in one line.
  public var help: String {
    switch self {
    case .yours: "your move"
    case .overdue: "a response clock has run out"
    case .unacked: "nobody has acknowledged it"
    case .mine: "you own it, as `owner:me`"
    case .changed: "it came in or changed since you last looked"
    case .marked: "it is marked"
    case .snoozed: "it is snoozed"
    case .merged: "it was merged into an incident that is not here"
    case .open: "it is open"
    case .closed: "it is resolved or merged"
    case .any: "open or not"
    }
  }

  /// Whether asking for it says which states are meant, so that closed incidents show, too.
  public var choosesScope: Bool {
    switch self {
    case .marked, .changed, .merged, .open, .closed, .any: true
    case .yours, .overdue, .unacked, .mine, .snoozed: false
    }
  }
}
