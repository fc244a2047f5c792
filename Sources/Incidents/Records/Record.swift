// SPDX-License-Identifier: MIT

/// Something of ours beside the incidents, such as a recommendation or a contact, folded from the
/// journal: named fields of text, each with its history.
///
/// What the fields mean is said by the type that reads them. A field nobody set is empty, and an
/// emptied field counts as never set; fields this version does not know are kept.
public struct Record: Hashable, Sendable {
  /// The most bytes of a field's name.
  public static let nameLimit = 120
  /// The most bytes of a field's value.
  public static let valueLimit = 8192

  /// A field and its history.
  public struct Field: Hashable, Sendable {
    /// The name, printable ASCII.
    public let name: String
    /// What it was set to, by whom and when.
    public internal(set) var ledger: Ledger<String>
  }

  /// What it is about.
  public let subject: Subject
  /// Its fields, in the order they were first set.
  public internal(set) var fields: [Field] = []
  /// The last line that names it.
  public internal(set) var version = 0
  /// A kind of line this version does not know named it: it can be read here, not changed.
  public internal(set) var isReadOnly = false

  /// A record of which nothing is known yet.
  public init(_ subject: Subject) { self.subject = subject }

  /// What a field says now; empty if nothing.
  public subscript(name: String) -> String { ledger(name)?.value ?? "" }

  /// A field's history; `nil` if it was never set.
  public func ledger(_ name: String) -> Ledger<String>? {
    fields.first { $0.name == name }?.ledger
  }

  /// Who set what a field says now, and when; `nil` if it is empty.
  public func setting(_ name: String) -> Ledger<String>.Entry? {
    guard let entry = ledger(name)?.current, !entry.value.isEmpty else { return nil }
    return entry
  }

  /// Whether any field says anything: a record all of whose fields were emptied is gone.
  public var isThere: Bool { fields.contains { !$0.ledger.value.isEmpty } }

  /// The fields that say something and whose names begin so, without that beginning, in the order
  /// they were first set.
  public func fields(under prefix: String) -> [(name: String, setting: Ledger<String>.Entry)] {
    fields.compactMap { field in
      guard field.name.hasPrefix(prefix), !field.ledger.value.isEmpty else { return nil }
      return (String(field.name.dropFirst(prefix.count)), field.ledger.current)
    }
  }

  /// Every change that was not undone, oldest first.
  public var changes: [(field: String, setting: Ledger<String>.Entry)] {
    fields.flatMap { field in field.ledger.ours.map { (field.name, $0) } }
      .sorted { $0.setting.seq < $1.setting.seq }
  }

  /// When it was first written; `nil` if all of that was undone.
  public var createdAt: Timestamp? { changes.first?.setting.at }
  /// When it was last changed.
  public var changedAt: Timestamp? { changes.last?.setting.at }

  mutating func apply(_ values: [String: String], _ entry: JournalEntry) {
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      let place: Int
      if let known = fields.firstIndex(where: { $0.name == name }) {
        place = known
      } else {
        place = fields.count
        fields.append(Field(name: name, ledger: Ledger("")))
      }
      fields[place].ledger.record(value, seq: entry.seq, at: entry.at, by: entry.by)
    }
  }

  mutating func setUndone(_ isUndone: Bool, seq: Int, by undoing: Int) {
    for place in fields.indices {
      fields[place].ledger.setUndone(isUndone, seq: seq, by: undoing)
    }
  }
}
