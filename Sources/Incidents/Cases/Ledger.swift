// SPDX-License-Identifier: MIT

/// One field's history: what the service said, what people recorded, and what counts now.
///
/// The last change in journal order counts, whoever made it; a change that was undone counts as
/// never made. Only what can still matter is kept: a field nobody touched here is one value.
public struct Ledger<Value: Hashable & Sendable>: Hashable, Sendable {
  /// Where a change came from.
  public enum Origin: Hashable, Sendable {
    /// The service.
    case service
    /// A person, here.
    case person(Author)
  }

  /// One change.
  public struct Entry: Hashable, Sendable {
    /// The line that made it; 0 for the value the service began with.
    public var seq: Int
    /// When.
    public var at: Timestamp?
    /// The value it set.
    public var value: Value
    /// Who made it.
    public var origin: Origin
    /// The reason or note given with it.
    public var note: String
    /// Whether it was undone.
    public var isUndone = false

    /// Whether a person made it here.
    public var isOurs: Bool { origin != .service }
  }

  /// What the service said, without what is the same of all it says: most fields are only this.
  private struct Said: Hashable {
    var seq: Int
    var at: Timestamp?
    var value: Value
  }

  private var said: Said
  /// Later changes, oldest first; empty while only the service spoke.
  private(set) var later: [Entry] = []
  /// The last line by which a person changed the field, an undo included; 0 if none.
  public private(set) var touched = 0

  /// A ledger that starts with a value.
  public init(_ value: Value) {
    said = Said(seq: 0, at: nil, value: value)
  }

  /// A ledger as it was kept.
  init(base: Entry, later: [Entry], touched: Int) {
    said = Said(seq: base.seq, at: base.at, value: base.value)
    self.later = later
    self.touched = touched
  }

  /// What the service said before anybody here changed it, and in which line.
  var base: Entry {
    Entry(seq: said.seq, at: said.at, value: said.value, origin: .service, note: "")
  }
  /// What counts now.
  public var current: Entry { later.last { !$0.isUndone } ?? base }
  /// The value that counts now.
  public var value: Value { (later.last { !$0.isUndone })?.value ?? said.value }
  /// What the service last said.
  public var serviceEntry: Entry { later.last { !$0.isOurs } ?? base }
  /// Whether what counts here differs from what the service says.
  public var differs: Bool { current.isOurs && current.value != serviceEntry.value }
  /// What people recorded here and did not undo, oldest first.
  public var ours: [Entry] { later.filter { $0.isOurs && !$0.isUndone } }

  /// Takes over what the service now says.
  public mutating func observe(_ value: Value, seq: Int, at: Timestamp) {
    guard !later.isEmpty else {
      said = Said(seq: seq, at: at, value: value)
      return
    }
    later.append(Entry(seq: seq, at: at, value: value, origin: .service, note: ""))
  }

  /// Records what a person set.
  public mutating func record(
    _ value: Value, seq: Int, at: Timestamp, by author: Author, note: String = ""
  ) {
    later.append(Entry(seq: seq, at: at, value: value, origin: .person(author), note: note))
    touched = seq
  }

  /// Marks the change of a line as undone, or as never undone; `by` is the line that says so.
  public mutating func setUndone(_ isUndone: Bool, seq: Int, by undoing: Int) {
    for place in later.indices where later[place].seq == seq && later[place].isOurs {
      later[place].isUndone = isUndone
      touched = undoing
    }
  }

  /// Whether the change of a line is in the ledger, undone or not.
  public func contains(seq: Int) -> Bool { later.contains { $0.seq == seq && $0.isOurs } }

  /// Adds another ledger's own changes, in journal order: a merged incident's go to its target.
  public mutating func absorb(_ other: Ledger) {
    let added = other.later.filter(\.isOurs)
    guard let first = added.first else { return }
    // The service may have spoken here after what is added, while nobody had touched this ledger.
    let spoken = said.seq > first.seq ? [base] : []
    later = (spoken + later + added).sorted { $0.seq < $1.seq }
    touched = max(touched, other.touched)
  }
}
