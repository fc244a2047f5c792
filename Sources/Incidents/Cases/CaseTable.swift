// SPDX-License-Identifier: MIT

/// Cases by id, each kept apart from the table: of a hash table more than half may be empty, and a
/// case fills a kilobyte.
struct CaseTable: Hashable, Sendable {
  private enum Kept: Hashable, Sendable {
    /// Not there, or just being changed.
    case none
    indirect case some(Case)
  }

  private var places: [IncidentID: Kept] = [:]

  /// How many there are.
  var count: Int { places.count }

  /// The ids, in no order.
  var keys: some Collection<IncidentID> { places.keys }

  /// A case.
  subscript(id: IncidentID) -> Case? {
    guard case .some(let found) = places[id] ?? .none else { return nil }
    return found
  }

  /// Changes a case; where there is none, `start` is what it begins as.
  mutating func edit(
    _ id: IncidentID, from start: () -> Case, _ change: (inout Case) -> Void
  ) {
    Self.edit(&places[id, default: .none], from: start, change)
  }

  private static func edit(
    _ kept: inout Kept, from start: () -> Case, _ change: (inout Case) -> Void
  ) {
    var edited: Case
    if case .some(let found) = kept { edited = found } else { edited = start() }
    // The case must be nobody else's, or changing it would copy its responses.
    kept = .none
    change(&edited)
    kept = .some(edited)
  }
}
