// SPDX-License-Identifier: MIT

/// What a row's place in the queue depends on.
///
/// Triage order: your move first, then the worse, then the longer waiting, then the lower id.
/// Severity that is not known counts as high. What is snoozed comes after the rest of your move,
/// what wakes first first.
struct TriageKey: Hashable, Comparable {
  /// The urgency of what is snoozed.
  static let snoozed = 1

  /// Your move first, then the worse; lower is earlier.
  let urgency: Int
  /// Since when the customer has been awaited, milliseconds; the latest if not.
  ///
  /// For what is snoozed, when it wakes.
  let since: Int64
  let id: IncidentID

  init(_ row: QueueRow) {
    id = row.id
    if let snoozed = row.snoozed {
      urgency = Self.snoozed
      since = snoozed.snooze.until?.milliseconds ?? .max
    } else {
      // Those awake go to 0, those that ask nothing from 2.
      urgency = (row.turn.rank > 0 ? 1 : 0) + row.turn.rank * 4 - row.severity.rank
      since = row.awaitingSince?.milliseconds ?? .max
    }
  }

  static func < (left: TriageKey, right: TriageKey) -> Bool {
    if left.urgency != right.urgency { return left.urgency < right.urgency }
    if left.since != right.since { return left.since < right.since }
    return left.id < right.id
  }
}
