// SPDX-License-Identifier: MIT

/// A query ready to be asked of many rows.
struct QueryMatcher: Sendable {
  private indirect enum Node: Sendable {
    case all([Node])
    case any([Node])
    case not(Node)
    case check(QueryCheck)

    init(_ term: QueryTerm, in context: QueryContext) {
      switch term {
      case .all(let terms): self = .all(terms.map { Node($0, in: context) })
      case .any(let terms): self = .any(terms.map { Node($0, in: context) })
      case .not(let term): self = .not(Node(term, in: context))
      case .test(let test): self = .check(QueryCheck(test, in: context))
      }
    }

    func matches(_ row: QueueRow) -> Bool {
      switch self {
      case .all(let nodes): nodes.allSatisfy { $0.matches(row) }
      case .any(let nodes): nodes.contains { $0.matches(row) }
      case .not(let node): !node.matches(row)
      case .check(let check): check.row(row)
      }
    }
  }

  private let node: Node

  init(_ term: QueryTerm, in context: QueryContext) { node = Node(term, in: context) }

  /// Whether a row answers.
  func matches(_ row: QueueRow) -> Bool { node.matches(row) }
}
