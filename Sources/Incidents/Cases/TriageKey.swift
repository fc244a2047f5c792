// SPDX-License-Identifier: MIT

/// What a row's place in the queue depends on.
///
/// Triage order: your move first, then the worse, then the longer waiting, then the lower id.
/// Severity that is not known counts as high.
struct TriageKey: Hashable, Comparable {
  /// Your move first, then the worse; lower is earlier.
  let urgency: Int
  /// Since when the customer has been awaited, milliseconds; the latest if not.
  let since: Int64
  let id: IncidentID

  init(_ row: QueueRow) {
    urgency = row.turn.rank * 4 - row.severity.rank
    since = row.awaitingSince?.milliseconds ?? .max
    id = row.id
  }

  static func < (left: TriageKey, right: TriageKey) -> Bool {
    if left.urgency != right.urgency { return left.urgency < right.urgency }
    if left.since != right.since { return left.since < right.since }
    return left.id < right.id
  }
}
