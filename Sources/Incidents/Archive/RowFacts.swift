// SPDX-License-Identifier: MIT

/// What is known of many rows by column and by name, as an archive keeps it beside the cases.
package struct RowFacts: Sendable {
  /// The numbers of the rows, by ``RowColumn``.
  package private(set) var columns: [[Int64]]
  /// What the numbers of some columns stand for.
  package private(set) var values = RowValues()
  /// Every name a row has, each once, in the order of their bytes.
  package private(set) var names: [[UInt8]] = []
  /// Where each name's rows begin in ``nameRows``, and where the last ends.
  package private(set) var nameStarts: [Int] = [0]
  /// The rows that have each name, in order.
  package private(set) var nameRows: [Int32] = []
  /// The row of each response.
  package private(set) var responseRows: [Int32] = []
  /// The texts of each response.
  package private(set) var responseTexts: [[UInt8]] = []

  private var titles: [[UInt8]] = []
  private var owners: [[UInt8]] = []
  private var ids: [[UInt8]] = []
  private var severities: [Severity: Int] = [:]
  private var statuses: [IncidentStatus: Int] = [:]
  private var numbers: [[UInt8]: Int32] = [:]
  private var named: [(name: Int32, row: Int32)] = []

  /// No rows yet.
  package init() { columns = RowColumn.allCases.map { _ in [] } }

  /// How many rows there are.
  package var count: Int { columns[0].count }

  /// The numbers of a column.
  package subscript(column: RowColumn) -> [Int64] { columns[column.rawValue] }

  /// Takes the next row and the case it shows; `hasMore` says that there is more of it to search
  /// than the row's texts.
  package mutating func add(_ row: QueueRow, of view: Case, hasMore: Bool) {
    let place = Int32(count)
    var marks: RowMarks = []
    if row.acknowledgement != nil { marks.insert(.acknowledged) }
    if row.snoozed != nil { marks.insert(.snoozed) }
    if row.isMerged { marks.insert(.merged) }
    if hasMore { marks.insert(.more) }
    for column in RowColumn.allCases {
      let number: Int64 =
        switch column {
        case .created: row.createdAt?.milliseconds ?? RowColumn.none
        case .updated: row.updatedAt?.milliseconds ?? RowColumn.none
        case .awaiting: row.awaitingSince?.milliseconds ?? RowColumn.none
        case .due: row.runningDue?.at.milliseconds ?? RowColumn.none
        case .responses: row.totalResponses == 0 ? RowColumn.none : Int64(row.openResponses)
        case .severity: Int64(Self.place(of: row.severity, in: &severities, &values.severities))
        case .status: Int64(Self.place(of: row.status, in: &statuses, &values.statuses))
        case .marks: marks.rawValue
        // Ranks follow when all are here.
        case .title, .owner, .id: 0
        }
      columns[column.rawValue].append(number)
    }
    titles.append(QueueOrder.Column.title.text(of: row))
    owners.append(QueueOrder.Column.owner.text(of: row))
    ids.append(QueueOrder.Column.id.text(of: row))
    for key in Set(row.nameKeys) {
      let number = numbers[key] ?? Int32(numbers.count)
      numbers[key] = number
      named.append((number, place))
    }
    for response in view.responses {
      responseRows.append(place)
      responseTexts.append(response.searchedTexts)
    }
  }

  /// Puts in order what can only be ordered when all rows are here.
  package mutating func finish() {
    columns[RowColumn.title.rawValue] = Self.ranks(of: &titles)
    columns[RowColumn.owner.rawValue] = Self.ranks(of: &owners)
    columns[RowColumn.id.rawValue] = Self.ranks(of: &ids)
    let ordered = numbers.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    numbers = [:]
    names = ordered.map(\.key)
    var places = Array(repeating: 0, count: ordered.count)
    for (place, name) in ordered.enumerated() { places[Int(name.value)] = place }
    var counts = Array(repeating: 0, count: ordered.count)
    for entry in named { counts[places[Int(entry.name)]] += 1 }
    for count in counts { nameStarts.append((nameStarts.last ?? 0) + count) }
    var next = nameStarts
    nameRows = Array(repeating: 0, count: named.count)
    for entry in named {
      let place = places[Int(entry.name)]
      nameRows[next[place]] = entry.row
      next[place] += 1
    }
    named = []
  }

  private static func place<Value: Hashable>(
    of value: Value, in known: inout [Value: Int], _ values: inout [Value]
  ) -> Int {
    if let place = known[value] { return place }
    known[value] = values.count
    values.append(value)
    return values.count - 1
  }

  /// The rank of each text among all that differ; of no text there is none.
  private static func ranks(of texts: inout [[UInt8]]) -> [Int64] {
    var ranks = Array(repeating: RowColumn.none, count: texts.count)
    var rank: Int64 = -1
    var last: [UInt8]?
    let order = texts.indices.sorted { texts[$0].lexicographicallyPrecedes(texts[$1]) }
    for place in order where !texts[place].isEmpty {
      if texts[place] != last {
        rank += 1
        last = texts[place]
      }
      ranks[place] = rank
    }
    texts = []
    return ranks
  }
}

extension QueueRow {
  /// Whether it was merged into an incident that is not here.
  var isMerged: Bool { isStrayMerge || status == .redirected }
}

extension TriageQueue {
  /// The row at a place, and the case as it is shown.
  package func entry(at place: Int, in book: CaseBook) -> (own: Case, view: Case, row: QueueRow) {
    let own: Case
    var row: QueueRow?
    switch source(of: place) {
    case .fresh(let index):
      row = fresh[index].row
      own = book.case(fresh[index].row.id) ?? Case(id: fresh[index].row.id)
    case .base(let number, let archive): own = archive.case(at: number)
    }
    let view = book.view(of: own)
    return (own, view, row ?? QueueRow(view, book.policy))
  }
}
