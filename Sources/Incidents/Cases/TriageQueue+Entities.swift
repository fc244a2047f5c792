// SPDX-License-Identifier: MIT

extension Entity {
  /// The name as a filter looks at it, after a byte that stands for the kind and that no text holds.
  ///
  /// Lower case and ended, it is a text to search in and, as a whole, one to search for.
  var foldedText: [UInt8] { [kind.mark] + name.folded + [QueueRow.textEnd] }

  /// Whether two are the same thing, without regard to ASCII case.
  public func isSame(as other: Entity) -> Bool {
    kind == other.kind && name.utf8.count == other.name.utf8.count
      && zip(name.utf8, other.name.utf8).allSatisfy { $0.asciiLowercased == $1.asciiLowercased }
  }
}

extension Entity.Kind {
  /// A byte that occurs in no UTF-8.
  var mark: UInt8 {
    switch self {
    case .device: 0xF8
    case .user: 0xF9
    case .file: 0xFA
    case .address: 0xFB
    case .technique: 0xFC
    case .category: 0xFD
    }
  }
}

extension TriageQueue {
  /// The incidents that are about something, closed ones included, in triage order.
  ///
  /// Names are compared without regard to ASCII case, and cut as they are in the facts.
  public func incidents(about entity: Entity) -> [IncidentID] {
    let (old, new) = rows(about: entity)
    return (places(ofBase: old).map(Int.init) + new.map(place(ofFresh:))).sorted().map(id(at:))
  }

  /// How many they are.
  public func count(about entity: Entity) -> Int {
    let (old, new) = rows(about: entity)
    return hidden.isEmpty ? old.count + new.count : old.count { shows($0) } + new.count
  }

  /// The archive's rows, hidden ones among them, and the fresh ones.
  private func rows(about entity: Entity) -> (old: [Int32], new: [Int]) {
    let wanted = Entity(entity.kind, entity.name.prefix(bytes: ServiceFacts.textLimit))
    let old = base.archive?.rows(withName: wanted.foldedText) ?? []
    return (
      old, fresh.indices.filter { fresh[$0].row.entities.contains { $0.isSame(as: wanted) } }
    )
  }
}

extension CaseBook {
  /// The incidents that are about something, as ``TriageQueue/incidents(about:)`` finds them; who
  /// keeps a queue asks that.
  public func incidents(about entity: Entity) -> [IncidentID] {
    TriageQueue(self).incidents(about: entity)
  }
}
