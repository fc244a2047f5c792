// SPDX-License-Identifier: MIT

/// How soon the customer answered the experts' last call for action: the two clocks of an incident.
///
/// They begin when the service made it the customer's move; a later call begins new ones.
public struct ResponseClocks: Hashable, Sendable {
  /// When they began.
  public var since: Timestamp
  /// The line that began them.
  public var line: Int
  /// The severity whose limits count.
  public var severity: Severity
  /// Until when it must be acknowledged.
  public var acknowledge: ResponseClock
  /// Until when the customer's part must be done.
  public var act: ResponseClock

  /// The clocks of a case as it is shown, merged incidents included; `nil` if the customer was
  /// never called.
  public init?(_ view: Case, _ policy: ClockPolicy) {
    guard let since = view.awaitingSince else { return nil }
    self.since = since
    line = view.awaitingLine
    severity = view.service.severity
    let end = view.turnEnd
    guard view.turn.isYours || end != nil else { return nil }
    let limits = policy.limits(for: severity)
    let pauses = view.clockPauses
    let answer = [view.firstAnswer, end].compactMap { $0 }.min { $0.line < $1.line }
    func clock(_ kind: ResponseClock.Kind, _ limit: Int, _ stop: ResponseClock.Stop?)
      -> ResponseClock
    {
      var stop = stop
      if let at = stop?.at { stop?.at = max(at, since) }
      return ResponseClock(
        kind, limit: limit, since: since, stop: stop, pauses: pauses, hours: policy.hours)
    }
    acknowledge = clock(.acknowledge, limits.acknowledge, answer)
    act = clock(.act, limits.act, end)
  }

  /// The clock that runs out first of those that were not stopped; `nil` if both were.
  public var nearest: ResponseClock? {
    [acknowledge, act].filter { $0.stop == nil }.min {
      ($0.deadline?.milliseconds ?? .max) < ($1.deadline?.milliseconds ?? .max)
    }
  }
}

/// When the nearer of the running clocks runs out, and which it is.
public struct Due: Hashable, Sendable {
  /// What the clock waits for.
  public var clock: ResponseClock.Kind
  /// Its deadline; a snooze that has a time is counted as lasting until then.
  public var at: Timestamp

  /// Makes it.
  public init(_ clock: ResponseClock.Kind, at: Timestamp) {
    self.clock = clock
    self.at = at
  }
}

extension Case {
  /// The nearer of the running clocks, found without the other; `nil` if there is none, or if it
  /// has no deadline while a snooze holds it.
  func due(_ policy: ClockPolicy) -> Due? {
    guard turn.isYours, let since = awaitingSince else { return nil }
    let limits = policy.limits(for: service.severity)
    let waitsForOwner = firstAnswer == nil && limits.acknowledge <= limits.act
    let limit = waitsForOwner ? limits.acknowledge : limits.act
    return ResponseClock.deadline(
      since: since, limit: limit, pauses: clockPauses, hours: policy.hours
    ).map { Due(waitsForOwner ? .acknowledge : .act, at: $0) }
  }
}
