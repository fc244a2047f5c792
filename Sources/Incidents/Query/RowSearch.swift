// SPDX-License-Identifier: MIT

/// Finds the rows of an archive that answer a query by what it keeps beside the cases: columns,
/// names and texts.
///
/// It finds what ``QueryMatcher`` finds among the decoded rows. A term is asked of all rows at
/// once, and what takes longer only of those that are left.
struct RowSearch {
  let base: ArchiveBase
  let archive: any CaseArchive
  let context: QueryContext
  let range: Range<Int>

  /// Those of some rows that answer.
  func rows(answering term: QueryTerm, among known: RowSet) -> RowSet {
    switch term {
    case .all(let terms):
      var left = known
      let cheap = terms.filter { !$0.readsTexts }
      for term in cheap + terms.filter(\.readsTexts) {
        left = rows(answering: term, among: left)
      }
      return left
    case .any(let terms):
      var found = RowSet(of: range)
      for term in terms { found.formUnion(rows(answering: term, among: known)) }
      return found
    case .not(let term):
      var left = known
      left.subtract(rows(answering: term, among: known))
      return left
    case .test(let test):
      var found = rows(passing: test, among: known)
      found.formIntersection(known)
      return found
    }
  }

  /// Rows that pass a test, at least all of those among some.
  private func rows(passing test: QueryTest, among known: RowSet) -> RowSet {
    switch test {
    case .word(let word): return rows(with: word, among: known)
    case .field(let field, let value): return rows(field, value, among: known)
    case .severities(let from, let to):
      let ranks = (from?.rank ?? 0)...max(from?.rank ?? 0, to?.rank ?? .max)
      return rows(severity: { ranks.contains($0.rank) })
    case .span(let field, let from, let to):
      let span = QueryMinutes(from, to, at: context.now)
      switch field {
      case .age: return rows(.created, where: span.holdsTimeSince)
      case .updated: return rows(.updated, where: span.holdsTimeSince)
      case .due: return rows(dueIn: span.moments)
      default: return none
      }
    case .state(let state): return rows(state, among: known)
    }
  }

  private var none: RowSet { RowSet(of: range) }

  // A column

  private func rows(_ column: RowColumn, where isWanted: (Int64) -> Bool) -> RowSet {
    RowSet(of: range, archive.numbers(column, in: range), where: isWanted)
  }

  private func rows(_ column: RowColumn, among wanted: [Bool]) -> RowSet {
    guard wanted.contains(true) else { return none }
    return rows(column) { wanted.indices.contains(Int($0)) && wanted[Int($0)] }
  }

  private func rows(severity isWanted: (Severity) -> Bool) -> RowSet {
    rows(.severity, among: archive.values.severities.map(isWanted))
  }

  private func rows(status isWanted: (IncidentStatus) -> Bool) -> RowSet {
    rows(.status, among: archive.values.statuses.map(isWanted))
  }

  private func rows(dueIn span: ClosedRange<Int64>) -> RowSet {
    rows(.due) { $0 != RowColumn.none && span.contains($0) }
  }

  private func rows(marked marks: RowMarks) -> RowSet {
    rows(.marks) { $0 & marks.rawValue != 0 }
  }

  // Names

  private func rows(
    _ kind: NameKind, with word: [UInt8], where isMeant: ((ArraySlice<UInt8>) -> Bool)? = nil
  ) -> RowSet {
    RowSet(of: range, archive.rows(kind...kind, named: word, where: isMeant))
  }

  private func rows(_ field: QueryField, _ value: String, among known: RowSet) -> RowSet {
    let part = value.folded
    if let kind = field.entityKind, let name = QueryField.wholeName(of: part[...]) {
      return RowSet(of: range, archive.rows(withName: NameKind(kind).key(name)))
    }
    switch field {
    case .owner: return rows(owner: value)
    case .tag: return rows(.tag, with: part)
    case .source: return rows(.source, with: part)
    case .device: return rows(.device, with: part)
    case .user: return rows(.user, with: part)
    case .file: return rows(.file, with: part)
    case .technique: return rows(.technique, with: [NameKind.technique.mark] + part)
    case .category: return rows(.category, with: [NameKind.category.mark] + part)
    case .address:
      let isWhole = QueryField.isWholeAddress(part)
      let key = NameKind.address.key(part)
      return rows(.address, with: isWhole ? key : Array(key.dropLast()))
    case .status:
      let match = NameMatch(value, among: .status)
      return rows(status: { match.matches($0.spellings) })
    case .severity:
      let match = NameMatch(value, among: .severity)
      return rows(severity: { match.matches($0.spellings) })
    case .response:
      let question = ResponseQuestion(value)
      return RowSet(
        of: range,
        archive.rows(withResponse: question.necessaryWord, where: question.isMeant))
    case .id: return rows(id: part, among: known)
    case .age, .due, .updated, .kind, .by: return none
    }
  }

  private func rows(owner: String) -> RowSet {
    switch owner {
    case QueryField.me:
      let isMine = context.isMine
      return rows(.owner, with: [], where: isMine)
    case QueryField.nobody: return rows(.owner) { $0 == RowColumn.none }
    default: return rows(.owner, with: owner.folded)
    }
  }

  // Texts

  /// Where so few rows are left, their texts are read one by one.
  private static let few = 8

  private func rows(with word: String, among known: RowSet) -> RowSet {
    let folded = word.folded
    let hasMore = context.moreTexts != nil
    var found = rows(
      severity: { severity in
        severity.title.contains(folded: folded)
          || hasMore && severity.graphName.contains(folded: folded)
      })
    found.formUnion(
      rows(status: { status in
        status.title.contains(folded: folded)
          || hasMore && status.graphName.contains(folded: folded)
      }))
    for kinds in NameKind.searched {
      found.formUnion(RowSet(of: range, archive.rows(kinds, named: folded, where: nil)))
    }
    var left = known
    left.subtract(found)
    found.formUnion(rows(withText: folded, among: left))
    guard hasMore else { return found }
    var others = rows(marked: .more)
    others.formIntersection(known)
    others.subtract(found)
    let check = QueryCheck(.word(word), in: context)
    for row in others.rows where check.row(base.row(at: Int(row), of: archive)) {
      found.insert(Int(row))
    }
    return found
  }

  /// Rows whose id or title holds a word, at least all of those among some.
  private func rows(withText word: [UInt8], among known: RowSet) -> RowSet {
    let count = known.count
    if count == 0 { return known }
    return RowSet(
      of: range,
      count * Self.few < range.count
        ? archive.rows(among: known.rows, matching: [word])
        : archive.rows(in: range, matching: [word]))
  }

  private func rows(id part: [UInt8], among known: RowSet) -> RowSet {
    let name = QueryField.wholeName(of: part[...])
    let found = rows(withText: name.map(Array.init) ?? part, among: known)
    var left = found
    left.formIntersection(known)
    return RowSet(
      of: range,
      archive.rows(among: left.rows) { _, texts in
        texts.starts(with: name ?? part[...])
          && (name == nil || texts.dropFirst(name?.count ?? 0).first == QueueRow.textEnd)
      })
  }

  // States

  private func rows(_ state: QueryState, among known: RowSet) -> RowSet {
    switch state {
    case .yours: return rows(0..<archive.yours)
    case .open: return rows(0..<archive.open)
    case .closed: return rows(archive.open..<archive.rowCount)
    case .any: return known
    case .mine: return rows(owner: QueryField.me)
    case .unacked: return rows(.marks) { $0 & RowMarks.acknowledged.rawValue == 0 }
    case .merged: return rows(marked: .merged)
    case .snoozed: return rows(marked: .snoozed)
    case .overdue: return rows(dueIn: .min...(context.now.milliseconds - 1))
    case .marked: return rows(context.marked ?? [])
    case .changed: return rows(context.changed ?? [])
    }
  }

  private func rows(_ rows: Range<Int>) -> RowSet {
    var found = none
    found.insert(rows)
    return found
  }

  private func rows(_ ids: Set<IncidentID>) -> RowSet {
    var found = none
    for id in ids { archive.number(of: id).map { found.insert($0) } }
    return found
  }
}

extension QueryTerm {
  /// Whether texts are read to answer it.
  fileprivate var readsTexts: Bool {
    contains { test in
      switch test {
      case .word, .field(.id, _), .state(.marked), .state(.changed): true
      default: false
      }
    }
  }
}
