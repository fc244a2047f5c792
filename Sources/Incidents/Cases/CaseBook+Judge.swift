// SPDX-License-Identifier: MIT

extension CaseBook {
  /// Decides, incident by incident, whether a proposal can be recorded.
  ///
  /// Whoever only wants to know whether it could be done, and asks for an approval if so, leaves
  /// that out of account.
  ///
  /// The store asks under its lock, so that what is decided is what is written; the console asks
  /// beforehand, so that a key can say why it would do nothing.
  public func judge(
    _ proposal: Proposal, by author: Author, approval: Approval? = nil,
    checksApproval: Bool = true
  ) -> Judgement {
    var judgement = Judgement(event: proposal.event)
    if checksApproval, approval == nil, let reason = reasonForApproval(of: proposal) {
      for id in proposal.seen.keys { judgement.refused[id] = .needsApproval(reason) }
      for subject in proposal.records.keys {
        judgement.refusedRecords[subject] = .needsApproval(reason)
      }
      return judgement
    }
    judgement.approval = approval
    for (named, version) in proposal.seen {
      let id = current(named)
      guard let view = view(of: id) else {
        judgement.refused[named] = .unknownIncident
        continue
      }
      if view.isReadOnly {
        judgement.refused[named] = .newerVersion
        continue
      }
      let seen = version ?? self.seq
      switch verdict(on: view, proposal.event.narrowed(to: [named]), seen: seen, by: author) {
      case .lawful:
        judgement.accepted[id] = self.case(id)?.version ?? 0
        if id != named { judgement.formerIDs.append(named) }
      case .alreadySo(let sentence): judgement.alreadySo[named] = sentence
      case .refused(let refusal): judgement.refused[named] = refusal
      }
    }
    judgement.formerIDs.sort()
    judgeRecords(proposal, by: author, &judgement)
    if case .response(let record) = proposal.event, !judgement.accepted.isEmpty {
      judgement.event = .response(settled(record, judgement, by: author))
    }
    if case .tagged(let edit) = proposal.event, !judgement.accepted.isEmpty {
      judgement.event = .tagged(edit.narrowed(to: judgement.accepted.keys.compactMap(view(of:))))
    }
    return judgement
  }

  /// A record as it is written: on incidents as they are called now, without what a colleague did
  /// already, which stays theirs.
  private func settled(
    _ record: ResponseRecord, _ judgement: Judgement, by author: Author
  ) -> ResponseRecord {
    var responses: [IncidentID: [String]] = [:]
    let names =
      record.byIncident.isEmpty ? judgement.accepted.keys.sorted() : record.byIncident.keys.sorted()
    for name in names where judgement.refused[name] == nil && judgement.alreadySo[name] == nil {
      let id = current(name)
      guard judgement.accepted[id] != nil, let view = view(of: id) else { continue }
      responses[id, default: []] += record.responses(of: name).filter {
        alreadySo(view.response($0), record.step, by: author) == nil
      }
    }
    return ResponseRecord(
      byIncident: responses.mapValues { unique($0) }, step: record.step, note: record.note)
  }

  enum Verdict {
    case lawful
    case alreadySo(String)
    case refused(Refusal)

    init(_ lawfulness: Lawfulness) {
      switch lawfulness {
      case .lawful: self = .lawful
      case .alreadySo(let sentence): self = .alreadySo(sentence)
      case .unlawful(let sentence): self = .refused(.unlawful(sentence))
      }
    }
  }

  private func verdict(
    on view: Case, _ event: Event, seen: Int, by author: Author
  ) -> Verdict {
    let status = view.status.value
    switch event {
    case .commented:
      return Verdict(IncidentMove.comment.lawfulness(in: status))
    case .noted, .tagged, .snoozed, .woken, .classified:
      return writtenVerdict(on: view, event, seen: seen)
    case .acknowledged:
      if let known = view.seen, status != .resolved {
        return .alreadySo("\(known.by.name) acknowledged it at \(known.at.clockTime).")
      }
      return Verdict(IncidentMove.acknowledge.lawfulness(in: status))
    case .assigned(let name):
      if view.owner.value.hasSameBytes(as: Owner.name(name)) {
        let owner = view.owner.value
        return .alreadySo("\(owner.isEmpty ? "Nobody" : owner) owns it already.")
      }
      if let change = conflict(
        in: view.owner, "the owner to ", seen: seen, { $0.isEmpty ? "nobody" : $0 })
      {
        return .refused(.changed(change + "."))
      }
      return Verdict(IncidentMove.assign.lawfulness(in: status))
    case .resolved(let resolution):
      let lawfulness = IncidentMove.resolve.lawfulness(in: status)
      if case .alreadySo(let sentence) = lawfulness, view.resolution.value == resolution {
        return .alreadySo(self.sentence(sentence, naming: view.status, unless: author))
      }
      if status == .resolved, !view.status.current.isOurs {
        return .refused(.unlawful("Defender has resolved it; reopen it to resolve it anew."))
      }
      if let change = conflict(in: view.status, "the status to ", seen: seen, \.title) {
        return .refused(.changed(change + "."))
      }
      if case .alreadySo = lawfulness {
        return .refused(.unlawful("It is resolved otherwise; reopen it to resolve it anew."))
      }
      return Verdict(lawfulness)
    case .reopened:
      let lawfulness = IncidentMove.reopen.lawfulness(in: status)
      if case .alreadySo(let sentence) = lawfulness {
        return .alreadySo(self.sentence(sentence, naming: view.status, unless: author))
      }
      if let change = conflict(in: view.status, "the status to ", seen: seen, \.title) {
        return .refused(.changed(change + "."))
      }
      return Verdict(lawfulness)
    case .response(let record):
      return verdict(on: view, record, seen: seen, by: author)
    case .undone(let seq):
      return undoVerdict(on: view, seq: seq, by: author)
    case .observed, .other:
      return .refused(.unlawful("Only an import can record that."))
    case .recorded:
      return .refused(.unlawful("That is recorded beside incidents, not on them."))
    case .reanchored, .headAccepted:
      return .refused(.unlawful("Only 'tocsin doctor' can record that."))
    }
  }

  private func verdict(
    on view: Case, _ record: ResponseRecord, seen: Int, by author: Author
  ) -> Verdict {
    if record.step.needsReason, record.note.utf8.allSatisfy({ $0 <= 0x20 }) {
      return .refused(.unlawful("It needs a reason."))
    }
    var already: [String] = []
    for id in record.responses {
      guard let response = view.response(id) else { return .refused(.unknownResponse(id)) }
      if let sentence = alreadySo(response, record.step, by: author) {
        already.append(sentence)
        continue
      }
      switch lawfulness(of: record.step, on: response) {
      case .alreadySo: continue
      case .unlawful(let sentence):
        // Who made it so since it was seen is the better answer.
        if let change = conflict(in: response.status, "it to ", seen: seen, \.title) {
          return .refused(.changed("\(change) (\(response.title))."))
        }
        return .refused(.unlawful("\(response.title): \(sentence)"))
      case .lawful:
        if record.step != .acknowledged,
          let change = conflict(in: response.status, "it to ", seen: seen, \.title)
        {
          return .refused(.changed("\(change) (\(response.title))."))
        }
      }
    }
    return already.count == record.count
      ? .alreadySo(already.first ?? "There is nothing to record.") : .lawful
  }

  private func lawfulness(of step: ResponseStep, on response: ResponseCase) -> Lawfulness {
    step.lawfulness(
      in: response.status.value, performer: response.isCustomers ? .you : response.performer)
  }

  /// Why a step need not be taken on a response; `nil` if it is not so yet.
  private func alreadySo(
    _ response: ResponseCase?, _ step: ResponseStep, by author: Author
  ) -> String? {
    guard let response else { return nil }
    if step == .acknowledged, let known = response.acknowledgement.value {
      return "\(known.by.name) acknowledged it at \(known.at.clockTime)."
    }
    guard case .alreadySo(let sentence) = lawfulness(of: step, on: response) else { return nil }
    return self.sentence(sentence, naming: response.status, unless: author)
  }

  /// A sentence with who made it so and when, if it was a colleague.
  private func sentence<Value>(
    _ sentence: String, naming ledger: Ledger<Value>, unless author: Author
  ) -> String {
    guard ledger.current.isOurs, let change = action(seq: ledger.touched), change.by != author
    else { return sentence }
    return "\(sentence.dropLast()): \(change.by.name), \(change.at.clockTime)."
  }

  /// Who set a field to what since a version, and when, if a person did; without a full stop.
  ///
  /// What the service says never conflicts: it is no decision of a colleague.
  func conflict<Value>(
    in ledger: Ledger<Value>, _ name: String, seen: Int, _ title: (Value) -> String
  ) -> String? {
    guard ledger.touched > seen else { return nil }
    let change = action(seq: ledger.touched)
    let when = change.map { " at \($0.at.clockTime)" } ?? ""
    return "\(change?.by.name ?? "Somebody") set \(name)\(title(ledger.value))\(when)"
  }
}
