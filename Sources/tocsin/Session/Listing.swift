// SPDX-License-Identifier: MIT

import Incidents

/// Rows of the queue that answer a query, each decoded when it is asked for, and once.
struct Listing {
  let book: CaseBook
  let found: FilteredQueue
  /// How many rows are listed; closed ones that are not come after them.
  let count: Int
  /// In which order; of what is listed, not of what is hidden.
  var order = QueueOrder()

  /// How many rows only their being closed keeps out.
  var hidden: Int { found.count - count }

  /// The ids, which are there without decoding.
  var ids: some Sequence<IncidentID> { places.lazy.map { found[$0] } }

  /// The rows.
  var rows: some Sequence<QueueRow> { places.lazy.map(found.row(at:)) }

  /// The rows, each with its response clocks, of which there are none if the customer was never
  /// called.
  var rowsAndClocks: some Sequence<(QueueRow, ResponseClocks?)> {
    places.lazy.map { place in
      let (_, view, row) = found.entry(at: place, in: book)
      return (row, ResponseClocks(view, book.policy))
    }
  }

  /// The places of what is listed, in its order.
  private var places: [Int] {
    guard order.column != .triage else { return Array(0..<count) }
    return OrderedQueue(found, order).triagePlaces.filter { $0 < count }
  }
}
