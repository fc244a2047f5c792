// SPDX-License-Identifier: MIT

/// Every action, in the order help and footer show them.
public enum Registry {
  /// The table.
  public static let actions: [Action] =
    incidentActions + writingActions + responseActions + markActions + findActions
    + timelineActions + moveActions + boardActions + readinessActions + recommendationActions
    + escalationActions + handoverActions + metricsActions + consoleActions

  /// The action a name stands for.
  public static func action(_ id: String) -> Action? { places[id].map { actions[$0] } }

  private static let places = Dictionary(
    actions.indices.map { (actions[$0].id, $0) }, uniquingKeysWith: { first, _ in first })

  /// The ids of what the footer may name.
  static let hinted = actions.filter { $0.hint != nil && $0.group != .console }.map(\.id)
}
