// SPDX-License-Identifier: MIT

extension ResponseClocks {
  /// How the clocks came to stand as they do, as label and sentence each; `written` says how
  /// moments are written.
  public func explanation(
    _ policy: ClockPolicy, at now: Timestamp, _ written: (Timestamp) -> String = \.dayAndTime
  ) -> [(label: String, text: String)] {
    var facts = [
      (
        "Began",
        "\(written(since)), when Defender made it your move (line \(line) of the journal)."
      ),
      ("Rule", rule(policy)),
    ]
    for pause in acknowledge.stop == nil ? acknowledge.pauses : act.pauses {
      facts.append(("Held", pause.sentence(at: now, written)))
    }
    facts.append(("Acknowledge", acknowledge.sentence(at: now, written)))
    facts.append(("Act", act.sentence(at: now, written)))
    return facts
  }

  /// How the nearer clock stands, in short: "act in 2h5m", "acknowledge overdue by 42m".
  public func headline(at now: Timestamp) -> String {
    guard let nearest else { return "your part is done" }
    guard nearest.state(at: now) != .paused, let deadline = nearest.deadline else {
      return "held by a snooze"
    }
    return Due(nearest.kind, at: deadline).words(at: now)
  }

  private func rule(_ policy: ClockPolicy) -> String {
    let name =
      severity.unrecognizedName != nil || severity == .unknown
      ? "\(severity.title) counts as high" : severity.title
    let (acknowledge, act) = (
      QuerySpan(minutes: Int64(acknowledge.limit)), QuerySpan(minutes: Int64(act.limit))
    )
    let hours =
      policy.hours.map { "counted \($0.title), by the team's clock" } ?? "around the clock"
    return "\(name): acknowledge within \(acknowledge), act within \(act), \(hours)."
      + " These limits are your team's, not Microsoft's."
  }
}

extension ResponseClock {
  /// How it stands, as a sentence.
  public func sentence(
    at now: Timestamp, _ written: (Timestamp) -> String = \.dayAndTime
  ) -> String {
    let by = deadline.map { "by \(written($0))" } ?? "once the snooze ends"
    switch state(at: now) {
    case .running(let left): return "Due \(by); \(Self.length(left)) left."
    case .paused: return "Due \(by); held now."
    case .overdue(let late):
      return "Was due \(by); overdue by \(Self.length(late))\(isHeld(at: now) ? "; held now" : "")."
    case .metEarly(let early):
      return "\(stopped(written)), \(Self.length(early)) before it was due (\(by))."
    case .metLate(let late):
      return "\(stopped(written)), \(Self.length(late)) after it was due (\(by))."
    }
  }

  private func stopped(_ written: (Timestamp) -> String) -> String {
    guard let stop else { return "" }
    return "Stopped \(written(stop.at)): \(stop.by?.title ?? "Defender") \(stop.what)"
      + " (line \(stop.line))"
  }

  private static func length(_ milliseconds: Int64) -> String {
    milliseconds < 60_000
      ? "less than a minute" : QuerySpan(minutes: milliseconds / 60_000).description
  }
}

extension ClockPause {
  /// When it held the clocks and why, as a sentence.
  public func sentence(
    at now: Timestamp, _ written: (Timestamp) -> String = \.dayAndTime
  ) -> String {
    "\(written(start)) to \(end.map(written) ?? "now"), \(how(at: now)): "
      + "snoozed by \(by), \(reason)"
  }

  private func how(at now: Timestamp) -> String {
    let isOver = end.map { $0 <= now } ?? false
    switch ended {
    case .time: return isOver ? "when its time came" : "unless something wakes it"
    case .person(let author): return "when \(author.title) changed that"
    case .service: return "when Defender changed the incident"
    case .outcome: return "when the response had an outcome"
    case .status: return "when its status changed"
    case nil: return "until a response is done"
    }
  }
}

extension Due {
  /// The time that is left, in words: "act in 2h5m", "acknowledge overdue by 42m".
  public func words(at now: Timestamp) -> String {
    let verb = clock == .act ? "act" : "acknowledge"
    let left = Countdown(to: at, from: now)
    let length = QuerySpan(minutes: abs(left.left) / 60_000)
    return left.isOver ? "\(verb) overdue by \(length)" : "\(verb) in \(length)"
  }
}
