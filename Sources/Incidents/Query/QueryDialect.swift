// SPDX-License-Identifier: MIT

/// Which of the query language makes sense somewhere.
public struct QueryDialect: Hashable, Sendable {
  /// What a queue must know for some of its words to mean anything.
  public struct Knowledge: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: Int
    /// Makes it from bits.
    public init(rawValue: Int) { self.rawValue = rawValue }
    /// Which incidents are marked.
    public static let marks = Knowledge(rawValue: 1)
    /// What changed since the analyst last looked.
    public static let changes = Knowledge(rawValue: 2)
  }

  /// The fields, in the order they are listed.
  public let fields: [QueryField]
  /// What `is:` can ask; empty where there is no `is:`.
  public let states: [QueryState]
  /// What is known.
  public let knowledge: Knowledge

  /// What the queue can be asked, given what is known.
  public static func queue(_ knowledge: Knowledge) -> QueryDialect {
    QueryDialect(
      fields: QueryField.allCases.filter { $0 != .kind && $0 != .by },
      states: QueryState.allCases, knowledge: knowledge)
  }

  /// What the lines of the journal can be asked.
  public static let journal = QueryDialect(fields: [.kind, .by, .id], states: [], knowledge: [])

  /// Why a state means nothing here; `nil` if it does.
  func reason(against state: QueryState) -> String? {
    switch state {
    case .marked where !knowledge.contains(.marks): "`is:marked`: there are no marks here."
    case .changed where !knowledge.contains(.changes):
      "`is:changed` is for the console, which knows what you looked at."
    default: nil
    }
  }

  /// The states that mean something here.
  public var usableStates: [QueryState] { states.filter { reason(against: $0) == nil } }
}
