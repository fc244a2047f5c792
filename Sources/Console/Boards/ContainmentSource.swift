// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// What is switched off, since when and by whom, and how it is switched on again.
enum ContainmentSource: BoardSource {
  static let figures: BoardFigures.Kind? = .containment

  static func content(_ state: State) -> BoardContent {
    let board = state.containmentBoard
    return BoardContent(
      summary: summary(board, state),
      columns: [
        BoardColumn("For", 7), BoardColumn("What", 22), BoardColumn("Target"),
        BoardColumn("Said by", 20, from: 90), BoardColumn("Incident", 10),
      ],
      rows: board.rows.map { row(of: $0, state) },
      empty: "No response has switched anything off, as far as is known here.")
  }

  static func detail(of id: String, _ state: State, on page: inout Page) {
    guard let row = state.containmentBoard.rows.first(where: { $0.response.rowID == id }) else {
      return
    }
    page.paragraph(VisibleText(row.title, .prose), Style(.title, .bold))
    page.labelled("Target", VisibleText(row.target.title, .indicator))
    let since = row.since.map(state.times.dayAndTime) ?? "a time not known"
    switch row.origin {
    case .defender:
      page.labelled(
        "Reported",
        VisibleText("by Defender; done by \(since) at the latest", .typed))
    case .here(let author):
      page.labelled("Recorded", VisibleText("here by \(author.title), \(since)", .typed))
    }
    if !row.undo.isEmpty { page.labelled("To lift", VisibleText(row.undo, .typed)) }
    for (place, lift) in row.lifts.enumerated() {
      page.labelled(
        place == 0 ? "Asked" : "",
        VisibleText("in incident \(lift.incident), response \(lift.response)", .typed),
        Style(.yourMove))
    }
    if row.lifts.isEmpty {
      let how = state.keymap.key("containment.lift").map { "; \($0) records that it was lifted" }
      page.labelled("Asked", VisibleText("by no response\(how ?? "")", .typed), .muted)
    }
    page.labelled(
      "Incident", VisibleText("\(row.response.incident), response \(row.response.response)", .typed)
    )
    page.labelled("Effect", VisibleText(row.action.entry.effect, .typed))
  }

  private static func summary(_ board: ContainmentBoard, _ state: State) -> [[StyledText]] {
    let here = board.rows.count {
      if case .here = $0.origin { true } else { false }
    }
    let asked = board.rows.count { !$0.lifts.isEmpty }
    var facts = [
      "\(board.rows.count) in force", "\(here) only recorded here", "\(asked) asked to be lifted",
    ]
    if board.unknown > 0 { facts.append("\(board.unknown) done of a kind not known here") }
    if board.incomplete > 0 {
      facts.append("\(board.incomplete.counted("incident")) not known whole")
    }
    return [[own(facts.joined(separator: state.dot), .muted)]]
  }

  private static func row(of row: Containment, _ state: State) -> BoardRow {
    let said: [StyledText]
    switch row.origin {
    case .defender: said = [own("Defender")]
    case .here(let author): said = [own("here: ", .muted), indicator(author.name)]
    }
    let name = row.target.name.isEmpty ? row.target.id : row.target.name
    return BoardRow(
      row.response.rowID,
      [
        [own(row.since.map { Age(from: $0, to: state.now).description } ?? state.dash)],
        [own(row.action.entry.title, row.lifts.isEmpty ? .text : Style(.yourMove))],
        [name.isEmpty ? prose(row.title) : indicator(name)], said,
        [indicator(row.response.incident.text)],
      ])
  }
}

extension ResponseReference {
  /// What stands for it on a board; no incident's id holds a slash.
  var rowID: String { "\(incident)/\(response)" }
}

extension State {
  /// What is switched off, as it was worked out last.
  var containmentBoard: ContainmentBoard {
    if case .containment(let board) = boardFigures { board } else { ContainmentBoard() }
  }

  /// What is to be done, as it was worked out last.
  var responsePlan: ResponsePlan {
    if case .plan(let plan) = boardFigures { plan } else { ResponsePlan() }
  }

  /// The response a board's selected row leads to: of a containment the one that lifts it, if one
  /// is asked for.
  private var responseOnBoard: ResponseReference? {
    guard let board, let id = board.selected?.id else { return nil }
    switch board.kind {
    case .containment:
      let row = containmentBoard.rows.first { $0.response.rowID == id }
      return row?.lifts.first ?? row?.response
    case .plan: return responsePlan.steps.first { $0.response.rowID == id }?.response
    default: return nil
    }
  }

  /// Why no response can be gone to from a board; `nil` if one can.
  var reasonAgainstResponseOnBoard: String? {
    responseOnBoard == nil ? "No row is selected." : nil
  }

  /// Leaves the board for the response its selected row leads to.
  mutating func openResponseOnBoard() -> [Effect] {
    guard let reference = responseOnBoard else { return [] }
    let effects = open(reference.incident)
    focus = .responses
    responsesPane.selection = reference.response
    keepResponseSelected()
    return effects
  }
}
