// SPDX-License-Identifier: MIT

public import Incidents

/// What an incident is about, as a list to choose from.
public struct EntityList: Hashable, Sendable {
  /// The incident.
  public var id: IncidentID
  /// What it is about.
  public var entities: [Entity]
  /// In how many incidents each appears, as far as the list was on the screen.
  public var counts: [Int: Int] = [:]
  /// The place of the selected one.
  public var selected = 0
  /// The first on the screen.
  public var top = 0
}

/// What the queue showed before it went to the incidents about something.
struct Pivot: Hashable {
  /// What it went to.
  var filter: QueueFilter
  /// The board it was left for, if any.
  var board: BoardKind?
  /// The filter before.
  var before: QueueFilter
  /// The selection before.
  var selection: IncidentID?
  /// The pane before.
  var focus: Pane
  /// Whether that pane had the screen to itself.
  var isZoomed: Bool
}
