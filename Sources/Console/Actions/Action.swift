// SPDX-License-Identifier: MIT

public import Incidents

/// Something a person can do, as a row of the one table that feeds keys, footer, help and docs.
public struct Action: Identifiable, Sendable {
  /// Where an action can be done.
  public enum Scope: Hashable, Sendable {
    /// In every pane and on every board.
    case everywhere
    /// In these panes.
    case panes(Set<Pane>)
    /// On these boards.
    case boards(Set<BoardKind>)

    /// Whether the scope covers a place.
    public func covers(_ place: Place) -> Bool {
      switch (self, place) {
      case (.everywhere, _): true
      case (.panes(let panes), .pane(let pane)): panes.contains(pane)
      case (.boards(let boards), .board(let board)): boards.contains(board)
      case (.panes, .board), (.boards, .pane): false
      }
    }

    /// Whether the scope covers a pane.
    public func covers(_ pane: Pane) -> Bool { covers(.pane(pane)) }
  }

  /// Under which heading the help lists it.
  public enum Group: String, CaseIterable, Hashable, Sendable {
    /// Recording something on an incident.
    case incident = "Incident"
    /// Writing about an incident.
    case write = "Write"
    /// Recording something on a response.
    case response = "Response"
    /// Choosing many at once.
    case mark = "Marks"
    /// Looking for something.
    case find = "Find"
    /// The boards: readiness, recommendations, escalation and the others.
    case board = "Boards"
    /// Moving about.
    case move = "Move"
    /// The console itself.
    case console = "Console"
  }

  /// The stable name, used in documentation and, later, in the configuration.
  public let id: String
  /// The heading it stands under.
  public let group: Group
  /// The name on screen.
  public let title: String
  /// The name in the footer; `nil` keeps it out of it.
  public let hint: String?
  /// One line of help.
  public let help: String
  /// The default keys.
  public let keys: [KeySequence]
  /// Where it can be done.
  public let scope: Scope
  /// How much care it needs at most.
  public let danger: Danger
  /// Which fields it reads: a colleague's change of one of them since it was seen stops it.
  public let reads: [String]
  /// What it takes in the palette; `nil` if nothing.
  public let argument: Argument?
  /// Why it cannot be done now, as a sentence; `nil` if it can.
  let disabled: @Sendable (State) -> String?
  /// Does it.
  let perform: @Sendable (inout State) -> [Effect]

  /// Makes a row.
  init(
    _ id: String, _ group: Group, _ title: String, hint: String? = nil, help: String,
    keys: [String] = [], scope: Scope = .anyPane, danger: Danger = .reversible,
    reads: [String] = [], argument: Argument? = nil,
    disabled: @escaping @Sendable (State) -> String? = { _ in nil },
    perform: @escaping @Sendable (inout State) -> [Effect]
  ) {
    self.id = id
    self.group = group
    self.title = title
    self.hint = hint
    self.help = help
    self.keys = keys.compactMap(KeySequence.init)
    self.scope = scope
    self.danger = danger
    self.reads = reads
    self.argument = argument
    // On marked incidents it is done to each that can take part; which cannot is said then.
    self.disabled = { state in
      state.actsOnMarks && Registry.onMarks.contains(id)
        ? state.readOnlyReason : disabled(state)
    }
    self.perform = { state in state.performOnMarks(id) ?? perform(&state) }
  }
}
