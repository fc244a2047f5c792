// SPDX-License-Identifier: MIT

/// Which rows of the queue to show: a query, and open incidents only unless it says otherwise.
public struct QueueFilter: Hashable, Sendable {
  /// The query.
  public let query: Query
  /// The text it was read from.
  public let text: String

  /// A filter that shows every open incident.
  public init() { self.init(Query()) }

  /// A filter by a query.
  public init(_ query: Query) {
    self.query = query
    text = query.description
  }

  /// Reads a filter.
  public init(_ text: String, in dialect: QueryDialect) throws(QueryError) {
    query = try Query(text, in: dialect)
    let scalars = text.unicodeScalars.drop(while: \.isQueryBlank)
    let end = scalars.lastIndex { !$0.isQueryBlank }.map(scalars.index(after:))
    self.text = String(scalars[..<(end ?? scalars.startIndex)])
  }

  /// Whether it shows every open incident.
  public var isEmpty: Bool { query.isEmpty }

  /// Whether it leaves closed incidents out without having been asked to.
  public var isOpenOnly: Bool { !query.choosesScope }

  /// The same query of closed incidents, too.
  public var withClosed: QueueFilter {
    isOpenOnly ? QueueFilter(Query(.every([query.term, .test(.state(.any))]))) : self
  }

  /// Whether two filters show the same, however they were typed.
  public func asks(theSameAs other: QueueFilter) -> Bool { query == other.query }

  /// What must all hold of a row that is shown.
  var conjuncts: [QueryTerm] {
    let asked = query.term.conjuncts
    return isOpenOnly ? [.test(.state(.open))] + asked : asked
  }

  /// Whether a row is shown.
  public func matches(_ row: QueueRow, in context: QueryContext) -> Bool {
    QueryMatcher(.all(conjuncts), in: context).matches(row)
  }

  /// Whether what it shows depends on what was looked at.
  public var dependsOnChanges: Bool {
    query.term.contains { test in
      if case .state(.changed) = test { true } else { false }
    }
  }

  /// Whether what it shows depends on the time of day.
  public var dependsOnTime: Bool {
    query.term.contains { test in
      switch test {
      case .span, .state(.overdue), .state(.snoozed): true
      default: false
      }
    }
  }
}
