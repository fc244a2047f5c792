// SPDX-License-Identifier: MIT

import Cells
import Incidents

extension Registry {
  /// The actions that are done to every marked incident.
  static let onMarks: Set<String> = [
    "acknowledge", "assign", "comment", "tag", "snooze", "resolve", "classify", "reopen",
    "skip.open",
  ]

  private static let lists: Action.Scope = .panes([.queue, .responses])

  static let markActions: [Action] = [
    Action(
      "mark", .mark, "Mark", hint: "mark",
      help: "Mark the row, or take its mark off, and go down; actions then go to all marked ones.",
      keys: ["Space"], scope: lists,
      disabled: { state in
        let isEmpty =
          state.focus == .queue ? state.selectedID == nil : state.selectedResponse == nil
        return isEmpty ? "There is nothing here to mark." : nil
      },
      perform: { $0.toggleMark() }),
    Action(
      "mark.range", .mark, "Mark a range",
      help: "Begin a range at this row; moving stretches it, the same key marks it, Esc cancels.",
      keys: ["v"], scope: .panes([.queue]),
      disabled: { $0.selectedID == nil ? State.nothingSelected : nil },
      perform: { $0.toggleRange() }),
    Action(
      "mark.shown", .mark, "Mark all shown",
      help: "Mark every row the filter shows; if all are marked, take their marks off.",
      keys: ["*"], scope: lists, perform: { $0.markShown() }),
    Action(
      "mark.clear", .mark, "Clear marks",
      help: "Take every mark off, also those the filter hides.",
      keys: ["M"], scope: lists,
      disabled: { state in
        let isEmpty =
          state.focus == .queue ? state.marks.isEmpty : state.responsesPane.marks.isEmpty
        return isEmpty ? "Nothing is marked." : nil
      },
      perform: { $0.clearMarks() }),
    Action(
      "mark.report", .mark, "Last result",
      help: "Show again what could not take part in the last action on many, and why.",
      keys: ["g l"],
      disabled: { $0.lastReport == nil ? "No action on many left anything out yet." : nil },
      perform: { state in
        if let report = state.lastReport { state.overlay = .report(report) }
        return []
      }),
    Action(
      "repeat", .incident, "Repeat",
      help: "Do your last action again here: on the selection, or on the marked ones.",
      keys: ["."], disabled: { $0.reasonAgainstRepeating },
      perform: { $0.repeatLast() }),
    Action(
      "journal", .console, "Journal",
      help: "Show who did what and when, what was undone and by whom, and undo a line of yours.",
      keys: ["g j"], scope: .everywhere, perform: { $0.openHistory() }),
  ]
}
