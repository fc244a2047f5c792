// SPDX-License-Identifier: MIT

import Cells
import Incidents

extension Registry {
  private static let board: Action.Scope = .boards([.handover])

  static let handoverActions: [Action] = [
    Action(
      "view.handover", .move, "Handover", help: "See what one shift hands to the next.",
      keys: ["g h"], scope: .everywhere, perform: { $0.open(.handover) }),
    Action(
      "handover.sign", .board, "Sign", hint: "sign",
      help: "Sign what is handed over, line by line as it stands here.", keys: ["s"],
      scope: board, disabled: { $0.reasonAgainstSigning }, perform: { $0.signHandover() }),
    Action(
      "handover.acknowledge", .board, "Acknowledge line", hint: "acknowledge",
      help: "Say that you have taken the selected incident over.", keys: ["a"], scope: board,
      disabled: { $0.reasonAgainstPickingUp }, perform: { $0.pickUp() }),
    Action(
      "handover.acknowledgeAll", .board, "Acknowledge all lines", hint: "all lines",
      help: "Say that you have taken over every incident others handed over.", keys: ["L"],
      scope: board, disabled: { $0.reasonAgainstPickingUpAll }, perform: { $0.pickUpAll() }),
    Action(
      "handover.note", .board, "Note", hint: "note",
      help: "Write down hypothesis, next step, blocker and due time of the selected incident.",
      keys: ["e"], scope: board, disabled: { $0.reasonAgainstNotingOnBoard },
      perform: { state in
        state.boardIncident.flatMap(state.book.view(of:)).map { state.openNoteForm(on: $0) } ?? []
      }),
    Action(
      "handover.visit", .board, "View incident", hint: "view",
      help: "Go to the selected incident.", keys: ["v"], scope: board,
      disabled: { $0.boardIncident == nil ? "No incident is selected." : nil },
      perform: { state in state.boardIncident.map { state.open($0) } ?? [] }),
  ]
}
