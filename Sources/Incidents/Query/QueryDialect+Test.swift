// SPDX-License-Identifier: MIT

extension QueryDialect {
  /// What `name:value` asks.
  func test(
    _ name: String, _ value: String?, _ range: Range<Int>, _ valueRange: Range<Int>
  ) throws(QueryError) -> QueryTest {
    let nameRange = range.lowerBound..<valueRange.lowerBound
    guard let value, !value.isEmpty else {
      if name.equalsIgnoringASCIICase("is"), !states.isEmpty {
        throw QueryError(
          at: range, "`is:` wants one of \(list(usableStates.map(\.name))).", isUnfinished: true)
      }
      let field = try field(name, nameRange)
      throw QueryError(at: range, field.wants, isUnfinished: true)
    }
    if name.equalsIgnoringASCIICase("is"), !states.isEmpty {
      return .state(try state(value, valueRange))
    }
    let field = try field(name, nameRange)
    switch field.values {
    case .names, .text: return .field(field, field.canonical(value))
    case .ranks:
      guard let (from, to) = Self.ends(of: value) else {
        return .field(field, field.canonical(value))
      }
      return try severities(field, from, to, valueRange)
    case .spans: return try spans(field, value, valueRange)
    }
  }

  private func field(_ name: String, _ range: Range<Int>) throws(QueryError) -> QueryField {
    let wanted = String(decoding: name.folded, as: UTF8.self)
    if let field = fields.first(where: { $0.name == wanted || $0.synonyms.first == wanted }),
      field.name == wanted || field == .severity && wanted == "severity"
    {
      return field
    }
    throw QueryError(at: range, "`\(shortened(name)):` is no field\(remedy(for: wanted))")
  }

  private func remedy(for name: String) -> String {
    if name.utf8.first == UInt8(ascii: "-") {
      let rest = String(name.dropFirst())
      let isField = rest == "is" || fields.contains { $0.name == rest }
      if isField { return "; write `not \(rest):`." }
    }
    let names = fields.flatMap { [$0.name] + $0.synonyms } + (states.isEmpty ? [] : ["is"])
    if let near = names.nearest(to: name) {
      let field = fields.first { $0.synonyms.contains(near) }?.name ?? near
      return "; did you mean `\(field):`?"
    }
    return "; to look for the text, put it in \"\"."
  }

  private func state(_ value: String, _ range: Range<Int>) throws(QueryError) -> QueryState {
    let wanted = String(decoding: value.folded, as: UTF8.self)
    let exact = states.first { $0.name == wanted }
    let begun = states.filter { $0.name.hasPrefix(wanted) }
    guard let state = exact ?? (begun.count == 1 ? begun[0] : nil) else {
      if begun.count > 1 {
        throw QueryError(
          at: range, "`is:\(wanted)` may be \(list(begun.map(\.name))).", isUnfinished: true)
      }
      let near = usableStates.map(\.name).nearest(to: wanted)
      throw QueryError(
        at: range,
        "There is no `is:\(shortened(value))`; "
          + (near.map { "did you mean `is:\($0)`?" }
            ?? "there are \(list(usableStates.map(\.name)))."))
    }
    if let reason = reason(against: state) { throw QueryError(at: range, reason) }
    return state
  }

  /// The texts before and after the first `..`; `nil` where there is none.
  static func ends(of value: String) -> (from: String, to: String)? {
    let bytes = Array(value.utf8)
    let dot = UInt8(ascii: ".")
    guard
      let place = bytes.indices.dropLast().first(where: {
        bytes[$0] == dot && bytes[$0 + 1] == dot
      })
    else { return nil }
    return (
      String(decoding: bytes[..<place], as: UTF8.self),
      String(decoding: bytes[(place + 2)...], as: UTF8.self)
    )
  }

  private func severities(
    _ field: QueryField, _ from: String, _ to: String, _ range: Range<Int>
  ) throws(QueryError) -> QueryTest {
    let lower = try severity(from, range)
    let upper = try severity(to, range)
    guard lower != nil || upper != nil else {
      throw QueryError(
        at: range, "A range wants at least one end, as in sev:high..", isUnfinished: true)
    }
    if let lower, let upper, lower.rank > upper.rank {
      throw QueryError(at: range, "The range is empty: the lower end comes first.")
    }
    return .severities(from: lower, to: upper)
  }

  private func severity(_ text: String, _ range: Range<Int>) throws(QueryError) -> Severity? {
    guard !text.isEmpty else { return nil }
    let ranks: [Severity] = [.informational, .low, .medium, .high]
    let found = ranks.filter { $0.title.folded.starts(with: text.folded) }
    if found.count == 1 { return found[0] }
    let near = ranks.map(\.graphName).nearest(to: text)
    throw QueryError(
      at: range,
      "`\(shortened(text))` is no severity a range can end at; "
        + (near.map { "did you mean `\($0)`?" } ?? "there are \(list(ranks.map(\.graphName)))."))
  }

  private func spans(
    _ field: QueryField, _ value: String, _ range: Range<Int>
  ) throws(QueryError) -> QueryTest {
    guard let (from, to) = Self.ends(of: value) else {
      if QuerySpan(value) == nil, !value.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
        throw QueryError(at: range, field.wants)
      }
      throw QueryError(at: range, field.wants, isUnfinished: true)
    }
    let lower = QuerySpan(from)
    let upper = QuerySpan(to)
    guard lower != nil || from.isEmpty, upper != nil || to.isEmpty else {
      throw QueryError(
        at: range, "\(field.wants) The units are m, h, d and w.",
        isUnfinished: to.utf8.allSatisfy { (0x30...0x39).contains($0) })
    }
    guard lower != nil || upper != nil else {
      throw QueryError(at: range, field.wants, isUnfinished: true)
    }
    if let lower, let upper, lower > upper {
      throw QueryError(at: range, "The range is empty: the shorter time comes first.")
    }
    return .span(field, from: lower, to: upper)
  }
}

extension QueryField {
  /// What to write, for whoever wrote no value it understands.
  var wants: String {
    switch values {
    case .names(let names): "`\(name):` wants a value: \(list(names))."
    case .ranks(let names): "`\(name):` wants a value or a range: \(list(names)); high.."
    case .text: "`\(name):` wants a text, as in \(example)."
    case .spans:
      "`\(name):` wants a range: 1h.. is an hour and more, ..1h at most an hour, 1h..2d between."
    }
  }

  /// A value as the field itself writes it, where it is another spelling of one.
  func canonical(_ value: String) -> String {
    let names: [String]
    switch (self, values) {
    case (.owner, _): names = [Self.me, Self.nobody]
    case (.by, _): names = [Self.me]
    case (_, .names(let known)), (_, .ranks(let known)): names = known
    default: return value
    }
    if let name = names.first(where: { $0.equalsIgnoringASCIICase(value) }) { return name }
    // The beginning of one known value means that value, so that each key more asks the same.
    let begun = knownNames.filter { $0.contains { $0.begins(folded: value.folded) } }
    let isOne = Set(begun.compactMap(\.last)).count == 1
    return isOne ? names.first { $0.begins(folded: value.folded) } ?? value : value
  }
}

/// Names as a sentence lists them.
private func list(_ names: [String]) -> String {
  guard let last = names.last, names.count > 1 else { return names.first ?? "" }
  return names.dropLast().joined(separator: ", ") + " or " + last
}

/// As much of what was typed as a sentence has room for.
private func shortened(_ text: String) -> String {
  let scalars = text.unicodeScalars
  return scalars.count <= 24 ? text : String(String.UnicodeScalarView(scalars.prefix(21))) + "..."
}
