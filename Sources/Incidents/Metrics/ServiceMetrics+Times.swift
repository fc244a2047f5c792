// SPDX-License-Identifier: MIT

extension ServiceMetrics {
  /// A time from one moment of an incident to another.
  public enum Measure: String, CaseIterable, Hashable, Sendable {
    /// From first awaited to acknowledged.
    case acknowledge
    /// From first awaited to the first step on a response.
    case act
    /// From first awaited to the first moment nothing was asked any more.
    case done
    /// From its beginning to resolved.
    case resolve

    /// What it is called.
    public var title: String {
      switch self {
      case .acknowledge: "to acknowledge"
      case .act: "to first action"
      case .done: "to all actions done"
      case .resolve: "to resolve"
      }
    }

    fileprivate func ends(of course: IncidentCourse) -> (Timestamp, Timestamp)? {
      let ends =
        switch self {
        case .acknowledge: (course.awaitedAt, course.acknowledgedAt)
        case .act: (course.awaitedAt, course.actedAt)
        case .done: (course.awaitedAt, course.doneAt)
        case .resolve: (course.startedAt, course.resolvedAt)
        }
      guard let start = ends.0, let end = ends.1 else { return nil }
      return (start, end)
    }
  }

  /// How one time is spread over incidents that have something in common.
  public struct TimeGroup<Key: Hashable & Sendable>: Hashable, Sendable {
    /// What they have in common.
    public var key: Key
    /// Which time.
    public var measure: Measure
    /// How it is spread; never empty.
    public var spread: Spread
  }

  /// Whose turn it was in a week, as far as that is in the period.
  public struct WeekTurns: Hashable, Sendable {
    /// The week.
    public var week: ISOWeek
    /// Milliseconds with the experts, of incidents they had a hand in.
    public var expertsTime: Int64 = 0
    /// Milliseconds with the customer.
    public var customersTime: Int64 = 0
    /// The incidents that lay with either, in order of id.
    public var incidents: [IncidentID] = []
  }

  /// One of the times, of what ended in the period.
  public func time(_ measure: Measure) -> Spread {
    Spread(samples(measure, of: items).map(\.sample))
  }

  /// The times by severity; only what occurs.
  public var timesBySeverity: [TimeGroup<Severity>] { times(of: bySeverity) }

  /// The times by category of alerts, as many categories as are asked for.
  public func timesByCategory(_ limit: Int) -> [TimeGroup<String>] {
    times(of: byCategory.prefix(limit))
  }

  /// The times by product, as many products as are asked for.
  public func timesBySource(_ limit: Int) -> [TimeGroup<String>] {
    times(of: bySource.prefix(limit))
  }

  /// The times by the week in which they ended, oldest first.
  public var timesByWeek: [TimeGroup<ISOWeek>] {
    let found = Measure.allCases.map { measure in
      Dictionary(grouping: samples(measure, of: items)) { ISOWeek(of: $0.end) }
    }
    return ISOWeek.all(in: period).flatMap { week in
      zip(Measure.allCases, found).compactMap { measure, samples in
        samples[week].map {
          TimeGroup(key: week, measure: measure, spread: Spread($0.map(\.sample)))
        }
      }
    }
  }

  /// Whose turn it was, by week; every week of the period, oldest first.
  public var turnsByWeek: [WeekTurns] {
    var weeks = ISOWeek.all(in: period).map { WeekTurns(week: $0) }
    guard let first = weeks.first?.week.number else { return [] }
    for item in items {
      for stretch in item.course.stretches
      where stretch.holder == .customer || item.course.investigatedAt != nil {
        let last = ISOWeek(of: Timestamp(milliseconds: stretch.end.milliseconds - 1)).number
        for number in ISOWeek(of: stretch.start).number...last {
          weeks[Int(number - first)].add(stretch, of: item.course.id)
        }
      }
    }
    return weeks
  }

  private func times<Key>(
    of groups: some Sequence<Group<Key>>
  ) -> [TimeGroup<Key>] {
    groups.flatMap { group in
      Measure.allCases.compactMap { measure in
        let samples = samples(measure, of: group.items).map(\.sample)
        return samples.isEmpty
          ? nil : TimeGroup(key: group.key, measure: measure, spread: Spread(samples))
      }
    }
  }

  /// The durations that ended in the period, and when each did.
  private func samples(
    _ measure: Measure, of items: [Item]
  ) -> [(end: Timestamp, sample: Spread.Sample)] {
    items.compactMap { item in
      guard let (start, end) = measure.ends(of: item.course) else { return nil }
      // The later of the two decides whether it is of this period.
      let last = max(start, end)
      guard period.contains(last) else { return nil }
      return (last, Spread.Sample(end.elapsed(since: start), of: item.course.id))
    }
  }
}

extension ServiceMetrics.WeekTurns {
  fileprivate mutating func add(_ stretch: IncidentCourse.Stretch, of id: IncidentID) {
    let (start, end) = (max(stretch.start, week.period.start), min(stretch.end, week.period.end))
    guard start < end else { return }
    let time = end.elapsed(since: start)
    if stretch.holder == .customer { customersTime += time } else { expertsTime += time }
    if incidents.last != id { incidents.append(id) }
  }
}
