// SPDX-License-Identifier: MIT

import Cells
import Incidents

extension Registry {
  private static let here: Action.Scope = .boards([.readiness])

  static let readinessActions: [Action] = [
    Action(
      "view.readiness", .board, "Readiness",
      help: "Show how ready you are: items, protected assets, contacts, exclusions, permissions.",
      keys: ["g r"], scope: .everywhere, perform: { $0.open(.readiness) }),
    Action(
      "readiness.state", .board, "Next state", hint: "state",
      help: "Put the item into its next state: complete now, in progress, completed.",
      keys: ["s"], scope: here, reads: ["state"], disabled: { $0.reasonAgainstReadinessState },
      perform: { $0.cycleReadinessState() }),
    Action(
      "readiness.check", .board, "Still so", hint: "still so",
      help: "Say that you looked, and the item is as it is here.", keys: ["f"], scope: here,
      disabled: { $0.reasonAgainstChecking }, perform: { $0.checkReadinessItem() }),
    Action(
      "readiness.edit", .board, "Edit readiness", hint: "edit",
      help: "Change the selected row; on protected assets, enter today's count.", keys: ["e"],
      scope: here, disabled: { $0.reasonAgainstReadinessForm },
      perform: { $0.editReadiness() }),
    Action(
      "readiness.add", .board, "Add to readiness", hint: "add",
      help: "Add what the selected row is: an item, a count, a contact, an exclusion.",
      keys: ["a"], scope: here, disabled: { $0.readOnlyReason },
      perform: { $0.addToReadiness() }),
    Action(
      "readiness.remove", .board, "Remove from readiness", hint: "remove",
      help: "Remove the selected item, newest count, contact or exclusion from here.", keys: ["d"],
      scope: here, danger: .hard, disabled: { $0.reasonAgainstRemoving },
      perform: { $0.removeFromReadiness() }),
    Action(
      "readiness.seed", .board, "Load the checklist", hint: "checklist",
      help: "Take in the items of the checklist that are not here yet.", keys: ["L"],
      scope: here, disabled: { $0.reasonAgainstSeeding }, perform: { $0.seedReadiness() }),
  ]
}
