// SPDX-License-Identifier: MIT

import Cells
import Incidents

/// How the panes beside the queue follow a selection that moves on with every key.
///
/// They follow once the keys pause: whoever walks down the queue looks at the queue, and over a
/// thin link the summaries passed by would come between one key and the next.
public struct Trail: Hashable, Sendable {
  /// Milliseconds without a key after which the panes follow.
  public static let pause: Int64 = 80

  /// What decides where the panes stand and what lies over them.
  struct Scene: Hashable {
    var size: Size
    var focus: Pane
    var isZoomed: Bool
    var isCovered: Bool
  }

  /// The scene of the last frame; `nil` before the first.
  var painted: Scene?
  /// Whether the selection has moved on and no pause came since.
  var isMoving = false
}

extension State {
  var scene: Trail.Scene {
    Trail.Scene(
      size: size, focus: focus, isZoomed: isZoomed, isCovered: overlay != nil || board != nil)
  }

  /// Whether the panes beside the queue stay as the last frame showed them.
  var keepsOtherPanes: Bool {
    trail.isMoving && focus == .queue && overlay == nil && trail.painted == scene
  }

  /// Takes note of a key: one that walks down the queue leaves the other panes behind, any other
  /// brings them up.
  mutating func trail(after message: Message, selectedBefore before: IncidentID?) -> [Effect] {
    switch message {
    case .key, .keyAhead:
      trail.isMoving =
        selectedID != before && focus == .queue && overlay == nil && board == nil
      return trail.isMoving ? [.settle] : []
    case .settled, .pasted, .resized, .mouse: trail.isMoving = false
    default: break
    }
    return []
  }
}
