// SPDX-License-Identifier: MIT

import Incidents

extension State {
  /// The step of the plan that is selected.
  private var stepOnBoard: ResponsePlan.Step? {
    guard let board, board.kind == .plan, let id = board.selected?.id else { return nil }
    return responsePlan.steps.first { $0.response.rowID == id }
  }

  /// The selected step and, in other incidents, those that are the same.
  private var sameSteps: [ResponsePlan.Step] {
    guard let step = stepOnBoard else { return [] }
    let first = step.duplicateOf ?? step.response
    return responsePlan.steps.filter { $0.response == first || $0.duplicateOf == first }
  }

  /// The steps on the selected step's target.
  private var stepsOnTarget: [ResponsePlan.Step] {
    guard let step = stepOnBoard else { return [] }
    return responsePlan.groups.first { $0.steps.contains(step) }?.steps ?? []
  }

  /// Why the selected step cannot be marked done from the plan; `nil` if it can.
  var reasonAgainstStepDone: String? {
    if let readOnlyReason { return readOnlyReason }
    guard let step = stepOnBoard else { return "No row is selected." }
    if !step.conflicts.isEmpty {
      return "Another step wants the opposite: open it and decide which is right."
    }
    return step.isGrave ? "It cannot be undone: open it and mark it done by itself." : nil
  }

  /// Why what is to be done to the selected target cannot be marked done; `nil` if it can.
  var reasonAgainstTargetDone: String? {
    if let readOnlyReason { return readOnlyReason }
    guard stepOnBoard != nil else { return "No row is selected." }
    return stepsOnTarget.contains(where: \.isInBatch)
      ? nil : "No step on this target can be recorded together with others."
  }

  /// Proposes that the selected step was carried out, for every incident that asks for it.
  mutating func completeStep() -> [Effect] { survey(sameSteps) }

  /// Proposes that all on the selected target was carried out.
  mutating func completeTarget() -> [Effect] { survey(stepsOnTarget) }

  /// Reads what the incidents of steps say of their targets, where that is to be asked about.
  private mutating func survey(_ steps: [ResponsePlan.Step]) -> [Effect] {
    let isHard = steps.contains { step in
      guard step.isInBatch, let view = book.view(of: step.response.incident) else { return false }
      let record = ResponseRecord(responses: [step.response.response], step: .completed)
      return Event.response(record).danger(on: view) > .reversible
    }
    guard isHard else { return complete(steps) }
    surveying = steps
    var ids: [IncidentID] = []
    for step in steps where !ids.contains(step.response.incident) {
      ids.append(step.response.incident)
    }
    return [.survey(Array(ids.prefix(Self.surveyLimit)))]
  }

  /// The most documents read before a question.
  private static let surveyLimit = 40

  /// Asks about the steps whose incidents were read, if the plan still has the screen.
  mutating func take(surveyed documents: [IncidentID: Incident]) -> [Effect] {
    let steps = surveying
    surveying = []
    guard board?.kind == .plan, overlay == nil, !steps.isEmpty else { return [] }
    surveyed = documents
    defer { surveyed = [:] }
    return complete(steps)
  }

  private mutating func complete(_ steps: [ResponsePlan.Step]) -> [Effect] {
    let left = steps.filter { !$0.isInBatch }.map { step in
      LeftOut(
        label: "\(step.response.incident): \(step.title)",
        reason: step.isGrave
          ? "It cannot be undone: mark it done by itself." : "Another step wants the opposite.",
        isResponse: true)
    }
    let taking = steps.filter(\.isInBatch)
    return propose(
      .completed, note: "", on: taking.map(\.response),
      seen: Dictionary(taking.map { ($0.response.incident, $0.version) }) { first, _ in first },
      of: .plan, left: left)
  }
}
