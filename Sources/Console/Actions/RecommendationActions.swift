// SPDX-License-Identifier: MIT

import Cells
import Incidents

extension Registry {
  private static let here: Action.Scope = .boards([.recommendations])

  static let recommendationActions: [Action] = [
    Action(
      "view.recommendations", .board, "Recommendations",
      help: "Show what the experts advise, who takes care of it, and what became of it.",
      keys: ["g c"], scope: .everywhere, perform: { $0.open(.recommendations) }),
    Action(
      "recommendation.take", .write, "Take recommendations", hint: "backlog",
      help: "Put what is recommended for the incident and its alerts on the backlog.",
      keys: ["b"], scope: .panes([.summary]), disabled: { $0.reasonAgainstTaking },
      perform: { $0.takeRecommendations() }),
    Action(
      "recommendation.accept", .board, "Accept", hint: "accept",
      help: "Record that the recommendation is to be followed.", keys: ["y"], scope: here,
      reads: ["state"], disabled: { $0.reasonAgainst(decision: .accepted) },
      perform: { $0.decide(.accept) }),
    Action(
      "recommendation.decline", .board, "Decline", hint: "decline",
      help: "Record that the recommendation is not to be followed, and why.", keys: ["n"],
      scope: here, reads: ["state"], disabled: { $0.reasonAgainst(decision: .declined) },
      perform: { $0.openDecision(.declined) }),
    Action(
      "recommendation.done", .board, "Mark recommendation done", hint: "done",
      help: "Record that the recommendation was followed; verifying it comes after.",
      keys: ["x"], scope: here, reads: ["state"],
      disabled: { $0.reasonAgainst(decision: .done) }, perform: { $0.decide(.done) }),
    Action(
      "recommendation.verify", .board, "Verify", hint: "verify",
      help: "Record that you looked and it is so, and what shows it.", keys: ["v"],
      scope: here, reads: ["state"], disabled: { $0.reasonAgainst(decision: .verified) },
      perform: { $0.openDecision(.verified) }),
    Action(
      "recommendation.incidents", .board, "Its incidents", hint: "incidents",
      help: "List the incidents it would have touched in the queue; Esc there goes back.",
      keys: ["E"], scope: here, disabled: { $0.reasonWithoutIncidents },
      perform: { $0.listIncidentsOfRecommendation() }),
    Action(
      "recommendation.edit", .board, "Edit recommendation", hint: "edit",
      help: "Change text, owner, due time and source.", keys: ["e"], scope: here,
      disabled: { $0.readOnlyReason ?? $0.reasonWithoutRecommendation },
      perform: { $0.editRecommendation() }),
    Action(
      "recommendation.add", .board, "Add recommendation", hint: "add",
      help: "Write down a recommendation, as from a review.", keys: ["a"], scope: here,
      disabled: { $0.readOnlyReason }, perform: { $0.addRecommendation() }),
    Action(
      "recommendation.reopen", .board, "Reopen recommendation",
      help: "Put the recommendation back to new.", keys: ["o"], scope: here, reads: ["state"],
      disabled: { $0.reasonAgainst(decision: .new) }, perform: { $0.decide(.reopen) }),
  ]
}
