// SPDX-License-Identifier: MIT

import Cells
import Incidents

extension Registry {
  private static let board: Action.Scope = .boards([.escalation])

  static let escalationActions: [Action] = [
    Action(
      "view.escalation", .move, "Escalation",
      help: "Ask whether this is an emergency, and whom to turn to then.", keys: ["g e"],
      scope: .everywhere, perform: { $0.open(.escalation) }),
    Action(
      "escalate", .board, "Begin escalation",
      help: "Begin a run through the escalation guide for the incident, or the marked ones.",
      keys: ["X"], disabled: { $0.reasonAgainstEscalating },
      perform: { state in
        let ids = state.escalationTargets
        return state.open(.escalation) + state.beginEscalation(about: ids)
      }),
    Action(
      "escalation.answer", .board, "Answer", hint: "answer",
      help: "Answer the selected step, with a note.", keys: ["a"], scope: board,
      disabled: { $0.reasonAgainstAnswering }, perform: { $0.answerStep() }),
    Action(
      "escalation.begin", .board, "Begin", hint: "begin",
      help: "Begin a run for the selected or the marked incidents.", keys: ["b"], scope: board,
      disabled: { $0.reasonAgainstEscalating },
      perform: { $0.beginEscalation(about: $0.escalationTargets) }),
    Action(
      "escalation.call", .board, "Call", hint: "call",
      help: "Write down whom you called, and what was said.", keys: ["p"], scope: board,
      disabled: { $0.reasonAgainstWritingInRun },
      perform: { $0.writeInRun("call/", "Call", hint: "whom, number, what was said") }),
    Action(
      "escalation.question", .board, "Open question", hint: "question",
      help: "Write down what is not known yet.", keys: ["o"], scope: board,
      disabled: { $0.reasonAgainstWritingInRun },
      perform: { $0.writeInRun("question/", "Question", hint: "what is not known yet") }),
    Action(
      "escalation.add", .board, "Add incidents",
      help: "Add the selected or the marked incidents to the open run.", keys: ["i"],
      scope: board, disabled: { $0.reasonAgainstAddingToRun }, perform: { $0.addToRun() }),
    Action(
      "escalation.close", .board, "Close run", hint: "close run",
      help: "End the open run with an outcome.", keys: ["x"], scope: board,
      disabled: { $0.reasonAgainstWritingInRun }, perform: { $0.closeRun() }),
    Action(
      "escalation.copy", .board, "Copy", hint: "copy",
      help: "Copy the link of the selected step, the provider's phone, or the packet's command.",
      keys: ["y"], scope: board, disabled: { $0.escalationCopy == nil ? "Nothing to copy." : nil },
      perform: { state in state.escalationCopy.map { [.copy($0.text, name: $0.name)] } ?? [] }),
    Action(
      "escalation.visit", .board, "View incident", help: "Go to the selected incident.",
      keys: ["v"], scope: board,
      disabled: { $0.boardIncident == nil ? "No incident is selected." : nil },
      perform: { state in state.boardIncident.map { state.open($0) } ?? [] }),
  ]
}
