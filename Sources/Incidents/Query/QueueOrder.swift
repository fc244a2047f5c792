// SPDX-License-Identifier: MIT

/// By which column the queue is in order, and which way.
public struct QueueOrder: Hashable, Sendable {
  /// What rows are ordered by.
  public enum Column: String, CaseIterable, Hashable, Sendable {
    /// Your move, severity, least time left: the order of the queue itself.
    case triage
    /// Least time left first.
    case due
    /// Longest waiting first.
    case waiting
    /// Worst first.
    case severity
    /// Last changed by the service first.
    case updated
    /// Newest first.
    case created
    /// By the owner's name.
    case owner
    /// By the title.
    case title
    /// By the id, numbers by their value.
    case id
    /// Most responses without outcome first.
    case responses
  }

  /// What rows are ordered by.
  public var column: Column
  /// Whether the other end comes first.
  public var isReversed: Bool

  /// Makes an order; triage order if nothing is said.
  public init(_ column: Column = .triage, isReversed: Bool = false) {
    self.column = column
    self.isReversed = isReversed && column != .triage
  }

  /// The order in words, for a title: "severity, worst first".
  public var title: String {
    isReversed ? "\(column.title), \(column.ends.last) first" : column.phrase
  }
}

extension QueueOrder.Column {
  /// The name of the column.
  public var title: String { self == .triage ? "triage order" : rawValue }

  /// The column and what comes first in it.
  public var phrase: String { self == .triage ? title : "\(title), \(ends.first) first" }

  /// What stands at the first and at the last place.
  public var ends: (first: String, last: String) {
    switch self {
    case .triage: ("your move", "closed")
    case .due: ("least time left", "most time left")
    case .waiting: ("longest", "shortest")
    case .severity: ("worst", "mildest")
    case .updated, .created: ("newest", "oldest")
    case .owner, .title: ("A", "Z")
    case .id: ("lowest", "highest")
    case .responses: ("most open", "fewest open")
    }
  }
}
