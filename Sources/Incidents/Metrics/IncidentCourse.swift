// SPDX-License-Identifier: MIT

/// What happened to an incident over time, as far as reports count it.
///
/// A merged incident has none of its own: what happened to it happened to its target. What was
/// undone never happened.
public struct IncidentCourse: Hashable, Sendable {
  /// Who has the ball.
  public enum Holder: Hashable, Sendable {
    /// It is open, and nothing is asked of the customer.
    case experts
    /// It is the customer's move.
    case customer
    /// Nobody: it is closed.
    case nobody
  }

  /// A part of the period in which one had the ball.
  public struct Stretch: Hashable, Sendable {
    /// Who.
    public var holder: Holder
    /// From when.
    public var start: Timestamp
    /// Until when; later than the start.
    public var end: Timestamp
  }

  /// A response that failed.
  public struct Failure: Hashable, Sendable {
    /// Its id.
    public var response: String
    /// What it was to do.
    public var title: String
    /// On what.
    public var target: String
    /// When it was said to have failed.
    public var at: Timestamp
    /// Who said so here; `nil` if the service did.
    public var by: Author?
  }

  /// The incident.
  public let id: IncidentID
  /// When it began: created by the service, or first seen here if that was earlier or is not known.
  public internal(set) var startedAt: Timestamp
  /// When there was first a sign of the experts' work.
  public internal(set) var investigatedAt: Timestamp?
  /// When it was first the customer's move.
  public internal(set) var awaitedAt: Timestamp?
  /// Each time it became the customer's move.
  public internal(set) var calls: [Timestamp] = []
  /// When somebody first acknowledged it.
  public internal(set) var acknowledgedAt: Timestamp?
  /// When somebody first recorded a step on one of its responses.
  public internal(set) var actedAt: Timestamp?
  /// When, after it was first the customer's move, it first no longer was.
  public internal(set) var doneAt: Timestamp?
  /// When it was closed, resolved or merged away, if it is.
  public internal(set) var closedAt: Timestamp?
  /// Whether it is closed because it was resolved.
  public internal(set) var isResolved = false
  /// Whether a response of the customer's was completed.
  public internal(set) var hasHelp = false
  /// Who has the ball at the end.
  public internal(set) var holder: Holder
  /// Since when.
  public internal(set) var heldSince: Timestamp
  /// Who had the ball when in the period, oldest first; what nobody had is left out.
  public internal(set) var stretches: [Stretch] = []
  /// The responses that failed in the period, oldest first.
  public internal(set) var failures: [Failure] = []

  /// Milliseconds of the period in which the experts had the ball.
  public var expertsTime: Int64 { time(of: .experts) }
  /// Milliseconds of the period in which the customer had it.
  public var customersTime: Int64 { time(of: .customer) }

  private func time(of holder: Holder) -> Int64 {
    stretches.reduce(0) { $0 + ($1.holder == holder ? $1.end.elapsed(since: $1.start) : 0) }
  }

  /// When it was resolved, if it is.
  public var resolvedAt: Timestamp? { isResolved ? closedAt : nil }

  /// Whether the experts had a hand in it and the customer was never asked.
  public var isExpertsAlone: Bool { investigatedAt != nil && awaitedAt == nil }
}
