// SPDX-License-Identifier: MIT

/// Every row of the queue, kept in triage order as lines arrive.
public struct TriageQueue: Hashable, Sendable {
  /// The rows, in triage order.
  public private(set) var rows: [QueueRow] = []
  /// The same rows by id, because a row's old place is found by its old value.
  private var known: [IncidentID: QueueRow] = [:]

  /// An empty queue.
  public init() {}

  /// The queue of a book.
  public init(_ book: CaseBook) {
    rows = book.queue()
    known = Dictionary(rows.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The row of an incident.
  public subscript(id: IncidentID) -> QueueRow? { known[id] }

  /// How many rows are the customer's move.
  public var yours: Int { rows.prefix { $0.turn.isYours }.count }
  /// How many rows are open.
  public var open: Int { rows.count { $0.turn != .closed } }

  /// Brings the rows that some lines touched up to date.
  public mutating func refresh(after entries: [JournalEntry], in book: CaseBook) {
    let named = Set(entries.flatMap(\.incidents))
    // Past some share of the queue, sorting once is cheaper than moving rows one by one.
    guard named.count * 8 < max(rows.count, 64) else {
      self = TriageQueue(book)
      return
    }
    var touched = named
    for id in named { touched.formUnion(book.redirected(to: id)) }
    for case .observed(let observation) in entries.map(\.event) {
      // What was shown there until now is shown elsewhere.
      if let former = observation.redirect?.old ?? nil { touched.insert(former) }
    }
    touched.formUnion(touched.map(book.current))
    for id in touched { replace(id, with: book.row(of: id)) }
  }

  private mutating func replace(_ id: IncidentID, with row: QueueRow?) {
    if let old = known[id] { rows.remove(at: place(of: old)) }
    known[id] = row
    if let row { rows.insert(row, at: place(of: row)) }
  }

  /// The first place at which a row may stand.
  private func place(of row: QueueRow) -> Int {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if QueueRow.precedes(rows[middle], row) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
