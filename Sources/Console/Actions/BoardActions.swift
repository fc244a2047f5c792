// SPDX-License-Identifier: MIT

import Cells

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
        })
    ]
    + [
      Action(
        "board.detail", .move, "Details", hint: "details",
        help: "Read the selected row on the whole screen, or go back to the list.",
        keys: ["Enter"], scope: .anyBoard,
        disabled: { $0.board?.selected == nil ? "No row is selected." : nil },
        perform: { $0.toggleDetail() }),
      Action(
        "board.filter", .find, "Find rows", hint: "find",
        help: "Show the rows that hold every word.", keys: ["/"], scope: .anyBoard,
        argument: .boardWords, perform: { $0.openPalette("rows ") }),
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
