// SPDX-License-Identifier: MIT

/// One of the two clocks that run while an incident is the customer's move.
public struct ResponseClock: Hashable, Sendable {
  /// What a clock waits for.
  public enum Kind: Hashable, Sendable {
    /// That somebody says they own it.
    case acknowledge
    /// That the customer's part is done.
    case act

    /// The key of the console that stops it, unless another was chosen: acknowledging, and marking
    /// responses done.
    public var key: String {
      switch self {
      case .acknowledge: "a"
      case .act: "x"
      }
    }
  }

  /// What stopped a clock.
  public struct Stop: Hashable, Sendable {
    /// When.
    public var at: Timestamp
    /// The line that says so.
    public var line: Int
    /// Who; `nil` if it was the service.
    public var by: Author?
    /// What was done, as a phrase: "acknowledged it".
    public var what: String
  }

  /// How a clock stands.
  public enum State: Hashable, Sendable {
    /// It runs; so many milliseconds are left until its deadline.
    case running(left: Int64)
    /// A snooze holds it.
    case paused
    /// It was stopped so many milliseconds before its deadline.
    case metEarly(by: Int64)
    /// It was stopped so many milliseconds after its deadline.
    case metLate(by: Int64)
    /// It still runs, so many milliseconds after its deadline.
    case overdue(by: Int64)

    /// The name in JSON.
    public var name: String {
      switch self {
      case .running: "running"
      case .paused: "paused"
      case .metEarly: "metEarly"
      case .metLate: "metLate"
      case .overdue: "overdue"
      }
    }
  }

  /// What it waits for.
  public var kind: Kind
  /// How many minutes it allows.
  public var limit: Int
  /// What stopped it; `nil` while it runs.
  public var stop: Stop?
  /// When it runs out; `nil` while a snooze that has no time holds it.
  public var deadline: Timestamp?
  /// When it was held, oldest first.
  public var pauses: [ClockPause]

  init(
    _ kind: Kind, limit: Int, since: Timestamp, stop: Stop?, pauses: [ClockPause],
    hours: BusinessHours?
  ) {
    self.kind = kind
    self.limit = limit
    self.stop = stop
    // What would have held it after it was stopped did not.
    self.pauses = pauses.compactMap { pause in
      guard let at = stop?.at else { return pause }
      guard pause.start < at else { return nil }
      var pause = pause
      if pause.end.map({ $0 > at }) ?? true { pause.end = at }
      return pause
    }
    deadline = Self.deadline(since: since, limit: limit, pauses: self.pauses, hours: hours)
  }

  /// When so many minutes have passed since a moment, pauses and the hours nobody works left out.
  static func deadline(
    since: Timestamp, limit: Int, pauses: [ClockPause], hours: BusinessHours?
  ) -> Timestamp? {
    var left = Int64(limit) * 60_000
    // Damaged times must not make sums overflow.
    var now = Timestamp(milliseconds: min(max(since.milliseconds, -reach), reach))
    func run(until end: Timestamp?) -> Timestamp? {
      if let hours { return hours.run(&left, from: now, until: end) }
      let passed = end.map { $0.elapsed(since: now) } ?? left
      if passed >= left { return Timestamp(milliseconds: now.milliseconds + left) }
      left -= passed
      return nil
    }
    for pause in pauses where pause.end.map({ $0 > now }) ?? true {
      if pause.start > now, let moment = run(until: pause.start) { return moment }
      guard let end = pause.end else { return nil }
      now = end
    }
    return run(until: nil)
  }

  /// Some thirty thousand years around 1970, in milliseconds.
  private static let reach: Int64 = 1 << 50

  /// How it stands at a moment.
  public func state(at now: Timestamp) -> State {
    guard let stop else {
      // What ran out before it was held is overdue all the same.
      if let deadline, deadline < now { return .overdue(by: now.elapsed(since: deadline)) }
      guard let deadline, !isHeld(at: now) else { return .paused }
      return .running(left: deadline.elapsed(since: now))
    }
    guard let deadline, deadline < stop.at else {
      return .metEarly(by: deadline?.elapsed(since: stop.at) ?? 0)
    }
    return .metLate(by: stop.at.elapsed(since: deadline))
  }

  /// Whether a snooze holds it at a moment.
  public func isHeld(at now: Timestamp) -> Bool { pauses.contains { $0.contains(now) } }

  /// Minutes during which it was held up to a moment.
  public func pausedMinutes(at now: Timestamp) -> Int64 {
    pauses.reduce(0) { $0 + $1.minutes(upTo: now) }
  }
}
