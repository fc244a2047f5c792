// SPDX-License-Identifier: MIT

/// Reads a query: `or` binds least, words side by side mean *and*, `not` binds most.
struct QueryParser {
  /// How deeply parentheses and `not` may be nested.
  static let depthLimit = 64
  /// The most scalars of a query.
  static let lengthLimit = 16_384

  private let dialect: QueryDialect
  private let tokens: [QueryToken]
  private let end: Int
  private var place = 0

  init(_ text: String, _ dialect: QueryDialect) throws(QueryError) {
    var lexer = QueryLexer(text)
    end = lexer.count
    guard end <= Self.lengthLimit else {
      throw QueryError(at: Self.lengthLimit..<end, "The query is too long.")
    }
    tokens = try lexer.tokens()
    self.dialect = dialect
  }

  mutating func query() throws(QueryError) -> QueryTerm {
    guard !tokens.isEmpty else { return .all([]) }
    let term = try alternatives(depth: 0)
    if place < tokens.count {
      throw QueryError(at: tokens[place].range, "There is no ( for this ).")
    }
    return term
  }

  private var next: QueryToken? { place < tokens.count ? tokens[place] : nil }

  private mutating func alternatives(depth: Int) throws(QueryError) -> QueryTerm {
    var terms = [try conjunction(depth: depth)]
    while next?.kind == .or {
      place += 1
      terms.append(try conjunction(depth: depth))
    }
    return .some(terms)
  }

  private mutating func conjunction(depth: Int) throws(QueryError) -> QueryTerm {
    var terms = [try factor(depth: depth)]
    while let token = next, token.kind != .or, token.kind != .close {
      if token.kind == .and { place += 1 }
      terms.append(try factor(depth: depth))
    }
    return .every(terms)
  }

  private mutating func factor(depth: Int) throws(QueryError) -> QueryTerm {
    guard let token = next else { throw missing(after: tokens[tokens.count - 1]) }
    guard depth < Self.depthLimit else {
      throw QueryError(at: token.range, "This is nested too deeply.")
    }
    switch token.kind {
    case .not:
      place += 1
      return .not(try factor(depth: depth + 1))
    case .open:
      place += 1
      if let close = next, close.kind == .close {
        throw QueryError(at: token.range.lowerBound..<close.range.upperBound, "( ) is empty.")
      }
      let term = try alternatives(depth: depth + 1)
      guard next?.kind == .close else {
        throw QueryError(at: token.range, "There is no ) for this (.", isUnfinished: true)
      }
      place += 1
      return term
    case .close, .or, .and:
      if place > 0, tokens[place - 1].kind.wantsMore { throw missing(after: tokens[place - 1]) }
      throw QueryError(
        at: token.range, "Something must come before \(token.kind.text); in \"\" it is a word.")
    case .word(let word):
      place += 1
      guard !word.isEmpty else {
        throw QueryError(at: token.range, "The phrase is empty.", isUnfinished: true)
      }
      return .test(.word(word))
    case .field(let name, let value, let valueRange):
      place += 1
      return .test(try dialect.test(name, value, token.range, valueRange))
    }
  }

  private func missing(after token: QueryToken) -> QueryError {
    QueryError(
      at: end..<end, "Something must follow \(token.kind.text); in \"\" it is a word.",
      isUnfinished: true)
  }
}

extension QueryToken.Kind {
  fileprivate var wantsMore: Bool { self == .and || self == .or || self == .not || self == .open }

  fileprivate var text: String {
    switch self {
    case .open: "("
    case .close: ")"
    case .and: "`and`"
    case .or: "`or`"
    case .not: "`not`"
    case .word(let word): word
    case .field(let name, _, _): name
    }
  }
}
