// SPDX-License-Identifier: MIT

/// A query that was read: words, fields, `not`, `or` and parentheses.
public struct Query: Hashable, Sendable, CustomStringConvertible {
  /// What it asks.
  public let term: QueryTerm

  /// A query that asks this.
  public init(_ term: QueryTerm = .all([])) { self.term = term }

  /// Reads a query.
  public init(_ text: String, in dialect: QueryDialect) throws(QueryError) {
    var parser = try QueryParser(text, dialect)
    term = try parser.query()
  }

  /// Whether it asks for nothing, and everything answers.
  public var isEmpty: Bool { term == .all([]) }

  /// Whether it says which states it means; else only open incidents are meant.
  public var choosesScope: Bool {
    term.contains { test in
      switch test {
      case .state(let state): state.choosesScope
      case .field(.status, _): true
      default: false
      }
    }
  }

  /// The same query, written the shortest clear way.
  public var description: String { term.written(within: .alternatives) }

  /// Values no field is known to have, which match only what the service wrote just so.
  public var doubts: [String] { doubtful.map(\.sentence) }

  fileprivate var doubtful: [(test: QueryTest, sentence: String)] {
    var doubtful: [(QueryTest, String)] = []
    _ = term.contains { test in
      if case .field(let field, let value) = test, let doubt = field.doubt(about: value) {
        doubtful.append((test, doubt))
      }
      return false
    }
    return doubtful
  }
}

extension TriageQueue {
  /// Values a query asks for that no field is known to have and no row has, each as a sentence:
  /// what is asked with them can be nothing but a slip.
  public func doubts(about query: Query, in context: QueryContext) -> [String] {
    query.doubtful.filter { test, _ in
      let filter = QueueFilter(Query(.every([.test(test), .test(.state(.any))])))
      return FilteredQueue(self, filter, in: context).isEmpty
    }.map(\.sentence)
  }
}

extension QueryField {
  fileprivate func doubt(about value: String) -> String? {
    let names: [String]
    switch values {
    case .names(let known), .ranks(let known): names = known
    case .text, .spans: return nil
    }
    guard NameMatch(value, among: self).isVerbatim else { return nil }
    let near = names.nearest(to: value)
    return "No `\(name):` is known as `\(value)`"
      + (near.map { "; did you mean `\($0)`?" } ?? ".")
  }
}

extension QueryTerm {
  /// What stands around a term, from the loosest to the tightest.
  fileprivate enum Surroundings: Int {
    case alternatives, conjunction, negation
  }

  fileprivate func written(within outer: Surroundings) -> String {
    switch self {
    case .any(let terms):
      let text = terms.map { $0.written(within: .conjunction) }.joined(separator: " or ")
      return outer == .alternatives ? text : "(\(text))"
    case .all(let terms):
      let text = terms.map { $0.written(within: .conjunction) }.joined(separator: " ")
      return outer == .negation ? "(\(text))" : text
    case .not(let term): return "not " + term.written(within: .negation)
    case .test(let test): return test.description
    }
  }
}

extension QueryTest: CustomStringConvertible {
  /// The test as it is typed.
  public var description: String {
    switch self {
    case .word(let word): word.queryWord
    case .field(let field, let value): "\(field.name):\(value.queryValue)"
    case .severities(let from, let to):
      "\(QueryField.severity.name):\(from?.graphName ?? "")..\(to?.graphName ?? "")"
    case .span(let field, let from, let to):
      "\(field.name):\(from?.description ?? "")..\(to?.description ?? "")"
    case .state(let state): "is:\(state.name)"
    }
  }
}

extension String {
  /// The text as a word of a query, in quotes where it would be read as something else.
  var queryWord: String {
    var lexer = QueryLexer(self)
    let tokens = (try? lexer.tokens()) ?? []
    let isPlain = tokens.count == 1 && tokens[0].kind == .word(self) && !utf8.contains(0x22)
    return isPlain ? self : quotedForQuery
  }

  /// The text as the value of a field.
  public var queryValue: String {
    unicodeScalars.contains(where: \.endsQueryWord) || isEmpty ? quotedForQuery : self
  }

  private var quotedForQuery: String {
    var quoted = "\""
    for scalar in unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
