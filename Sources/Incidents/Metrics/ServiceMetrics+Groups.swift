// SPDX-License-Identifier: MIT

extension ServiceMetrics {
  /// Items that have something in common.
  public struct Group<Key: Hashable & Sendable>: Hashable, Sendable {
    /// What they have in common.
    public var key: Key
    /// The items.
    public var items: [Item]

    /// Their ids.
    public var ids: [IncidentID] { items.map(\.course.id) }

    /// Milliseconds of the period in which the experts had the ball, of incidents they had a hand in.
    public var expertsTime: Int64 {
      items.reduce(0) { $0 + ($1.course.investigatedAt == nil ? 0 : $1.course.expertsTime) }
    }

    /// Milliseconds of the period in which the customer had it.
    public var customersTime: Int64 { items.reduce(0) { $0 + $1.course.customersTime } }

    /// Those resolved in the period.
    public func resolved(in period: Period) -> [Item] {
      items.filter { $0.course.resolvedAt.map(period.contains) ?? false }
    }
  }

  /// By severity, the worst first, unknown among the high; only what occurs.
  public var bySeverity: [Group<Severity>] {
    grouped { [$0.severity] }.sorted {
      ($1.key.rank, $0.key.graphName) < ($0.key.rank, $1.key.graphName)
    }
  }

  /// By product, the most incidents first; an incident of several counts for each.
  public var bySource: [Group<String>] { named(\.sources) }

  /// By ATT&CK technique, the most incidents first; an incident of several counts for each.
  public var byTechnique: [Group<String>] { byEntity(.technique) }

  /// By category of alerts, the most incidents first; an incident of several counts for each.
  public var byCategory: [Group<String>] { byEntity(.category) }

  /// By device, the most incidents first.
  public var byDevice: [Group<String>] { byEntity(.device) }

  /// By user, the most incidents first.
  public var byUser: [Group<String>] { byEntity(.user) }

  /// By the week in which they began; every week of the period, oldest first.
  public var byWeekStarted: [Group<ISOWeek>] { weekly(\.startedAt) }

  /// By the week in which they were resolved.
  public var byWeekResolved: [Group<ISOWeek>] { weekly(\.resolvedAt) }

  /// By product, what was classified: how many, and how many of those as false positives; the
  /// greatest share first.
  public var detectors: [Group<String>] {
    let classified = bySource.map { group in
      Group(key: group.key, items: group.items.filter { $0.classification.isKnown })
    }
    return classified.filter { !$0.items.isEmpty }.enumerated().sorted { left, right in
      // Shares compared crosswise, without division.
      let first = left.element.falsePositives.count * right.element.items.count
      let second = right.element.falsePositives.count * left.element.items.count
      return first == second ? left.offset < right.offset : first > second
    }.map(\.element)
  }

  /// Each moment in the period at which an incident became the customer's move.
  public var calls: [Timestamp] { items.flatMap { $0.course.calls.filter(period.contains) } }

  private func byEntity(_ kind: Entity.Kind) -> [Group<String>] {
    named { $0.entities.filter { $0.kind == kind }.map(\.name) }
  }

  private func weekly(_ moment: (IncidentCourse) -> Timestamp?) -> [Group<ISOWeek>] {
    let found = grouped { item in
      moment(item.course).flatMap { period.contains($0) ? [ISOWeek(of: $0)] : nil } ?? []
    }
    let known = Dictionary(found.map { ($0.key, $0.items) }) { first, _ in first }
    return ISOWeek.all(in: period).map { Group(key: $0, items: known[$0] ?? []) }
  }

  private func grouped<Key: Hashable & Sendable>(_ keys: (Item) -> [Key]) -> [Group<Key>] {
    var groups: [Key: [Item]] = [:]
    for item in items {
      for key in keys(item) { groups[key, default: []].append(item) }
    }
    return groups.map { Group(key: $0.key, items: $0.value) }
  }

  /// By names that differ in more than ASCII case, the most incidents first, then by name.
  private func named(_ names: (Item) -> [String]) -> [Group<String>] {
    var spelled: [[UInt8]: String] = [:]
    let groups = grouped { item in
      unique(
        names(item).map { name in
          let folded = name.folded
          spelled[folded] = spelled[folded] ?? name
          return folded
        })
    }
    return groups.sorted { left, right in
      left.items.count == right.items.count
        ? left.key.lexicographicallyPrecedes(right.key) : left.items.count > right.items.count
    }.map { Group(key: spelled[$0.key] ?? "", items: $0.items) }
  }

  private func unique(_ names: [[UInt8]]) -> [[UInt8]] {
    var seen: Set<[UInt8]> = []
    return names.filter { seen.insert($0).inserted }
  }
}

extension ServiceMetrics.Group {
  /// Those classified as false positives.
  public var falsePositives: [ServiceMetrics.Item] {
    items.filter { $0.classification == .falsePositive }
  }
}

extension Classification {
  /// Whether anybody said anything.
  fileprivate var isKnown: Bool { self != .unknown }
}
