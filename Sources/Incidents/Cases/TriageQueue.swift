// SPDX-License-Identifier: MIT

/// Every row of the queue, kept in triage order as lines arrive.
///
/// Rows of the archive a book starts from stay there, in its order; only those that are new or
/// other than there are kept here, each with the place among the archive's rows where it belongs.
public struct TriageQueue: Hashable, Sendable {
  /// A row that is not the archive's.
  struct Fresh: Hashable {
    /// The archive's row it stands before.
    var anchor: Int
    var row: QueueRow
  }

  let base: ArchiveBase
  /// How many of the archive's rows are snoozed; they come last among the customer's move.
  let baseSnoozed: Int
  /// The archive's rows that are not shown, because they are gone or no longer so.
  private(set) var hidden: [Int32] = []
  /// The other rows, in triage order.
  private(set) var fresh: [Fresh] = []
  /// What their places depend on, by id, because a row's old place is found by its old value.
  private var known: [IncidentID: TriageKey] = [:]

  /// An empty queue.
  public init() {
    base = .none
    baseSnoozed = 0
  }

  /// The queue of a book; what is snoozed until a time that has come is awake, if the time is given.
  public init(_ book: CaseBook, at now: Timestamp? = nil) {
    base = book.base
    baseSnoozed = base.snoozed
    guard let archive = base.archive else {
      take(book.changed.keys.lazy.compactMap { book.row(of: $0)?.awake(at: now) })
      return
    }
    let before = CaseBook(archive, base.policy)
    var touched: Set<IncidentID> = []
    for id in book.changed.keys {
      touched.insert(id)
      for book in [before, book] {
        touched.formUnion(book.redirected(to: id))
        touched.insert(book.current(id))
        if let target = book.redirect(of: id) { touched.insert(target) }
      }
    }
    touched.formUnion(touched.map(book.current))
    touched.formUnion(touched.map(before.current))
    hidden = touched.compactMap { base.row(of: $0).map { Int32($0) } }.sorted()
    take(touched.compactMap { book.row(of: $0)?.awake(at: now) })
    if let now { wake(at: now) }
  }

  private mutating func take(_ rows: some Sequence<QueueRow>) {
    fresh = rows.map { Fresh(anchor: 0, row: $0) }
    // Keys are sorted, not rows, which are ten times as large.
    let keys = fresh.map { TriageKey($0.row) }
    for place in fresh.indices { fresh[place].anchor = anchor(of: keys[place]) }
    fresh.arrange(by: keys.indices.sorted { keys[$0] < keys[$1] })
    known.reserveCapacity(keys.count)
    for key in keys { known[key.id] = key }
  }

  /// The row of an incident.
  public subscript(id: IncidentID) -> QueueRow? {
    if let key = known[id] { return fresh[freshPlace(of: key)].row }
    guard let archive = base.archive, let row = shownBaseRow(of: id) else { return nil }
    return base.row(at: row, of: archive)
  }

  /// Brings the rows that some lines touched up to date.
  public mutating func refresh(
    after entries: [JournalEntry], in book: CaseBook, at now: Timestamp? = nil
  ) {
    let named = Set(entries.flatMap(\.incidents))
    // Past some share of the queue, sorting once is cheaper than moving rows one by one.
    guard base == book.base, named.count * 8 < max(fresh.count, 64) else {
      self = TriageQueue(book, at: now)
      return
    }
    var touched = named
    for id in named { touched.formUnion(book.redirected(to: id)) }
    for case .observed(let observation) in entries.map(\.event) {
      // What was shown there until now is shown elsewhere.
      if let former = observation.redirect?.old ?? nil { touched.insert(former) }
    }
    touched.formUnion(touched.map(book.current))
    for id in touched { replace(id, with: book.row(of: id)?.awake(at: now)) }
  }

  mutating func replace(_ id: IncidentID, with row: QueueRow?) {
    if let old = known[id] {
      fresh.remove(at: freshPlace(of: old))
    } else if let row = shownBaseRow(of: id) {
      hidden.insert(Int32(row), at: hiddenCount(below: row))
    }
    let key = row.map { TriageKey($0) }
    known[id] = key
    if let row, let key {
      fresh.insert(Fresh(anchor: anchor(of: key), row: row), at: freshPlace(of: key))
    }
  }

  /// The first place among the fresh rows at which a row may stand.
  func freshPlace(of key: TriageKey) -> Int {
    partition(fresh.count) { !(TriageKey(fresh[$0].row) < key) }
  }

  /// The first of the archive's rows before which a row may stand.
  private func anchor(of key: TriageKey) -> Int {
    guard let archive = base.archive else { return 0 }
    return partition(archive.rowCount) {
      !(TriageKey(base.row(at: $0, of: archive)) < key)
    }
  }

  /// The archive's row of an incident, if it is shown.
  func shownBaseRow(of id: IncidentID) -> Int? {
    guard let row = base.row(of: id), known[id] == nil else { return nil }
    let place = hiddenCount(below: row)
    return place < hidden.count && hidden[place] == row ? nil : row
  }

  /// How many hidden rows come before one of the archive's.
  func hiddenCount(below row: Int) -> Int { partition(hidden.count) { hidden[$0] >= row } }

  /// What the place of an incident's row depends on, if it is not the archive's.
  func freshKey(of id: IncidentID) -> TriageKey? { known[id] }
}

extension ArchiveBase {
  /// The number of an incident's row, if it had one.
  func row(of id: IncidentID) -> Int? {
    guard let number = archive?.number(of: id), number < rowCount else { return nil }
    return number
  }
}

/// The first of so many places that satisfies what all after it satisfy.
func partition(_ count: Int, _ isBehind: (Int) -> Bool) -> Int {
  var low = 0
  var high = count
  while low < high {
    let middle = (low + high) / 2
    if isBehind(middle) { high = middle } else { low = middle + 1 }
  }
  return low
}

extension Array {
  /// Puts the elements into another order, given as their places, without holding them twice.
  fileprivate mutating func arrange(by order: [Int]) {
    var order = order
    for start in order.indices {
      var place = start
      while order[place] != start {
        let next = order[place]
        swapAt(place, next)
        order[place] = place
        place = next
      }
      order[place] = place
    }
  }
}
