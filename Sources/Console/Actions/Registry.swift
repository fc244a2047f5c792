// SPDX-License-Identifier: MIT

/// Every action, in the order help and footer show them.
public enum Registry {
  /// The table.
  public static let actions: [Action] =
    incidentActions + writingActions + responseActions + markActions + findActions
    + timelineActions + moveActions + boardActions + readinessActions + recommendationActions
    + consoleActions

  /// The action a name stands for.
  public static func action(_ id: String) -> Action? { actions.first { $0.id == id } }
}
