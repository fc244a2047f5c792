// SPDX-License-Identifier: MIT

import Incidents

/// One number on the board of metrics, with the incidents behind it.
struct MetricFigure: Hashable {
  /// What it stays by while it changes.
  var id: String
  /// What it stands under.
  var heading: String
  /// What it is of; may be data.
  var name: String
  /// What it comes to.
  var value: String
  /// How long its bar is, in thousandths; `nil` where it has none.
  var part: Int?
  /// How it comes about, as a sentence.
  var meaning: String
  /// The incidents behind it.
  var incidents: [IncidentID]
}

extension MetricFigure {
  /// The numbers, in the order of the report.
  static func all(_ figures: MetricFigures, _ plan: ShiftPlan) -> [MetricFigure] {
    let metrics = figures.metrics
    return counts(metrics) + times(metrics)
      + turns(metrics) + shifts(metrics.overdue(by: plan))
      + group("category", "By category", metrics.byCategory, Meaning.entity)
      + group("source", "By source", metrics.bySource, Meaning.source)
      + group("device", "Devices", metrics.byDevice, Meaning.entity)
      + group("user", "Users", metrics.byUser, Meaning.entity)
      + group("technique", "ATT&CK techniques", metrics.byTechnique, Meaning.entity)
      + detectors(metrics) + figures.breakdowns
  }

  private static func counts(_ metrics: ServiceMetrics) -> [MetricFigure] {
    let counts: [(String, String, [ServiceMetrics.Item], String)] = [
      ("incidents", "Incidents", metrics.items, Meaning.incidents),
      ("investigated", "Investigated by the experts", metrics.investigated, Meaning.investigated),
      ("resolved", "Resolved", metrics.resolved, Meaning.resolved),
      ("directly", "Resolved directly", metrics.resolvedDirectly, Meaning.directly),
      ("help", "Resolved with your help", metrics.resolvedWithHelp, Meaning.help),
      ("otherwise", "Resolved otherwise", metrics.resolvedOtherwise, Meaning.otherwise),
      ("yours", "Your move", metrics.yours, Meaning.yours),
      ("failed", "With failed responses", metrics.failed, Meaning.failed),
    ]
    let most = metrics.items.count
    return counts.map { id, name, items, meaning in
      MetricFigure(
        id: "count/\(id)", heading: "Counts", name: name, value: String(items.count),
        part: part(items.count, of: most), meaning: meaning, incidents: items.map(\.course.id))
    }
  }

  private static func times(_ metrics: ServiceMetrics) -> [MetricFigure] {
    let times: [(String, String, Spread)] = [
      ("acknowledge", "To acknowledge", metrics.timeToAcknowledge),
      ("act", "To first action", metrics.timeToAct),
      ("done", "To all actions done", metrics.timeToDone),
      ("resolve", "To resolve", metrics.timeToResolve),
      ("age", "Your move so far", metrics.queueAge),
    ]
    return times.map { id, name, spread in
      MetricFigure("time/\(id)", "Times", name, spread)
    }
  }

  private init(_ id: String, _ heading: String, _ name: String, _ spread: Spread) {
    let marks = [50, 90, 95].map { percent in
      let value = spread.percentile(percent).map { Age(milliseconds: $0).description }
      return "p\(percent) \(value ?? "-")"
    }
    self.init(
      id: id, heading: heading, name: name, value: marks.joined(separator: "  "),
      meaning: Meaning.times, incidents: spread.incidents)
  }

  /// Whose turn it was by week, and the times by what incidents have in common.
  static func breakdowns(_ metrics: ServiceMetrics) -> [MetricFigure] {
    weeks(metrics.turnsByWeek)
      + times("severity", metrics.timesBySeverity, \.title)
      + times("category", metrics.timesByCategory(10)) { $0 }
      + times("source", metrics.timesBySource(10)) { $0 }
      + times("week", metrics.timesByWeek, \.description)
  }

  private static func weeks(_ turns: [ServiceMetrics.WeekTurns]) -> [MetricFigure] {
    let most = turns.map { $0.expertsTime + $0.customersTime }.max() ?? 0
    return turns.map { turns in
      let ours = Age(milliseconds: turns.customersTime)
      let theirs = Age(milliseconds: turns.expertsTime)
      return MetricFigure(
        id: "week/\(turns.week)", heading: "Whose turn it was, by week",
        name: turns.week.description, value: "experts \(theirs)  you \(ours)",
        part: part(Int(turns.customersTime / 1000), of: Int(most / 1000)),
        meaning: Meaning.turns, incidents: turns.incidents)
    }
  }

  private static func times<Key>(
    _ id: String, _ groups: [ServiceMetrics.TimeGroup<Key>], _ title: (Key) -> String
  ) -> [MetricFigure] {
    groups.map { group in
      let name = title(group.key)
      return MetricFigure(
        "times/\(id)/\(group.measure.rawValue)/\(name)", "Times by \(id)",
        "\(name) \(group.measure.title)", group.spread)
    }
  }

  private static func turns(_ metrics: ServiceMetrics) -> [MetricFigure] {
    let groups = metrics.bySeverity
    let most = groups.map { $0.expertsTime + $0.customersTime }.max() ?? 0
    return groups.map { group in
      let ours = Age(milliseconds: group.customersTime)
      let theirs = Age(milliseconds: group.expertsTime)
      return MetricFigure(
        id: "turn/\(group.key.graphName)", heading: "Whose turn it was", name: group.key.title,
        value: "experts \(theirs)  you \(ours)",
        part: part(Int(group.customersTime / 1000), of: Int(most / 1000)),
        meaning: Meaning.turns, incidents: group.ids)
    }
  }

  private static func shifts(_ shares: [ServiceMetrics.ShiftShare]) -> [MetricFigure] {
    shares.enumerated().map { place, share in
      MetricFigure(
        id: "shift/\(place)", heading: "Overdue by shift", name: share.shift.title,
        value: "ack \(share.acknowledgeMissed) of \(share.acknowledge)  "
          + "act \(share.actMissed) of \(share.act)",
        part: part(share.missed, of: share.acknowledge + share.act), meaning: Meaning.shifts,
        incidents: share.incidents)
    }
  }

  private static func group(
    _ id: String, _ heading: String, _ groups: [ServiceMetrics.Group<String>], _ meaning: String
  ) -> [MetricFigure] {
    let most = groups.first?.items.count ?? 0
    return groups.prefix(10).map { group in
      MetricFigure(
        id: "\(id)/\(group.key)", heading: heading, name: group.key,
        value: String(group.items.count), part: part(group.items.count, of: most),
        meaning: meaning, incidents: group.ids)
    }
  }

  private static func detectors(_ metrics: ServiceMetrics) -> [MetricFigure] {
    metrics.detectors.prefix(10).map { group in
      let wrong = group.falsePositives
      return MetricFigure(
        id: "detector/\(group.key)", heading: "Noisy detectors", name: group.key,
        value: "\(wrong.count) of \(group.items.count) false",
        part: part(wrong.count, of: group.items.count), meaning: Meaning.detectors,
        incidents: wrong.map(\.course.id))
    }
  }

  private static func part(_ count: Int, of most: Int) -> Int? {
    most > 0 ? count * 1000 / most : nil
  }

  /// How each number comes about; `Documentation/metrics.md` says it in full.
  private enum Meaning {
    static let incidents = "Open during any of the period."
    static let investigated = """
      Inferred: it awaited your action, has a response, was the experts' or was given back, or \
      bears their tag.
      """
    static let resolved = "Resolved in the period, and still so at its end."
    static let directly = """
      Inferred: resolved after the experts had a hand in it, and never your move.
      """
    static let help = "Inferred: resolved, and a response of yours was completed."
    static let otherwise = "Resolved in neither of these ways."
    static let yours = "Your move at the end of the period, snoozed ones included."
    static let failed = "A response was said to have failed in the period."
    static let times = """
      Percentiles by nearest rank of what ended in the period; the longest comes first below.
      """
    static let turns = """
      Time in the period in which such incidents lay with the experts, and with you; the bar is \
      yours. It goes on while an incident is snoozed, and at night.
      """
    static let shifts = """
      Clocks of the last call for action that ran out in the period, by the shift in which they \
      did; the bar is the share that was overdue.
      """
    static let source = "Incidents with an alert of this product."
    static let entity = "Incidents that name it."
    static let detectors = """
      Of the classified incidents with an alert of this product, those classified false positive.
      """
  }
}
