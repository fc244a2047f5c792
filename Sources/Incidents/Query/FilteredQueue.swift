// SPDX-License-Identifier: MIT

/// The rows of a queue that a filter lets through, in triage order, as ids.
///
/// Only places are kept, four bytes each, and none where whole stretches of the queue show.
public struct FilteredQueue: RandomAccessCollection, Hashable, Sendable {
  private enum Places: Hashable {
    case range(Range<Int>)
    case list([Int32])
  }

  /// The queue.
  public let queue: TriageQueue
  /// What lets rows through.
  public let filter: QueueFilter
  private let plan: FilterPlan
  private let places: Places
  /// The archive's rows that pass, shown or not, for a filter that only narrows.
  private let found: [Int32]

  /// No rows of an empty queue.
  public init() {
    queue = TriageQueue()
    filter = QueueFilter()
    plan = FilterPlan(filter)
    places = .list([])
    found = []
  }

  /// The rows of a queue that a filter lets through; `last` is what was shown before, which a
  /// narrower filter need not leave.
  public init(
    _ queue: TriageQueue, _ filter: QueueFilter, in context: QueryContext,
    narrowing last: FilteredQueue? = nil
  ) {
    self.queue = queue
    self.filter = filter
    plan = FilterPlan(filter)
    guard !plan.isStretch else {
      found = []
      places = .range(queue.places(of: plan.stretch))
      return
    }
    found = Self.found(queue.base, plan, context, last)
    let matcher = QueryMatcher(.all(filter.conjuncts), in: context)
    let fresh = queue.fresh.indices.filter { matcher.matches(queue.fresh[$0].row) }
      .map { Int32(queue.place(ofFresh: $0)) }
    places = .list(Self.merged(queue.places(ofBase: found), fresh))
  }

  private static func found(
    _ base: ArchiveBase, _ plan: FilterPlan, _ context: QueryContext, _ last: FilteredQueue?
  ) -> [Int32] {
    guard let archive = base.archive else { return [] }
    let range = archive.rows(of: plan.stretch)
    var known: [Int32]?
    if let last, last.queue.base == base, plan.isNarrower(than: last.plan) { known = last.found }
    let search = RowSearch(base: base, archive: archive, context: context, range: range)
    let rows = known.map { RowSet(of: range, $0) } ?? RowSet(of: range, isFull: true)
    return search.rows(answering: .all(plan.others + plan.wordTerms), among: rows).rows
  }

  private static func merged(_ left: [Int32], _ right: [Int32]) -> [Int32] {
    guard !left.isEmpty, !right.isEmpty else { return left + right }
    var result: [Int32] = []
    result.reserveCapacity(left.count + right.count)
    var next = right.startIndex
    for place in left {
      while next < right.endIndex, right[next] < place {
        result.append(right[next])
        next += 1
      }
      result.append(place)
    }
    return result + right[next...]
  }

  /// The first place.
  public var startIndex: Int { 0 }

  /// The place after the last.
  public var endIndex: Int {
    switch places {
    case .range(let range): range.count
    case .list(let list): list.count
    }
  }

  /// The incident at a place.
  public subscript(place: Int) -> IncidentID { queue.id(at: queuePlace(of: place)) }

  /// The row at a place.
  public func row(at place: Int) -> QueueRow { queue.row(at: queuePlace(of: place)) }

  /// The row at a place, and the case as it is shown.
  package func entry(at place: Int, in book: CaseBook) -> (own: Case, view: Case, row: QueueRow) {
    queue.entry(at: queuePlace(of: place), in: book)
  }

  /// The place of an incident; `nil` if it is not shown.
  public func place(of id: IncidentID) -> Int? {
    guard let whole = queue.place(of: id) else { return nil }
    switch places {
    case .range(let range): return range.contains(whole) ? whole - range.lowerBound : nil
    case .list(let list):
      let place = partition(list.count) { list[$0] >= whole }
      return place < list.count && list[place] == whole ? place : nil
    }
  }

  /// How many of the rows are open; they come before the closed ones.
  public var openCount: Int { partition(count) { queuePlace(of: $0) >= queue.open } }

  /// How many of the archive's rows must be known to know all of these: its open ones, or all.
  var archiveRows: Int {
    guard let archive = queue.base.archive else { return 0 }
    for place in indices.reversed() {
      guard case .base(let row, _) = source(of: place) else { continue }
      return row < archive.open ? archive.open : archive.rowCount
    }
    return 0
  }

  /// Where the row at a place is kept.
  func source(of place: Int) -> TriageQueue.Source { queue.source(of: queuePlace(of: place)) }

  /// Where each row is kept, in triage order.
  var sources: [TriageQueue.Kept] {
    switch places {
    case .range(let range): queue.kept(at: range)
    case .list(let list): queue.kept(at: list.lazy.map(Int.init))
    }
  }

  private func queuePlace(of place: Int) -> Int {
    switch places {
    case .range(let range): range.lowerBound + place
    case .list(let list): Int(list[place])
    }
  }
}

extension TriageQueue {
  /// Where a row is kept: the archive's row, or the fresh one.
  enum Kept {
    case base(Int)
    case fresh(Int)
  }

  /// Where the rows at some places, in order, are kept.
  func kept(at places: some Sequence<Int>) -> [Kept] {
    var new = 0
    var gone = 0
    func placeOfNew() -> Int { new < fresh.count ? place(ofFresh: new) : .max }
    var next = placeOfNew()
    return places.map { place in
      while next < place {
        new += 1
        next = placeOfNew()
      }
      if next == place || base.archive == nil { return .fresh(new) }
      let shown = place - new
      while gone < hidden.count, Int(hidden[gone]) - gone <= shown { gone += 1 }
      return .base(shown + gone)
    }
  }

  /// Whether one of the archive's rows still shows.
  func shows(_ row: Int32) -> Bool {
    let place = hiddenCount(below: Int(row))
    return place == hidden.count || hidden[place] != row
  }

  /// The places of some of the archive's rows, in order, as far as they still show.
  func places(ofBase rows: [Int32]) -> [Int32] {
    guard !hidden.isEmpty || !fresh.isEmpty else { return rows }
    var places: [Int32] = []
    places.reserveCapacity(rows.count)
    var gone = 0
    var new = 0
    for row in rows {
      while gone < hidden.count, hidden[gone] < row { gone += 1 }
      if gone < hidden.count, hidden[gone] == row { continue }
      while new < fresh.count, fresh[new].anchor <= row { new += 1 }
      places.append(row - Int32(gone) + Int32(new))
    }
    return places
  }
}
