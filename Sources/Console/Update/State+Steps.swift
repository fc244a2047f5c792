// SPDX-License-Identifier: MIT

import Incidents

/// Responses of one incident or of several, parted for a step.
private struct StepSplit {
  /// What the step can be recorded on.
  var taking: [ResponseReference] = []
  /// What it cannot be recorded on, and why.
  var left: [LeftOut] = []
  /// The care that what takes part needs.
  var danger = Danger.reversible
}

extension State {
  /// Proposes a step on several responses: those that can take part in one line, or none.
  mutating func propose(
    _ step: ResponseStep, note: String, on responses: [ResponseReference],
    seen: [IncidentID: Int], of subject: ManyRun.Subject, left: [LeftOut] = []
  ) -> [Effect] {
    let split = split(responses, step, note: note, seen: seen)
    let byIncident = Dictionary(grouping: split.taking, by: \.incident)
      .mapValues { $0.map(\.response) }
    let record = ResponseRecord(byIncident: byIncident, step: step, note: note)
    let proposal = Proposal(
      .response(record),
      seen: Dictionary(byIncident.keys.map { ($0, seen[$0]) }) { first, _ in first })
    let all = (left + split.left).sorted { $0.label < $1.label }
    let run = ManyRun(proposal: proposal, left: all, of: subject)
    guard !split.taking.isEmpty else { return reportNone(run) }
    guard split.danger > .reversible || split.taking.count > Danger.bulkLimit else {
      return commit(run)
    }
    if split.taking.count == 1, let view = book.view(of: split.taking[0].incident) {
      var question = confirmation(of: proposal, on: view)
      question.facts += leftFact(run)
      question.list.left = reasons(run.left)
      question.run = run
      overlay = .confirm(question)
    } else {
      overlay = .confirm(
        stepsQuestion(run, record, isHard: split.danger > .reversible))
    }
    return []
  }

  /// Whether a step could be recorded on any of some responses once its reason is known.
  func canTake(_ step: ResponseStep, on responses: [ResponseReference], seen: [IncidentID: Int])
    -> Bool
  {
    !split(responses, step, note: "to be asked", seen: seen).taking.isEmpty
  }

  /// Parts responses into those a step can be recorded on together, and the others.
  private func split(
    _ responses: [ResponseReference], _ step: ResponseStep, note: String, seen: [IncidentID: Int]
  ) -> StepSplit {
    var split = StepSplit()
    let isOnMany = Set(responses.map(\.incident)).count > 1
    for response in responses {
      guard let view = book.view(of: response.incident) else { continue }
      let title = view.response(response.response)?.title ?? response.response
      let label = isOnMany ? "\(view.id): \(title)" : title
      let event = Event.response(
        ResponseRecord(responses: [response.response], step: step, note: note))
      let judgement = book.judge(
        Proposal(event, seen: [view.id: seen[view.id]]), by: author, checksApproval: false)
      if let reason = judgement.alreadySo[view.id] ?? judgement.refused[view.id]?.sentence {
        split.left.append(
          LeftOut(
            label: label, reason: reason.without(prefix: "\(title): "), isResponse: true))
      } else if event.danger(on: view) == .grave {
        split.left.append(
          LeftOut(
            label: label, reason: "It cannot be undone: mark it done by itself.",
            isResponse: true))
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
