// SPDX-License-Identifier: MIT

import Cells
import Incidents

extension Action.Scope {
  /// Every pane of the incidents.
  static let anyPane = Action.Scope.panes(Set(Pane.allCases))
  /// Every board.
  static let anyBoard = Action.Scope.boards(Set(BoardKind.allCases))
}

extension Registry {
  static let boardActions: [Action] =
    [
      Action(
        "view.incidents", .move, "Incidents", help: "Go back to the incidents.", keys: ["g i"],
        scope: .everywhere,
        perform: { state in
          state.leaveBoard()
          return []
        }),
      Action(
        "view.containment", .move, "Containment",
        help: "See what responses have switched off, since when, by whom, and how to lift it.",
        keys: ["g b"], scope: .everywhere, perform: { $0.open(.containment) }),
      Action(
        "view.plan", .move, "Plan",
        help: "See your open responses over all incidents by device, user and file, in order.",
        keys: ["g p"], scope: .everywhere, perform: { $0.open(.plan) }),
    ]
    + approvalActions + [
      Action(
        "board.detail", .move, "Details", hint: "details",
        help: "Read the selected row on the whole screen, or go back to the list.",
        keys: ["Enter"], scope: .anyBoard,
        disabled: { $0.board?.selected == nil ? "No row is selected." : nil },
        perform: { $0.toggleDetail() }),
      Action(
        "board.response", .board, "Open response", hint: "go to response",
        help:
          "Go to the response behind the row; of what is switched off, to the one that lifts it.",
        keys: ["o"], scope: .boards([.containment, .plan]),
        disabled: { $0.reasonAgainstResponseOnBoard },
        perform: { $0.openResponseOnBoard() }),
      Action(
        "containment.lift", .board, "Record as lifted", hint: "lifted",
        help: "Record that what is switched off was switched on again; tocsin does not do that.",
        keys: ["x"], scope: .boards([.containment]), danger: .hard,
        disabled: { $0.reasonAgainstLifting }, perform: { $0.liftContainment() }),
      Action(
        "plan.complete", .board, "Mark done", hint: "mark done",
        help: "Record that the step has been carried out, for every incident that asks for it.",
        keys: ["x"], scope: .boards([.plan]), danger: .hard, reads: ["response status"],
        disabled: { $0.reasonAgainstStepDone }, perform: { $0.completeStep() }),
      Action(
        "plan.complete-target", .board, "Mark target done", hint: "all on this target",
        help: "Record that every step on this device, user or file has been carried out.",
        keys: ["B"], scope: .boards([.plan]), danger: .hard, reads: ["response status"],
        disabled: { $0.reasonAgainstTargetDone }, perform: { $0.completeTarget() }),
      Action(
        "board.filter", .find, "Find rows", hint: "find",
        help: "Show the rows that hold every word.", keys: ["/"], scope: .anyBoard,
        argument: .boardWords, perform: { $0.openPalette("rows ") }),
    ]
}

extension Registry {
  private static let onApprovals = Action.Scope.boards([.approvals])

  fileprivate static let approvalActions: [Action] = [
    Action(
      "view.approvals", .board, "Approvals",
      help: "Show what waits for a second person.", keys: ["g a"], scope: .everywhere,
      perform: { $0.open(.approvals) }),
    Action(
      "approval.approve", .board, "Approve", hint: "approve",
      help: "Approve exactly what a colleague wants to do.", keys: ["a"], scope: onApprovals,
      danger: .hard, disabled: { $0.reasonAgainstApproving }, perform: { $0.approveRequest() }),
    Action(
      "approval.perform", .board, "Do it", hint: "do it",
      help: "Do what you asked for and somebody approved.", keys: ["x"], scope: onApprovals,
      danger: .hard, disabled: { $0.reasonAgainstPerforming }, perform: { $0.performRequest() }),
    Action(
      "approval.withdraw", .board, "Withdraw", hint: "withdraw",
      help: "Take your request back.", keys: ["w"], scope: onApprovals,
      disabled: { $0.reasonAgainstWithdrawing }, perform: { $0.withdrawRequest() }),
  ]
}

extension Action.Argument {
  /// Words that the shown rows of a board hold.
  static let boardWords = Action.Argument(
    "rows", "words", in: .anyBoard,
    perform: { state, text in
      state.filterBoard(text)
      return []
    })
}
