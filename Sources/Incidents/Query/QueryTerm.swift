// SPDX-License-Identifier: MIT

/// What a query asks, as a tree.
public indirect enum QueryTerm: Hashable, Sendable {
  /// Every one of these; none at all asks for nothing.
  case all([QueryTerm])
  /// At least one of these.
  case any([QueryTerm])
  /// Not this.
  case not(QueryTerm)
  /// This.
  case test(QueryTest)

  /// Every one of some terms, as flat as can be.
  public static func every(_ terms: [QueryTerm]) -> QueryTerm {
    let flat = terms.flatMap { term -> [QueryTerm] in
      if case .all(let inner) = term { inner } else { [term] }
    }
    return flat.count == 1 ? flat[0] : .all(flat)
  }

  /// At least one of some terms, as flat as can be.
  public static func some(_ terms: [QueryTerm]) -> QueryTerm {
    let flat = terms.flatMap { term -> [QueryTerm] in
      if case .any(let inner) = term { inner } else { [term] }
    }
    return flat.count == 1 ? flat[0] : .any(flat)
  }

  /// Whether it holds, given what holds of its tests.
  public func holds(_ isTrue: (QueryTest) -> Bool) -> Bool {
    switch self {
    case .all(let terms): terms.allSatisfy { $0.holds(isTrue) }
    case .any(let terms): terms.contains { $0.holds(isTrue) }
    case .not(let term): !term.holds(isTrue)
    case .test(let test): isTrue(test)
    }
  }

  /// Whether one of its tests is of a kind.
  public func contains(_ isWanted: (QueryTest) -> Bool) -> Bool {
    switch self {
    case .all(let terms), .any(let terms): terms.contains { $0.contains(isWanted) }
    case .not(let term): term.contains(isWanted)
    case .test(let test): isWanted(test)
    }
  }

  /// What must all hold.
  var conjuncts: [QueryTerm] {
    if case .all(let terms) = self { terms } else { [self] }
  }
}

/// One thing a query asks.
public enum QueryTest: Hashable, Sendable {
  /// A word or phrase occurs.
  case word(String)
  /// A field has this value.
  case field(QueryField, String)
  /// The severity lies between two, each included.
  case severities(from: Severity?, to: Severity?)
  /// A length of time lies between two, each included.
  case span(QueryField, from: QuerySpan?, to: QuerySpan?)
  /// The incident is in this state.
  case state(QueryState)
}
