// SPDX-License-Identifier: MIT

/// One test of a query, ready to be asked of many rows.
struct QueryCheck: Sendable {
  /// Whether a row passes.
  let row: @Sendable (QueueRow) -> Bool

  init(_ row: @escaping @Sendable (QueueRow) -> Bool) { self.row = row }
}

extension QueryCheck {
  init(_ test: QueryTest, in context: QueryContext) {
    switch test {
    case .word(let word):
      let word = word.folded
      guard let more = context.moreTexts else {
        self.init { $0.hasWord(word) }
        break
      }
      self.init { row in
        row.hasWord(word) || row.spellings.contains { $0.contains(folded: word) }
          || more(row).contains { $0.contains(folded: word) }
      }
    case .field(let field, let value): self.init(field, value, in: context)
    case .severities(let from, let to):
      let ranks = (from?.rank ?? 0)...max(from?.rank ?? 0, to?.rank ?? .max)
      self.init { ranks.contains($0.severity.rank) }
    case .span(let field, let from, let to):
      self.init(field, QueryMinutes(from, to, at: context.now))
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
      self.init { ($0.tags + $0.systemTags).contains { $0.contains(folded: part) } }
    case .status:
      let match = NameMatch(value, among: .status)
      self.init { match.matches($0.status.spellings) }
    case .severity:
      let match = NameMatch(value, among: .severity)
      self.init { match.matches($0.severity.spellings) }
    case .id where QueryField.wholeName(of: part[...]) != nil:
      let name = Array(part.dropFirst())
      self.init { $0.id.text.folded == name }
    case .id: self.init { $0.id.text.begins(folded: part) }
    case .device: self.init(.device) { $0.contains(word: part) }
    case .user: self.init(.user) { $0.contains(word: part) }
    case .file: self.init(.file) { $0.contains(word: part) }
    case .technique: self.init(.technique) { $0.starts(with: part) }
    case .category: self.init(.category) { $0.starts(with: part) }
    case .address:
      let isWhole = QueryField.isWholeAddress(part)
      self.init(.address) { $0.starts(with: part) && (!isWhole || $0.count == part.count) }
    case .source: self.init { $0.sources.contains { $0.contains(folded: part) } }
    case .response:
      let question = ResponseQuestion(value)
      self.init { row in
        row.totalResponses > 0
          && context.responses(row.id).contains { question.isMeant($0.searchedTexts[...]) }
      }
    case .age, .due, .updated, .kind, .by: self.init { _ in false }
    }
  }

  /// Something of a kind, by its name in lower case.
  private init(
    _ kind: Entity.Kind, _ isMeant: @escaping @Sendable (ArraySlice<UInt8>) -> Bool
  ) {
    self.init { row in
      row.entities.contains { $0.kind == kind && isMeant($0.name.folded[...]) }
    }
  }

  private init(owner: String, in context: QueryContext) {
    switch owner {
    case QueryField.me:
      let isMine = context.isMine
      self.init { isMine($0.owner.folded[...]) }
    case QueryField.nobody: self.init { $0.owner.isEmpty }
    default:
      let part = owner.folded
      self.init { $0.owner.contains(folded: part) }
    }
  }

  private init(_ field: QueryField, _ minutes: QueryMinutes) {
    switch field {
    case .age:
      self.init { $0.createdAt.map { minutes.holdsTimeSince($0.milliseconds) } ?? false }
    case .updated:
      self.init { $0.updatedAt.map { minutes.holdsTimeSince($0.milliseconds) } ?? false }
    case .due: self.init(due: minutes.moments)
    default: self.init { _ in false }
    }
  }

  private init(_ state: QueryState, in context: QueryContext) {
    switch state {
    case .yours: self.init { $0.turn.isYours }
    case .open: self.init { $0.turn != .closed }
    case .closed: self.init { $0.turn == .closed }
    case .any: self.init { _ in true }
    case .unacked: self.init { $0.acknowledgement == nil }
    case .mine: self.init(owner: QueryField.me, in: context)
    case .merged: self.init { $0.isMerged }
    case .marked: self.init(among: context.marked ?? [])
    case .changed: self.init(among: context.changed ?? [])
    case .overdue: self.init(due: .min...(context.now.milliseconds - 1))
    case .snoozed: self.init { $0.snoozed != nil }
    }
  }

  /// A running clock's deadline, in milliseconds since 1970.
  private init(due span: ClosedRange<Int64>) {
    self.init { row in row.runningDue.map { span.contains($0.at.milliseconds) } ?? false }
  }

  private init(among ids: Set<IncidentID>) { self.init { ids.contains($0.id) } }
}

extension QueueRow {
  /// What the service calls the severity and the status.
  fileprivate var spellings: [String] { [severity.graphName, status.graphName] }
}

extension QueryContext {
  /// Whether an owner, in lower case, is the analyst: by name, by login, or by the part of an address
  /// before the `@`.
  var isMine: @Sendable (ArraySlice<UInt8>) -> Bool {
    let names = analyst.map(\.folded).filter { !$0.isEmpty }
    return { owner in
      let local = owner.prefix { $0 != UInt8(ascii: "@") }
      return names.contains { owner.elementsEqual($0) || local.elementsEqual($0) }
    }
  }
}

extension QueryField {
  /// Whether the text of an address is all of one: `203.0.113.7` is not `203.0.113.70`.
  static func isWholeAddress(_ part: [UInt8]) -> Bool {
    part.count { $0 == UInt8(ascii: ".") } == 3 && part.last != UInt8(ascii: ".")
  }
}

extension IncidentStatus {
  /// What a status is called; a raw one, as if it were a title, by what it may mean.
  var spellings: [String] {
    let title = title.folded
    return [String(decoding: title, as: UTF8.self)]
      + Self.names.filter { title == $0.value.title.folded }.map(\.name)
  }
}

extension Severity {
  /// What a severity is called.
  var spellings: [String] { [graphName, title] }
}
