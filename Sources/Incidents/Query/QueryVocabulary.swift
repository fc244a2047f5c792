// SPDX-License-Identifier: MIT

/// The values fields have in a queue, the most frequent first, for completion.
public struct QueryVocabulary: Hashable, Sendable {
  /// The most rows looked at: those of the top, which people ask for most.
  public static let rowLimit = 2000
  /// The most values kept of a field.
  public static let valueLimit = 200

  private let values: [String]

  /// No values.
  public init() { values = [] }

  /// The values of a field in a queue.
  public init(of field: QueryField, in queue: TriageQueue, _ context: QueryContext) {
    var counts: [[UInt8]: (name: String, count: Int)] = [:]
    for row in queue.rows.prefix(Self.rowLimit) {
      for name in field.names(in: row, context) where !name.isEmpty {
        counts[name.folded, default: (name, 0)].count += 1
      }
    }
    let ordered = counts.values.sorted {
      $0.count != $1.count
        ? $0.count > $1.count : $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
    }
    values = ordered.prefix(Self.valueLimit).map(\.name)
  }

  /// The values that contain some text, those that begin with it first.
  func values(like text: String) -> [String] {
    let part = text.folded
    let begun = values.filter { $0.begins(folded: part) }
    return begun + values.filter { !$0.begins(folded: part) && $0.contains(folded: part) }
  }
}

extension QueryField {
  /// The names a row gives a field's values.
  fileprivate func names(in row: QueueRow, _ context: QueryContext) -> [String] {
    switch self {
    case .owner: [row.owner]
    case .tag: row.tags + row.systemTags
    case .device: row.names(of: .device)
    case .user: row.names(of: .user)
    case .file: row.names(of: .file)
    case .address: row.names(of: .address)
    case .technique: row.names(of: .technique)
    case .category: row.names(of: .category)
    case .source: row.sources
    case .id: [row.id.text]
    case .status: [row.status.unrecognizedName ?? ""]
    case .severity: [row.severity.unrecognizedName ?? ""]
    case .response:
      row.totalResponses == 0 ? [] : context.responses(row.id).map(\.action.graphName)
    case .age, .due, .updated, .kind, .by: []
    }
  }
}

extension QueueRow {
  fileprivate func names(of kind: Entity.Kind) -> [String] {
    entities.filter { $0.kind == kind }.map(\.name)
  }
}
