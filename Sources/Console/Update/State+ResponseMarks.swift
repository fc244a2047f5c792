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
    let split = split(responses, step, note: "to be asked", on: view, seen: view.version)
    guard !split.taking.isEmpty else {
      return propose(step, note: "to be asked", on: responses, of: id, seen: view.version)
    }
    overlay = .prompt(
      Prompt(
        purpose: .reasons(id, responses: responses, step),
        field: TextField(manyDrafts[.reasons(step)] ?? ""), seen: view.version))
    return []
  }

  /// Proposes a step on several responses: those that can take part in one line, or none.
  mutating func propose(
    _ step: ResponseStep, note: String, on responses: [String], of id: IncidentID, seen: Int
  ) -> [Effect] {
    guard let view = book.view(of: id) else { return [] }
    let split = split(responses, step, note: note, on: view, seen: seen)
    let record = ResponseRecord(responses: split.taking, step: step, note: note)
    let proposal = Proposal(.response(record), seen: [id: seen])
    let run = ManyRun(proposal: proposal, left: split.left, of: .responses(count: responses.count))
    guard !split.taking.isEmpty else { return reportNone(run) }
    guard split.danger > .reversible || split.taking.count > Danger.bulkLimit else {
      return commit(run)
    }
    if split.taking.count == 1 {
      var question = confirmation(of: proposal, on: view)
      question.facts += leftFact(run)
      question.run = run
      overlay = .confirm(question)
    } else {
      overlay = .confirm(stepsQuestion(run, record, on: view))
    }
    return []
  }

  private struct Split {
    var taking: [String] = []
    var left: [LeftOut] = []
    var danger = Danger.reversible
  }

  /// Parts responses into those a step can be recorded on together, and the others.
  private func split(
    _ responses: [String], _ step: ResponseStep, note: String, on view: Case, seen: Int
  ) -> Split {
    var split = Split()
    for response in responses {
      let title = view.response(response)?.title ?? response
      let event = Event.response(ResponseRecord(responses: [response], step: step, note: note))
      let judgement = book.judge(
        Proposal(event, seen: [view.id: seen]), by: author, checksApproval: false)
      if let reason = judgement.alreadySo[view.id] ?? judgement.refused[view.id]?.sentence {
        split.left.append(LeftOut(label: title, reason: reason.without(prefix: "\(title): ")))
      } else if event.danger(on: view) == .grave {
        split.left.append(
          LeftOut(label: title, reason: "It cannot be undone: mark it done by itself."))
      } else {
        split.taking.append(response)
        split.danger = max(split.danger, event.danger(on: view))
      }
    }
    return split
  }
}

extension String {
  fileprivate func without(prefix: String) -> String {
    utf8.starts(with: prefix.utf8)
      ? String(decoding: utf8.dropFirst(prefix.utf8.count), as: UTF8.self) : self
  }
}
