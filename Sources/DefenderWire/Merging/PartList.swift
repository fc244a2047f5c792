// SPDX-License-Identifier: MIT

/// The alerts or the tasks of a document, in order, each found by its id.
struct PartList {
  /// Whether the document has the list at all; an absent one says nothing.
  private(set) var isPresent = false
  private(set) var parts: [JSONValue] = []
  private var ids: [[UInt8]?] = []
  private var places: [[UInt8]: Int] = [:]
  private let id: (JSONValue) -> String?

  /// The list under a name of a document; of two parts with one id the newer counts, and of two
  /// of one age the later.
  init(_ list: JSONValue?, id: @escaping (JSONValue) -> String?) {
    self.id = id
    guard let list, !list.isNull else { return }
    isPresent = true
    guard list.kind == .array else {
      // No list, but nothing received is thrown away; the decoder flags it.
      append(list, id: nil)
      return
    }
    for part in list.elements { add(part) }
  }

  /// The list of one part that came alone.
  init(only part: JSONValue, id: @escaping (JSONValue) -> String?) {
    self.id = id
    isPresent = true
    add(part)
  }

  private mutating func add(_ part: JSONValue) {
    guard let key = id(part).map({ Array($0.utf8) }) else { return append(part, id: nil) }
    if let place = places[key] {
      if part.outcome(against: parts[place]) == .imported { parts[place] = part }
    } else {
      append(part, id: key)
    }
  }

  private mutating func append(_ part: JSONValue, id: [UInt8]?) {
    if let id { places[id] = parts.count }
    ids.append(id)
    parts.append(part)
  }

  /// Takes the newer parts of another list; order is kept, new ones come last.
  mutating func merge(_ other: PartList) -> PartCounts {
    var counts = PartCounts()
    guard other.isPresent else { return counts }
    guard !parts.isEmpty else {
      self = other
      counts.count(.imported, parts.count)
      return counts
    }
    for (part, id) in zip(other.parts, other.ids) {
      guard let id else { continue }
      guard let place = places[id] else {
        append(part, id: id)
        counts.count(.imported)
        continue
      }
      let outcome = part.outcome(against: parts[place])
      if outcome == .imported { parts[place] = part }
      counts.count(outcome)
    }
    mergeNameless(other, &counts)
    return counts
  }

  /// Parts without an id cannot be told apart; those of the record replace those there were.
  private mutating func mergeNameless(_ other: PartList, _ counts: inout PartCounts) {
    let new = other.nameless
    guard !new.isEmpty else { return }
    let old = nameless
    if old.count == new.count, zip(old, new).allSatisfy({ $0.isEqual(to: $1) }) {
      return counts.count(.unchanged, new.count)
    }
    let named = zip(parts, ids).filter { $0.1 != nil }
    parts = named.map(\.0) + new
    ids = named.map(\.1) + new.map { _ in nil }
    places = [:]
    for (place, id) in ids.enumerated() {
      if let id { places[id] = place }
    }
    counts.count(.imported, new.count)
  }

  private var nameless: [JSONValue] { zip(parts, ids).filter { $0.1 == nil }.map(\.0) }
}

extension JSONValue {
  /// What becomes of this part where another has its id: by time, and where the times are equal
  /// or one is missing, taken if it differs.
  func outcome(against old: JSONValue) -> MergeOutcome {
    if let mine = PartTime(of: self), let its = PartTime(of: old), mine < its { return .older }
    return isEqual(to: old) ? .unchanged : .imported
  }
}
