// SPDX-License-Identifier: MIT

/// How the rows of an archive that a filter lets through are found, the cheapest way first.
struct FilterPlan: Hashable {
  /// The stretch of the queue they are in: yours first, then the other open ones, then closed ones.
  enum Stretch: Hashable {
    case whole, open, closed, yours
  }

  /// The stretch.
  let stretch: Stretch
  /// The words each must hold.
  let words: [[UInt8]]
  /// What else must hold.
  let others: [QueryTerm]

  init(_ filter: QueueFilter) {
    var stretch = Stretch.whole
    var words: [[UInt8]] = []
    var others: [QueryTerm] = []
    for term in filter.conjuncts {
      switch (term, stretch) {
      case (.test(.state(.any)), _), (.test(.state(.open)), .open), (.test(.state(.open)), .yours),
        (.test(.state(.yours)), .yours), (.test(.state(.closed)), .closed):
        break
      case (.test(.state(.open)), .whole): stretch = .open
      case (.test(.state(.closed)), .whole): stretch = .closed
      case (.test(.state(.yours)), .whole), (.test(.state(.yours)), .open): stretch = .yours
      case (.test(.word(let word)), _): words.append(word.folded)
      default: others.append(term)
      }
    }
    self.stretch = stretch
    self.words = words
    self.others = others
  }

  /// Whether the stretch is all there is to it.
  var isStretch: Bool { words.isEmpty && others.isEmpty }

  /// The words as terms.
  var wordTerms: [QueryTerm] {
    words.map { .test(.word(String(decoding: $0, as: UTF8.self))) }
  }

  /// Whether it lets through nothing another did not, whenever either is asked.
  func isNarrower(than other: FilterPlan) -> Bool {
    stretch == other.stretch && !other.isStretch
      && other.words.allSatisfy { old in words.contains { $0[...].contains(word: old) } }
      && other.others.allSatisfy { old in
        old.isLasting && others.contains { $0 == old || $0.isNarrower(than: old) }
      }
  }
}

extension QueryTerm {
  /// Whether its answer depends on the row alone.
  fileprivate var isLasting: Bool {
    !contains { test in
      switch test {
      case .word, .severities: false
      case .field(let field, let value): field == .owner && value == QueryField.me
      case .span: true
      case .state(let state):
        switch state {
        case .yours, .unacked, .merged, .open, .closed, .any: false
        case .overdue, .mine, .changed, .marked, .snoozed: true
        }
      }
    }
  }

  /// Whether it asks for a longer part of the same field's text.
  fileprivate func isNarrower(than other: QueryTerm) -> Bool {
    guard case .test(.field(let field, let value)) = self,
      case .test(.field(field, let shorter)) = other,
      field.entityKind == nil && field != .id
        || QueryField.wholeName(of: shorter.folded[...]) == nil
    else { return false }
    switch field {
    case .tag, .device, .user, .file, .source:
      return value.folded[...].contains(word: shorter.folded)
    case .technique, .category, .id: return value.begins(folded: shorter.folded)
    default: return false
    }
  }
}

extension TriageQueue {
  /// The places of a stretch.
  func places(of stretch: FilterPlan.Stretch) -> Range<Int> {
    switch stretch {
    case .whole: 0..<count
    case .open: 0..<open
    case .closed: open..<count
    case .yours: 0..<yours
    }
  }
}

extension CaseArchive {
  /// The rows of a stretch.
  func rows(of stretch: FilterPlan.Stretch) -> Range<Int> {
    switch stretch {
    case .whole: 0..<rowCount
    case .open: 0..<open
    case .closed: open..<rowCount
    case .yours: 0..<yours
    }
  }
}
