// SPDX-License-Identifier: MIT

import Cells
import Incidents

extension Registry {
  private static let reading: Action.Scope = .panes([.queue, .summary])

  static let incidentActions: [Action] = [
    Action(
      "acknowledge", .incident, "Acknowledge", hint: "acknowledge",
      help: "Say that you have seen the incident and own it; sets the owner if there is none.",
      keys: ["a"], scope: reading, reads: ["acknowledgement"],
      disabled: { $0.reasonAgainst(.acknowledged) },
      perform: { $0.propose(.acknowledged) }),
    Action(
      "assign", .incident, "Assign", hint: "assign",
      help: "Name who owns the incident; an empty name means nobody.",
      keys: ["w"], reads: ["owner"], argument: .owner,
      disabled: { $0.reasonAgainst(move: .assign) },
      perform: { $0.ask(.owner) }),
    Action(
      "comment", .incident, "Comment", hint: "comment",
      help: "Write a comment; it is kept here and not sent to Defender.",
      keys: ["c"], argument: .comment, disabled: { $0.reasonAgainst(move: .comment) },
      perform: { $0.ask(.comment) }),
    Action(
      "resolve", .incident, "Resolve", hint: "resolve",
      help: "Record that the incident is closed, with classification and determination.",
      keys: ["R"], danger: .grave, reads: ["status"],
      disabled: { $0.reasonAgainst(move: .resolve) },
      perform: { $0.openResolveForm() }),
    Action(
      "skip.open", .incident, "Skip open responses", hint: "skip responses",
      help: "Record that your open responses are not to be carried out, and why.",
      keys: ["s"], scope: .panes([.queue]), danger: .hard, reads: ["response status"],
      disabled: { $0.reasonAgainstSkippingOpen }, perform: { $0.skipOpen() }),
    Action(
      "reopen", .incident, "Reopen",
      help: "Open a resolved incident again.",
      keys: ["o"], scope: reading, reads: ["status"],
      disabled: { $0.reasonAgainst(move: .reopen) },
      perform: { $0.propose(.reopened) }),
    Action(
      "undo", .incident, "Undo",
      help: "Take back your newest action, if what it set still stands.",
      keys: ["u"], scope: .everywhere,
      disabled: { state in
        state.readOnlyReason
          ?? (state.book.undoable(by: state.author) == nil
            ? "There is nothing of yours to take back." : nil)
      },
      perform: { $0.undo() }),
    Action(
      "redo", .incident, "Redo",
      help: "Do again what you took back last.",
      keys: ["U"], scope: .everywhere,
      disabled: { state in
        state.readOnlyReason
          ?? (state.book.redoable(by: state.author) == nil
            ? "There is nothing of yours to do again." : nil)
      },
      perform: { $0.redo() }),
    Action(
      "clocks", .incident, "Explain clocks",
      help: "Say what started, held and stopped the response clocks, and when they run out.",
      keys: ["d"], disabled: { $0.reasonAgainstExplainingClocks },
      perform: { $0.explainClocks() }),
    Action(
      "copy", .incident, "Link and copy",
      help:
        "Show the portal link; copy it, id, title, summary, indicators or a question to the experts.",
      keys: ["y"], disabled: { $0.selectedID == nil ? State.nothingSelected : nil },
      perform: { state in
        state.overlay = .copy
        return []
      }),
  ]
}
