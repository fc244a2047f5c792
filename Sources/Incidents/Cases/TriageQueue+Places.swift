// SPDX-License-Identifier: MIT

extension TriageQueue {
  /// How many rows there are.
  public var count: Int { base.rowCount - hidden.count + fresh.count }

  /// How many rows are the customer's move; they come first.
  public var yours: Int { count(ofBase: base.archive?.yours ?? 0) { $0.turn.isYours } }

  /// How many of them are awake; those that are snoozed come after them.
  public var awake: Int {
    count(ofBase: (base.archive?.yours ?? 0) - baseSnoozed) {
      $0.turn.isYours && $0.snoozed == nil
    }
  }

  /// How many of the customer's move are snoozed.
  public var snoozed: Int { yours - awake }

  /// How many rows are open; they come before the closed ones.
  public var open: Int { count(ofBase: base.archive?.open ?? 0) { $0.turn != .closed } }

  private func count(ofBase rows: Int, _ isCounted: (QueueRow) -> Bool) -> Int {
    rows - hiddenCount(below: rows) + partition(fresh.count) { !isCounted(fresh[$0].row) }
  }

  /// The place of an incident's row; `nil` if it has none.
  public func place(of id: IncidentID) -> Int? {
    if let key = freshKey(of: id) { return place(ofFresh: freshPlace(of: key)) }
    return shownBaseRow(of: id).map(place(ofBase:))
  }

  /// The row at a place.
  public func row(at place: Int) -> QueueRow {
    switch source(of: place) {
    case .fresh(let index): return fresh[index].row
    case .base(let row, let archive): return base.row(at: row, of: archive)
    }
  }

  /// The incident at a place.
  public func id(at place: Int) -> IncidentID {
    switch source(of: place) {
    case .fresh(let index): return fresh[index].row.id
    case .base(let row, let archive): return archive.id(at: row)
    }
  }

  /// The rows, in triage order, read one by one as asked for.
  public var rows: Rows { Rows(queue: self) }

  /// The rows of a queue.
  public struct Rows: RandomAccessCollection, Sendable {
    let queue: TriageQueue

    /// The first place.
    public var startIndex: Int { 0 }
    /// The place after the last.
    public var endIndex: Int { queue.count }
    /// A row.
    public subscript(place: Int) -> QueueRow { queue.row(at: place) }
  }

  /// Where a row is kept.
  enum Source {
    case fresh(Int)
    case base(Int, any CaseArchive)
  }

  func source(of place: Int) -> Source {
    let next = partition(fresh.count) { self.place(ofFresh: $0) >= place }
    guard let archive = base.archive,
      next == fresh.count || self.place(ofFresh: next) != place
    else { return .fresh(next) }
    let shown = place - next
    let skipped = partition(hidden.count) { Int(hidden[$0]) - $0 > shown }
    return .base(shown + skipped, archive)
  }

  func place(ofFresh index: Int) -> Int {
    let anchor = fresh[index].anchor
    return anchor - hiddenCount(below: anchor) + index
  }

  func place(ofBase row: Int) -> Int {
    row - hiddenCount(below: row) + partition(fresh.count) { fresh[$0].anchor > row }
  }
}
