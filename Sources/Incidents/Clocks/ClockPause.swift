// SPDX-License-Identifier: MIT

/// A time during which a snooze held the response clocks.
public struct ClockPause: Hashable, Sendable {
  /// What ended it.
  public enum End: Hashable, Sendable {
    /// Its time came.
    case time
    /// Somebody woke it or snoozed it anew.
    case person(Author)
    /// The service changed the incident.
    case service
    /// The response it waited for has an outcome.
    case outcome
    /// The status of the incident changed.
    case status
  }

  /// When it began.
  public var start: Timestamp
  /// When it ended or will end; `nil` if only a response will end it.
  public var end: Timestamp?
  /// What ended it, or will; `nil` if that is a response's outcome to come.
  public var ended: End?
  /// Who snoozed it.
  public var by: String
  /// Why.
  public var reason: String

  /// Whether it holds the clocks at a moment.
  public func contains(_ moment: Timestamp) -> Bool {
    start <= moment && end.map { moment < $0 } ?? true
  }

  /// Minutes of it up to a moment.
  public func minutes(upTo moment: Timestamp) -> Int64 {
    min(end ?? moment, moment).elapsed(since: start) / 60_000
  }
}

extension Case {
  /// When snoozes held the clocks of the last call for action, oldest first; those taken back never
  /// did.
  var clockPauses: [ClockPause] {
    guard hasWritten else { return [] }
    let entries = written.snooze.entries.filter { !$0.isUndone && $0.seq > awaitingLine }
    var pauses: [ClockPause] = []
    for (place, entry) in entries.enumerated() {
      guard let snooze = entry.value, let start = entry.at, !snooze.reason.trimmed.isEmpty,
        case .person(let author) = entry.origin
      else { continue }
      var ends: [(at: Timestamp, end: ClockPause.End)] = []
      if let until = snooze.until { ends.append((until, .time)) }
      if place + 1 < entries.count, let at = entries[place + 1].at {
        switch entries[place + 1].origin {
        case .service: ends.append((at, .service))
        case .person(let author): ends.append((at, .person(author)))
        }
      }
      if let change = status.entries.first(where: { !$0.isUndone && $0.seq > entry.seq }),
        let at = change.at
      {
        ends.append((at, .status))
      }
      // A response of an incident merged into this one is written on the other.
      for change in responses.flatMap(\.status.entries)
      where !change.isOurs && change.seq > entry.seq {
        if let at = change.at { ends.append((at, .service)) }
      }
      if let id = snooze.response {
        guard let response = response(id) else { continue }
        let outcome = response.status.entries.first {
          !$0.isUndone && $0.seq > entry.seq && $0.value.isOutcome
        }
        if let at = outcome?.at { ends.append((at, .outcome)) }
      }
      let end = ends.min { $0.at < $1.at }
      guard end.map({ $0.at > start }) ?? true else { continue }
      pauses.append(
        ClockPause(
          start: start, end: end?.at, ended: end?.end, by: author.title, reason: snooze.reason))
    }
    return pauses.sorted { $0.start < $1.start }
  }
}

extension ResponseStatus {
  /// Whether something came of it, be it failure.
  var isOutcome: Bool { isFinished || self == .failed }
}
