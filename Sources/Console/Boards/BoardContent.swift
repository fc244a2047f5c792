// SPDX-License-Identifier: MIT

public import Cells
public import Incidents
import SafeText

/// What a board shows.
public struct BoardContent: Hashable, Sendable {
  /// Lines above the list that say how things stand.
  public var summary: [[StyledText]]
  /// The columns of the list.
  public var columns: [BoardColumn]
  /// The rows, those of one heading together.
  public var rows: [BoardRow]
  /// What to do when there are no rows, as a sentence.
  public var empty: String

  /// Makes content.
  public init(
    summary: [[StyledText]] = [], columns: [BoardColumn], rows: [BoardRow], empty: String
  ) {
    self.summary = summary
    self.columns = columns
    self.rows = rows
    self.empty = empty
  }

  /// Content that is still being worked out.
  static let nothing = BoardContent(columns: [], rows: [], empty: "Working it out.")
}

/// A column of a board.
public struct BoardColumn: Hashable, Sendable {
  /// The name above it.
  public var title: String
  /// The cells it takes; 0 for what is left over, which one column of a board takes.
  public var width: Int
  /// The cells the whole list must have for the column to be shown.
  public var from: Int

  /// Makes a column.
  public init(_ title: String, _ width: Int = 0, from: Int = 0) {
    self.title = title
    self.width = width
    self.from = from
  }
}

/// A row of a board.
public struct BoardRow: Hashable, Sendable, Identifiable {
  /// What it stands for; stays the same while it changes.
  public var id: String
  /// What it stands under; empty for nothing.
  public var heading: String
  /// What it says, column by column.
  public var cells: [[StyledText]]

  /// Makes a row.
  public init(_ id: String, under heading: String = "", _ cells: [[StyledText]]) {
    self.id = id
    self.heading = heading
    self.cells = cells
  }

  /// What a search looks at.
  var text: String {
    ([heading] + cells.flatMap { $0.map(\.text.text) }).joined(separator: " ")
  }
}

/// What fills a board: rules that make of the state what is shown.
protocol BoardSource {
  /// What it shows.
  static func content(_ state: State) -> BoardContent
  /// What a row says in full.
  static func detail(of id: String, _ state: State, on page: inout Page)
  /// What must be worked out elsewhere before it can be shown.
  static var figures: BoardFigures.Kind? { get }
  /// The row that what was worked out anew leads to; `nil` leaves the selection where it is.
  static func next(after old: BoardFigures?, _ new: BoardFigures) -> String?
  /// Whether they are worked out anew with every line of the journal, not only when it is opened.
  static var followsNews: Bool { get }
}

extension BoardSource {
  /// Nothing: the state has it.
  static var figures: BoardFigures.Kind? { nil }
  /// Nowhere.
  static func next(after old: BoardFigures?, _ new: BoardFigures) -> String? { nil }
  /// They are.
  static var followsNews: Bool { true }
}

/// What takes too long to work out while a key waits, and is asked of the environment.
public enum BoardFigures: Hashable, Sendable {
  /// The runs through the escalation guide, and what suggests one.
  case escalation(EscalationFigures)
  /// What one shift hands to the next.
  case handover(HandoverFigures)
  /// The numbers of the last days.
  case metrics(MetricFigures)
  /// What responses have switched off.
  case containment(ContainmentBoard)
  /// What is to be done.
  case plan(ResponsePlan)
  /// What the requests ask for; those that cannot be read are missing.
  case approvals([Subject: Proposal])

  /// Which.
  public enum Kind: Hashable, Sendable {
    /// The runs through the escalation guide, and what suggests one.
    case escalation
    /// What one shift hands to the next.
    case handover
    /// The numbers of the last days.
    case metrics
    /// What responses have switched off.
    case containment
    /// What is to be done.
    case plan
    /// What the requests ask for.
    case approvals
  }
}
