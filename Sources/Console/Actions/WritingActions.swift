// SPDX-License-Identifier: MIT

import Cells
import Incidents

extension Registry {
  static let writingActions: [Action] = [
    Action(
      "note", .write, "Note", hint: "note",
      help: "Write down hypothesis, next step, blocker and due time for the handover.",
      keys: ["e"], disabled: { $0.reasonAgainst(move: .comment) },
      perform: { $0.openNoteForm() }),
    Action(
      "tag", .write, "Tags", hint: "tags",
      help: "Put tags on the incident or take them off; they are kept here.",
      keys: ["t"], argument: .tag, disabled: { $0.reasonAgainst(move: .comment) },
      perform: { $0.askTags() }),
    Action(
      "snooze", .write, "Snooze", hint: "snooze",
      help: "Put the incident below the rest of your move for a while, with a reason; or wake it.",
      keys: ["z"], reads: ["snooze"], disabled: { $0.reasonAgainstSnooze },
      perform: { $0.openSnoozeForm() }),
    Action(
      "classify", .write, "Classify",
      help: "Record classification and determination while the incident stays open.",
      keys: ["K"], reads: ["classification"], disabled: { $0.reasonAgainst(move: .classify) },
      perform: { $0.openResolveForm(closes: false) }),
  ]
}
