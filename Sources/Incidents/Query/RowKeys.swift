// SPDX-License-Identifier: MIT

/// What every row of an archive has in one column, as a number; lower is earlier.
///
/// Rows are decoded once, and only those that show. The number of a text is twice its rank among the archive's texts, so
/// that a text the archive does not have finds its place between two of them.
struct RowKeys: Hashable, Sendable {
  /// The number of a row that has no value.
  static let none = Int64.max

  let column: QueueOrder.Column
  let base: ArchiveBase
  private var keys: [Int64]
  /// A row of each different text, in order.
  private var examples: [Int32] = []

  init(_ column: QueueOrder.Column, of base: ArchiveBase, upTo count: Int) {
    self.column = column
    self.base = base
    keys = []
    guard let archive = base.archive else { return }
    keys.reserveCapacity(count)
    guard column.isText else {
      for row in 0..<count {
        keys.append(column.number(of: base.row(at: row, of: archive)))
      }
      return
    }
    let texts = (0..<count).map { column.text(of: base.row(at: $0, of: archive)) }
    let sorted = texts.indices.sorted { texts[$0] < texts[$1] }
    keys = Array(repeating: Self.none, count: texts.count)
    var last: String?
    for row in sorted where !texts[row].isEmpty {
      if texts[row] != last {
        examples.append(Int32(row))
        last = texts[row]
      }
      keys[row] = Int64(examples.count * 2)
    }
  }

  /// How many of the archive's rows it knows.
  var count: Int { keys.count }

  /// The number of one of the archive's rows.
  subscript(row: Int) -> Int64 { keys[row] }

  /// The number of a text; odd where the archive has no such text.
  func key(of text: String) -> Int64 {
    guard !text.isEmpty else { return Self.none }
    guard let archive = base.archive else { return 1 }
    func example(_ place: Int) -> String {
      column.text(of: base.row(at: Int(examples[place]), of: archive))
    }
    let place = partition(examples.count) { example($0) >= text }
    let isThere = place < examples.count && example(place) == text
    return Int64(place * 2 + (isThere ? 2 : 1))
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
  func text(of row: QueueRow) -> String {
    switch self {
    case .owner: return String(decoding: row.owner.folded, as: UTF8.self)
    case .title: return String(decoding: row.title.folded, as: UTF8.self)
    case .id:
      let text = row.id.text
      // Digits are ordered by their value.
      guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return text }
      return String(repeating: "0", count: max(0, 20 - text.utf8.count)) + text
    default: return ""
    }
  }
}
