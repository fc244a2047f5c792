// SPDX-License-Identifier: MIT

/// What may stand where somebody types a query, and what it takes the place of.
public struct QueryCompletion: Hashable, Sendable {
  /// The most candidates.
  public static let limit = 50

  /// What is replaced, in scalars of the text: the beginning typed so far.
  public let range: Range<Int>
  /// What may stand there, the likeliest first.
  public let candidates: [String]
  /// The field whose value is being typed; `nil` elsewhere.
  public let field: QueryField?

  /// What may stand at a cursor; `vocabulary` tells the values of a field where they are needed.
  public init(
    _ text: String, at cursor: Int, in dialect: QueryDialect,
    _ vocabulary: (QueryField) -> QueryVocabulary
  ) {
    let scalars = Array(text.unicodeScalars)
    let cursor = min(max(0, cursor), scalars.count)
    let start = Self.start(of: scalars[..<cursor])
    let typed = String(String.UnicodeScalarView(scalars[start..<cursor]))
    guard let colon = scalars[start..<cursor].firstIndex(of: ":"),
      scalars[start..<colon].allSatisfy(\.isASCIILetter), start < colon
    else {
      range = start..<cursor
      field = nil
      candidates =
        typed.first == "\"" ? [] : Array(dialect.words(beginning: typed).prefix(Self.limit))
      return
    }
    let name = String(decoding: String(typed.prefix { $0 != ":" }).folded, as: UTF8.self)
    var value = String(String.UnicodeScalarView(scalars[(colon + 1)..<cursor]))
    if value.first == "\"" { value.removeFirst() }
    range = colon + 1..<cursor
    guard name != "is" else {
      field = nil
      candidates = dialect.usableStates.map(\.name).filter { $0.begins(folded: value.folded) }
      return
    }
    field = dialect.fields.first {
      $0.name == name || $0 == .severity && name == "severity"
    }
    candidates = Array((field?.values(beginning: value, vocabulary) ?? []).prefix(Self.limit))
  }

  /// Where the word begins that the text ends in; a phrase that is open is part of it.
  private static func start(of scalars: ArraySlice<Unicode.Scalar>) -> Int {
    var start = 0
    var isQuoted = false
    var isEscaped = false
    for (place, scalar) in scalars.enumerated() {
      if isEscaped {
        isEscaped = false
      } else if isQuoted, scalar == "\\" {
        isEscaped = true
      } else if scalar == "\"" {
        isQuoted.toggle()
      } else if !isQuoted, scalar.isQueryBlank || scalar == "(" || scalar == ")" {
        start = place + 1
      }
    }
    return start
  }
}

extension QueryDialect {
  /// What a term can begin with.
  fileprivate func words(beginning typed: String) -> [String] {
    let states = usableStates.isEmpty ? [] : ["is:"]
    let names = states + fields.map { $0.name + ":" } + ["not", "or"]
    return names.filter { $0.begins(folded: typed.folded) }
  }
}

extension QueryField {
  fileprivate func values(
    beginning typed: String, _ vocabulary: (QueryField) -> QueryVocabulary
  ) -> [String] {
    switch values {
    case .names(let names):
      return begun(names, typed) + vocabulary(self).values(like: typed).map(\.queryValue)
    case .ranks(let names):
      if let ends = QueryDialect.ends(of: typed) {
        return begun(names.dropLast(), ends.to).map { "\(ends.from)..\($0)" }
      }
      return begun(names.dropLast().reversed() + names.suffix(1), typed)
        + vocabulary(self).values(like: typed).map(\.queryValue)
    case .spans:
      return begun(["1h..", "8h..", "1d..", "7d..", "..1h", "..8h", "..1d", "..7d"], typed)
    case .text:
      let own = self == .owner ? [Self.me, Self.nobody] : self == .by ? [Self.me] : []
      let states = self == .response ? ResponseStatus.names.map(\.name) : []
      return begun(own + states, typed) + vocabulary(self).values(like: typed).map(\.queryValue)
    }
  }

  private func begun(_ names: some Sequence<String>, _ typed: String) -> [String] {
    names.filter { $0.begins(folded: typed.folded) }
  }
}
