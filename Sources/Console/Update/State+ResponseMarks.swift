// SPDX-License-Identifier: MIT

import Cells
import Incidents

extension State {
  mutating func toggleResponseMark() -> [Effect] {
    guard let response = selectedResponse else { return [] }
    if responsesPane.marks.contains(response.id) {
      responsesPane.marks.remove(response.id)
    } else {
      responsesPane.marks.insert(response.id)
    }
    return move(by: .lines(1))
  }

  mutating func markResponses() -> [Effect] {
    let all = Set((selectedView?.responses ?? []).map(\.id))
    responsesPane.marks = all == responsesPane.marks ? [] : all
    say(.info, "\(responsesPane.marks.count) of \(all.count) responses are marked.")
    return []
  }

  /// The marked responses of the selected incident, in the order they are shown.
  var markedResponses: [ResponseCase] {
    guard !responsesPane.marks.isEmpty else { return [] }
    return (selectedView?.responses ?? []).filter { responsesPane.marks.contains($0.id) }
  }

  /// Takes a step on the marked responses; a step that needs a reason asks for one first.
  mutating func takeOnMarked(_ step: ResponseStep) -> [Effect] {
    guard let id = selectedID, let view = selectedView else { return [] }
    let responses = markedResponses.map(\.id)
    guard step.needsReason else {
      return propose(step, note: "", on: responses, of: id, seen: view.version)
    }
    let references = responses.map { ResponseReference(id, $0) }
    guard canTake(step, on: references, seen: [id: view.version]) else {
      return propose(step, note: "to be asked", on: responses, of: id, seen: view.version)
    }
    askReasons(step, on: responses, of: view)
    return []
  }

  /// Asks for the one reason of a step on several responses of an incident.
  mutating func askReasons(_ step: ResponseStep, on responses: [String], of view: Case) {
    let purpose = Prompt.Purpose.reasons(view.id, responses: responses, step)
    overlay = .prompt(
      Prompt(
        purpose: purpose, field: TextField(manyDraft(of: purpose)), seen: view.version))
  }

  /// Proposes a step on several responses of an incident.
  mutating func propose(
    _ step: ResponseStep, note: String, on responses: [String], of id: IncidentID, seen: Int
  ) -> [Effect] {
    propose(
      step, note: note, on: responses.map { ResponseReference(id, $0) }, seen: [id: seen],
      of: .responses(count: responses.count))
  }
}
