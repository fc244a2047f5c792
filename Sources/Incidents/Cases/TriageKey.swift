// SPDX-License-Identifier: MIT

/// What a row's place in the queue depends on.
///
/// Triage order: your move first, then the worse, then the least time left, then the lower id.
/// Severity that is not known counts as high. What is snoozed comes after the rest of your move,
/// what wakes first first.
struct TriageKey: Hashable, Comparable {
  /// The urgency of what is snoozed.
  static let snoozed = 1

  /// Your move first, then the worse; lower is earlier.
  let urgency: Int
  /// When the nearer response clock runs out, in milliseconds; the latest if none runs.
  ///
  /// For what is snoozed, when it wakes.
  let due: Int64
  let id: IncidentID

  init(_ row: QueueRow) {
    id = row.id
    if let snoozed = row.snoozed {
      urgency = Self.snoozed
      due = snoozed.snooze.until?.milliseconds ?? .max
    } else {
      // Those awake go to 0, those that ask nothing from 2.
      urgency = (row.turn.rank > 0 ? 1 : 0) + row.turn.rank * 4 - row.severity.rank
      due = row.due?.at.milliseconds ?? .max
    }
  }

  static func < (left: TriageKey, right: TriageKey) -> Bool {
    if left.urgency != right.urgency { return left.urgency < right.urgency }
    if left.due != right.due { return left.due < right.due }
    return left.id < right.id
  }
}
