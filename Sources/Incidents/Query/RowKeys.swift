// SPDX-License-Identifier: MIT

/// What every row of an archive has in one column, as a number; lower is earlier.
///
/// Nothing is decoded: the archive keeps these numbers. That of a text is twice its rank among the
/// archive's texts, so that a text the archive does not have finds its place between two of them.
struct RowKeys: Hashable, Sendable {
  /// The number of a row that has no value.
  static let none = RowColumn.none

  let column: QueueOrder.Column
  let base: ArchiveBase
  private var keys: [Int64]
  /// A row of each different text, in order.
  private var examples: [Int32] = []

  init(_ column: QueueOrder.Column, of base: ArchiveBase, upTo count: Int) {
    self.column = column
    self.base = base
    guard let archive = base.archive, let kept = column.kept else {
      keys = []
      return
    }
    keys = archive.numbers(kept, in: 0..<count)
    switch column {
    case .severity:
      let ranks = archive.values.severities.map { -Int64($0.rank) }
      for row in keys.indices { keys[row] = ranks[Int(keys[row])] }
    case .updated, .created, .responses:
      for row in keys.indices where keys[row] != Self.none { keys[row] = -keys[row] }
    case .owner, .title, .id:
      examples = Self.examples(of: keys)
      for row in keys.indices where keys[row] != Self.none { keys[row] = keys[row] * 2 + 2 }
    case .triage, .due, .waiting: break
    }
  }

  /// The first row of each rank that a row has, in order of rank.
  private static func examples(of ranks: [Int64]) -> [Int32] {
    let count = ranks.reduce(0) { $1 == none ? $0 : max($0, Int($1) + 1) }
    var examples = Array(repeating: Int32(-1), count: count)
    for row in ranks.indices.reversed() where ranks[row] != none {
      examples[Int(ranks[row])] = Int32(row)
    }
    return examples.filter { $0 >= 0 }
  }

  /// How many of the archive's rows it knows.
  var count: Int { keys.count }

  /// The number of one of the archive's rows.
  subscript(row: Int) -> Int64 { keys[row] }

  /// The number of a text; odd where the archive has no such text.
  func key(of text: [UInt8]) -> Int64 {
    guard !text.isEmpty else { return Self.none }
    guard let archive = base.archive else { return 1 }
    func example(_ place: Int) -> [UInt8] {
      column.text(of: base.row(at: Int(examples[place]), of: archive))
    }
    let place = partition(examples.count) { !example($0).lexicographicallyPrecedes(text) }
    if place < examples.count, example(place) == text { return keys[Int(examples[place])] }
    return place > 0 ? keys[Int(examples[place - 1])] + 1 : 1
  }
}

extension QueueOrder.Column {
  /// Whether rows are ordered by a text.
  var isText: Bool {
    switch self {
    case .owner, .title, .id: true
    case .triage, .due, .waiting, .severity, .updated, .created, .responses: false
    }
  }

  /// The column an archive keeps of it.
  fileprivate var kept: RowColumn? {
    switch self {
    case .triage: nil
    case .due: .due
    case .waiting: .awaiting
    case .severity: .severity
    case .updated: .updated
    case .created: .created
    case .owner: .owner
    case .title: .title
    case .id: .id
    case .responses: .responses
    }
  }

  /// The number a row is ordered by.
  func number(of row: QueueRow) -> Int64 {
    switch self {
    case .due: row.snoozed == nil ? row.due?.at.milliseconds ?? RowKeys.none : RowKeys.none
    case .waiting: row.awaitingSince?.milliseconds ?? RowKeys.none
    case .severity: -Int64(row.severity.rank)
    case .updated: row.updatedAt.map { -$0.milliseconds } ?? RowKeys.none
    case .created: row.createdAt.map { -$0.milliseconds } ?? RowKeys.none
    case .responses: row.totalResponses == 0 ? RowKeys.none : -Int64(row.openResponses)
    case .triage, .owner, .title, .id: 0
    }
  }

  /// The text a row is ordered by, in lower case; empty if it has none.
  ///
  /// Texts are ordered by their bytes: the order of `String` is none where letters with marks are
  /// written in both of their ways.
  func text(of row: QueueRow) -> [UInt8] {
    switch self {
    case .owner: return row.owner.folded
    case .title: return row.title.folded
    case .id:
      let text = Array(row.id.text.utf8)
      // Digits are ordered by their value.
      guard text.allSatisfy({ (0x30...0x39).contains($0) }) else { return text }
      return Array(repeating: UInt8(ascii: "0"), count: max(0, 20 - text.count)) + text
    default: return []
    }
  }
}
