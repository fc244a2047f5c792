// SPDX-License-Identifier: MIT

/// One test of a query, ready to be asked of many rows.
struct QueryCheck: Sendable {
  /// Whether a row passes.
  let row: @Sendable (QueueRow) -> Bool
  /// Whether an archive's row passes, as far as its texts tell; `nil` if it must be decoded.
  let texts: @Sendable (RowTexts) -> Bool?

  init(
    _ row: @escaping @Sendable (QueueRow) -> Bool,
    texts: @escaping @Sendable (RowTexts) -> Bool? = { _ in nil }
  ) {
    self.row = row
    self.texts = texts
  }
}

extension QueryCheck {
  init(_ test: QueryTest, in context: QueryContext) {
    switch test {
    case .word(let word):
      let word = word.folded
      guard let more = context.moreTexts else {
        self.init({ $0.hasWord(word) }, texts: { $0.hasWord(word) })
        break
      }
      self.init(
        { row in
          row.hasWord(word) || row.spellings.contains { $0.contains(folded: word) }
            || more(row).contains { $0.contains(folded: word) }
        },
        texts: { texts in
          let isFound =
            texts.hasWord(word)
            || texts.spellings.contains { $0.contains(folded: word) }
          return isFound ? true : texts.hasMore ? nil : false
        })
    case .field(let field, let value): self.init(field, value, in: context)
    case .severities(let from, let to):
      let ranks = (from?.rank ?? 0)...max(from?.rank ?? 0, to?.rank ?? .max)
      self.init({ ranks.contains($0.severity.rank) }, texts: { ranks.contains($0.severity.rank) })
    case .span(let field, let from, let to):
      let minutes = (from?.minutes ?? .min)...max(from?.minutes ?? .min, to?.minutes ?? .max)
      self.init(field, minutes, in: context)
    case .state(let state): self.init(state, in: context)
    }
  }

  private init(_ field: QueryField, _ value: String, in context: QueryContext) {
    let part = value.folded
    if let kind = field.entityKind, let name = QueryField.wholeName(of: part[...]) {
      self.init(kind) { $0.elementsEqual(name) }
      return
    }
    switch field {
    case .owner: self.init(owner: value, in: context)
    case .tag:
      self.init(
        { $0.tags.contains { $0.contains(folded: part) } },
        texts: { $0.hasTag(part) })
    case .status:
      let match = NameMatch(value, among: .status)
      self.init(
        { match.matches(IncidentStatus.spellings(ofTitle: $0.status.title.folded[...])) },
        texts: { match.matches(IncidentStatus.spellings(ofTitle: $0[.status])) })
    case .severity:
      let match = NameMatch(value, among: .severity)
      self.init(
        { match.matches($0.severity.spellings) }, texts: { match.matches($0.severity.spellings) })
    case .id where QueryField.wholeName(of: part[...]) != nil:
      let name = Array(part.dropFirst())
      self.init({ $0.id.text.folded == name }, texts: { Array($0[.id]) == name })
    case .id:
      self.init({ $0.id.text.begins(folded: part) }, texts: { $0[.id].starts(with: part) })
    case .device: self.init(.device) { $0.contains(word: part) }
    case .user: self.init(.user) { $0.contains(word: part) }
    case .file: self.init(.file) { $0.contains(word: part) }
    case .technique: self.init(.technique) { $0.starts(with: part) }
    case .address:
      let isWhole = part.count { $0 == UInt8(ascii: ".") } == 3 && part.last != UInt8(ascii: ".")
      self.init(.address) { $0.starts(with: part) && (!isWhole || $0.count == part.count) }
    case .source: self.init { $0.sources.contains { $0.contains(folded: part) } }
    case .response:
      let match = NameMatch(value, among: ResponseStatus.spellings)
      self.init { row in
        row.totalResponses > 0
          && context.responses(row.id).contains { $0.answers(part, match) }
      }
    case .age, .due, .updated, .kind, .by: self.init { _ in false }
    }
  }

  /// Something of a kind, by its name in lower case.
  private init(
    _ kind: Entity.Kind, _ isMeant: @escaping @Sendable (ArraySlice<UInt8>) -> Bool
  ) {
    self.init(
      { row in row.entities.contains { $0.kind == kind && isMeant($0.name.folded[...]) } },
      texts: { $0.hasName(of: kind, isMeant) })
  }

  private init(owner: String, in context: QueryContext) {
    let part = owner.folded
    switch owner {
    case QueryField.me: self.init(mine: context)
    case QueryField.nobody:
      self.init({ $0.owner.isEmpty }, texts: { $0[.owner].isEmpty })
    default:
      self.init(
        { $0.owner.contains(folded: part) }, texts: { $0[.owner].contains(word: part) })
    }
  }

  /// An owner is the analyst by name, by login, or by the part of an address before the `@`.
  private init(mine context: QueryContext) {
    let names = context.analyst.map(\.folded).filter { !$0.isEmpty }
    let isMine: @Sendable (ArraySlice<UInt8>) -> Bool = { owner in
      let local = owner.prefix { $0 != UInt8(ascii: "@") }
      return names.contains { owner.elementsEqual($0) || local.elementsEqual($0) }
    }
    self.init({ isMine($0.owner.folded[...]) }, texts: { isMine($0[.owner]) })
  }

  private init(_ field: QueryField, _ minutes: ClosedRange<Int64>, in context: QueryContext) {
    let now = context.now
    switch field {
    case .age:
      self.init { $0.createdAt.map { minutes.contains(now.elapsed(since: $0) / 60_000) } ?? false }
    case .updated:
      self.init { $0.updatedAt.map { minutes.contains(now.elapsed(since: $0) / 60_000) } ?? false }
    case .due:
      // Less than nothing is left where a clock ran out, so that `due:..1h` finds that, too.
      func moment(_ minutes: Int64, _ rest: Int64) -> Int64 {
        let (span, isLong) = minutes.multipliedReportingOverflow(by: 60_000)
        if isLong { return minutes < 0 ? .min : .max }
        return now.milliseconds.addingReportingOverflow(span + rest).partialValue
      }
      self.init(
        due: moment(minutes.lowerBound, 0)...moment(minutes.upperBound, 59_999), in: context)
    default: self.init { _ in false }
    }
  }

  private init(_ state: QueryState, in context: QueryContext) {
    switch state {
    case .yours: self.init({ $0.turn.isYours }, texts: { $0.isYours })
    case .open: self.init({ $0.turn != .closed }, texts: { $0.isOpen })
    case .closed: self.init({ $0.turn == .closed }, texts: { !$0.isOpen })
    case .any: self.init({ _ in true }, texts: { _ in true })
    case .unacked: self.init { $0.acknowledgement == nil }
    case .mine: self.init(mine: context)
    case .merged:
      self.init { $0.isStrayMerge || $0.status == .redirected }
    case .marked: self.init(among: context.marked ?? [])
    case .changed: self.init(among: context.changed ?? [])
    case .overdue: self.init(due: .min...(context.now.milliseconds - 1), in: context)
    case .snoozed: self.init { $0.snoozed != nil }
    }
  }

  /// A running clock's deadline, in milliseconds since 1970.
  private init(due span: ClosedRange<Int64>, in context: QueryContext) {
    let isDue: @Sendable (QueueRow) -> Bool = { row in
      row.runningDue.map { span.contains($0.at.milliseconds) } ?? false
    }
    if let rows = context.archiveRowsDue?(span) {
      self.init(isDue, texts: { texts in rows.contains { $0.contains(texts.number) } })
    } else {
      self.init(isDue)
    }
  }

  private init(among ids: Set<IncidentID>) {
    let texts = Set(ids.map(\.text.folded))
    self.init({ ids.contains($0.id) }, texts: { texts.contains(Array($0[.id])) ? nil : false })
  }
}

extension QueueRow {
  /// What the service calls the severity and the status.
  fileprivate var spellings: [String] { [severity.graphName, status.graphName] }
}

extension RowTexts {
  /// What the service calls the severity and the status.
  fileprivate var spellings: [String] {
    [severity.graphName] + IncidentStatus.spellings(ofTitle: self[.status])
  }

  /// The severity, a raw one in lower case.
  fileprivate var severity: Severity {
    Severity(graphName: String(decoding: self[.severity], as: UTF8.self))
  }
}

extension IncidentStatus {
  /// What a status is called, by its title in lower case: a raw one is called no otherwise.
  fileprivate static func spellings(ofTitle title: ArraySlice<UInt8>) -> [String] {
    let raw = String(decoding: title, as: UTF8.self)
    return [raw] + names.filter { title.elementsEqual($0.value.title.folded) }.map(\.name)
  }
}

extension Severity {
  fileprivate var spellings: [String] { [graphName, title] }
}

extension ResponseStatus {
  fileprivate static var spellings: [String] { names.flatMap { $0.value.spellings } }
  fileprivate var spellings: [String] { [graphName, title] }
}

extension ResponseCase {
  fileprivate func answers(_ part: [UInt8], _ match: NameMatch) -> Bool {
    if !match.isVerbatim, match.matches(status.value.spellings) { return true }
    if match.isExact { return false }
    return action.graphName.contains(folded: part) || title.contains(folded: part)
      || (service?.target.contains(folded: part) ?? false)
  }
}
