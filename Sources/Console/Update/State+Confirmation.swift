// SPDX-License-Identifier: MIT

import Incidents

extension State {
  /// The question before something that is hard to take back.
  func confirmation(of proposal: Proposal, on view: Case) -> Confirmation {
    switch proposal.event {
    case .response(let record):
      responseQuestion(record, proposal, on: view)
    case .resolved(let resolution):
      resolveQuestion(resolution, proposal, on: view)
    default:
      Confirmation(
        title: "Record this?", statement: "This records: \(proposal.event.kind).",
        facts: [fact(of: view)], proposal: proposal)
    }
  }

  private func responseQuestion(
    _ record: ResponseRecord, _ proposal: Proposal, on view: Case
  ) -> Confirmation {
    let response = record.responses.lazy.compactMap(view.response).first
    let entry = (response?.action ?? .text).entry
    let target = response?.service?.target ?? ""
    let isGrave = proposal.event.danger(on: view) == .grave
    var facts = [
      Confirmation.Fact(label: "Response", value: response?.title ?? "", isShortened: true)
    ]
    facts.append(fact(of: view))
    let statement: String
    if record.step == .completed {
      let name = targetName(target, entry.target)
      statement = "This records that \(name) \(entry.done). tocsin does not \(entry.verb)."
      facts.append(
        Confirmation.Fact(
          label: "Undo",
          value: entry.isReversible
            ? "u takes the record back. The effect: \(entry.undo)."
            : "u takes the record back. The effect itself cannot be undone."))
    } else {
      statement =
        "This records that the response will not be carried out. Defender is not told."
      if !target.isEmpty {
        facts.append(
          Confirmation.Fact(label: "Target", value: targetName(target, entry.target)))
      }
      facts.append(Confirmation.Fact(label: "Reason", value: record.note))
      facts.append(Confirmation.Fact(label: "Undo", value: "u takes the record back."))
    }
    return Confirmation(
      title: record.step == .completed ? "Mark done" : "Skip", statement: statement,
      facts: facts, proposal: proposal,
      target: isGrave ? String((target.isEmpty ? view.id.text : target).suffix(6)) : nil)
  }

  private func resolveQuestion(
    _ resolution: Resolution, _ proposal: Proposal, on view: Case
  ) -> Confirmation {
    var facts = [
      fact(of: view),
      Confirmation.Fact(
        label: "As",
        value: "\(resolution.classification.title), \(resolution.determination.title)"),
    ]
    let open = view.responses.count(where: \.isOpenForCustomer)
    if open > 0 {
      facts.append(
        Confirmation.Fact(
          label: "Open", value: "\(open) of \(view.responses.count) responses without outcome"))
    }
    if !resolution.comment.isEmpty {
      facts.append(Confirmation.Fact(label: "Comment", value: resolution.comment))
    }
    facts.append(Confirmation.Fact(label: "Undo", value: "u takes it back, o reopens it."))
    let isGrave = proposal.event.danger(on: view) == .grave
    return Confirmation(
      title: "Resolve",
      statement: "This records here that the incident is resolved. Defender is not told.",
      facts: facts, proposal: proposal, target: isGrave ? view.id.text : nil)
  }

  private func fact(of view: Case) -> Confirmation.Fact {
    Confirmation.Fact(
      label: "Incident",
      value: "\(view.id) \(view.service.severity.shortTitle) \(view.service.title)",
      isShortened: true)
  }

  /// The target by the name its evidence gives it, always with the id.
  private func targetName(
    _ target: String, _ kind: ResponseActionEntry.TargetKind
  ) -> String {
    let noun = kind == .described ? "the step" : "the \(kind.rawValue)"
    guard !target.isEmpty else { return noun }
    let bytes = Array(target.utf8)
    let name = opened?.incident.alerts.lazy.flatMap(\.evidence).first {
      Array($0.identifier.utf8) == bytes && !$0.name.isEmpty
    }?.name
    return name.map { "\($0) (id \(target))" } ?? "\(noun) with id \(target)"
  }
}
