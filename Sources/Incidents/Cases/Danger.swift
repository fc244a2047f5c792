// SPDX-License-Identifier: MIT

/// How much care recording something needs.
public enum Danger: Hashable, Sendable, Comparable {
  /// Taken back with one key: no question.
  case reversible
  /// Asks, and `y` confirms.
  case hard
  /// Asks, and the target must be typed.
  case grave

  /// The most incidents a bulk action may touch without a question.
  public static let bulkLimit = 10
}

extension Event {
  /// How much care the event needs on a case.
  ///
  /// Hard: marking a containment step done, skipping on a high-severity incident, resolving.
  /// Grave: what cannot be undone in the world, and closing a high-severity incident on which the
  /// customer's responses are still open.
  public func danger(on view: Case) -> Danger {
    switch self {
    case .response(let record):
      record.responses(of: view.id).compactMap(view.response).map { response in
        switch record.step {
        case .completed where response.action == .hardDeleteEmail: .grave
        case .completed where response.action.entry.isContainment: .hard
        case .skipped where view.service.severity.rank == 3: .hard
        default: Danger.reversible
        }
      }.max() ?? .reversible
    case .resolved:
      view.service.severity.rank == 3 && view.hasOpenResponses ? .grave : .hard
    case .acknowledged, .assigned, .commented, .noted, .tagged, .snoozed, .woken, .classified,
      .reopened, .recorded, .undone, .observed, .reanchored, .headAccepted, .other:
      .reversible
    }
  }
}
