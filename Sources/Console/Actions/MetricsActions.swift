// SPDX-License-Identifier: MIT

import Incidents

extension Registry {
  static let metricsActions: [Action] = [
    Action(
      "view.metrics", .board, "Metrics",
      help: "Show the numbers of the last 30 days: how much, how long, whose turn.", keys: ["g m"],
      scope: .everywhere, perform: { $0.open(.metrics) }),
    Action(
      "metrics.incidents", .board, "Incidents behind it", hint: "incidents",
      help: "Show the incidents behind the selected number in the queue.", keys: ["o"],
      scope: .boards([.metrics]),
      disabled: { state in
        guard let figure = MetricsBoard.selected(state) else { return "No number is selected." }
        return figure.incidents.isEmpty ? "No incident is behind it." : nil
      },
      perform: { $0.showIncidentsBehindNumber() }),
  ]
}

extension State {
  /// Goes to the queue, filtered to the incidents behind the selected number.
  mutating func showIncidentsBehindNumber() -> [Effect] {
    guard let figure = MetricsBoard.selected(self),
      let filter = try? QueueFilter(MetricsBoard.query(figure), in: queryDialect)
    else { return [] }
    return pivot(to: filter)
  }
}
