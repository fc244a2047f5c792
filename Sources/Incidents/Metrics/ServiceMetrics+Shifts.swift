// SPDX-License-Identifier: MIT

extension ServiceMetrics {
  /// That a response clock ran out in the period, or would have.
  public struct Deadline: Hashable, Sendable {
    /// What the clock waits for.
    public var clock: ResponseClock.Kind
    /// When it runs out.
    public var at: Timestamp
    /// Whether it was stopped later than that, or not at all by the end of the period.
    public var isMissed: Bool

    /// Makes one.
    public init(_ clock: ResponseClock.Kind, at: Timestamp, isMissed: Bool) {
      self.clock = clock
      self.at = at
      self.isMissed = isMissed
    }
  }

  /// The deadlines of a shift.
  public struct ShiftShare: Hashable, Sendable {
    /// The shift.
    public var shift: ShiftPlan.Shift
    /// Deadlines to acknowledge that fell in it.
    public var acknowledge = 0
    /// Those of them that were missed.
    public var acknowledgeMissed = 0
    /// Deadlines to act that fell in it.
    public var act = 0
    /// Those of them that were missed.
    public var actMissed = 0
    /// The incidents with a deadline that was missed in it, in order of id.
    public var incidents: [IncidentID] = []

    /// How many were missed.
    public var missed: Int { acknowledgeMissed + actMissed }
  }

  /// The deadlines in the period, by the shift in which each fell.
  public func overdue(by plan: ShiftPlan) -> [ShiftShare] {
    var shares = plan.shifts.map { ShiftShare(shift: $0) }
    for item in (items + closedBefore).sorted(by: { $0.course.id < $1.course.id }) {
      for deadline in item.deadlines {
        let place = plan.place(of: deadline.at)
        let missed = deadline.isMissed ? 1 : 0
        switch deadline.clock {
        case .acknowledge:
          shares[place].acknowledge += 1
          shares[place].acknowledgeMissed += missed
        case .act:
          shares[place].act += 1
          shares[place].actMissed += missed
        }
        if deadline.isMissed, shares[place].incidents.last != item.course.id {
          shares[place].incidents.append(item.course.id)
        }
      }
    }
    return shares
  }

  /// The deadlines of a case's last call for action that fell in a period.
  static func deadlines(
    of view: Case, _ policy: ClockPolicy, in period: Period
  ) -> [Deadline] {
    guard let clocks = ResponseClocks(view, policy) else { return [] }
    return [clocks.acknowledge, clocks.act].compactMap { clock in
      guard let at = clock.deadline, period.contains(at) else { return nil }
      let stopped = clock.stop?.at ?? period.end
      return Deadline(clock.kind, at: at, isMissed: at < min(stopped, period.end))
    }
  }
}
