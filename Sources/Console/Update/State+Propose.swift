// SPDX-License-Identifier: MIT

public import Incidents

extension State {
  static let nothingSelected = "No incident is selected."

  /// The selected incident's id.
  public var selectedID: IncidentID? { queuePane.selection }

  /// The selected incident as it stands here, merged ones included.
  public var selectedView: Case? { selectedID.flatMap(book.view(of:)) }

  /// The selected incident's document, if it is the one at hand.
  var openedHere: Opened? { opened?.incident.id == selectedID ? opened : nil }

  /// The selected response.
  public var selectedResponse: ResponseCase? {
    responsesPane.selection.flatMap { selectedView?.response($0) }
  }

  /// Why an event cannot be recorded on the selected incident now; `nil` if it can.
  func reasonAgainst(_ event: Event) -> String? {
    if let readOnlyReason { return readOnlyReason }
    guard let id = selectedID else { return Self.nothingSelected }
    let judgement = book.judge(
      Proposal(event, on: [id]), by: author, checksApproval: false)
    return judgement.alreadySo[id] ?? judgement.refused[id]?.sentence
  }

  /// Why a move is not lawful on the selected incident now, whatever its details; `nil` if it is.
  func reasonAgainst(move: IncidentMove) -> String? {
    if let readOnlyReason { return readOnlyReason }
    guard let view = selectedView else { return Self.nothingSelected }
    if view.isReadOnly { return Refusal.newerVersion.sentence }
    switch move.lawfulness(in: view.status.value) {
    case .lawful: return nil
    case .alreadySo(let sentence), .unlawful(let sentence): return sentence
    }
  }

  /// Why a step cannot be recorded on the selected response now; `nil` if it can.
  func reasonAgainst(step: ResponseStep) -> String? {
    if focus == .responses, !responsesPane.marks.isEmpty { return readOnlyReason }
    guard let response = selectedResponse else {
      return readOnlyReason ?? "No response is selected."
    }
    // The reason a step needs is asked for next, so it cannot be missing yet.
    let note = step.needsReason ? "to be asked" : ""
    return reasonAgainst(
      .response(ResponseRecord(responses: [response.id], step: step, note: note)))
  }

  /// Proposes an event on the selected incident as it is seen.
  mutating func propose(_ event: Event) -> [Effect] {
    if actsOnMarks { return propose(event, on: targets) }
    guard let view = selectedView else { return [] }
    return propose(event, on: view.id, seen: view.version)
  }

  /// Proposes an event: at once if it is easily taken back, else after a question.
  mutating func propose(_ event: Event, on id: IncidentID, seen: Int) -> [Effect] {
    guard let view = book.view(of: id) else { return [] }
    let proposal = Proposal(event, seen: [id: seen])
    switch event.danger(on: view) {
    case .reversible: return commit(proposal)
    case .hard, .grave:
      overlay = .confirm(confirmation(of: proposal, on: view))
      return []
    }
  }

  /// Takes a step on the selected response; a step that needs a reason asks for it first.
  mutating func take(_ step: ResponseStep) -> [Effect] {
    if focus == .responses, !responsesPane.marks.isEmpty { return takeOnMarked(step) }
    guard let view = selectedView, let response = selectedResponse else { return [] }
    guard step.needsReason else {
      return propose(.response(ResponseRecord(responses: [response.id], step: step)))
    }
    askReason(view.id, response: response.id, step)
    return []
  }

  /// Takes back the author's newest action.
  mutating func undo() -> [Effect] {
    guard let entry = book.undoable(by: author) else { return [] }
    return toggle(entry)
  }

  /// Does again what the author took back last.
  mutating func redo() -> [Effect] {
    guard let entry = book.redoable(by: author) else { return [] }
    return toggle(entry)
  }

  /// Sends a proposal to the disk.
  mutating func commit(_ proposal: Proposal) -> [Effect] {
    if let readOnlyReason {
      say(.failure, "Not recorded. \(readOnlyReason)")
      return []
    }
    if proposal.request == nil, let reason = book.reasonForApproval(of: proposal) {
      overlay = .confirm(approvalQuestion(proposal, reason))
      return []
    }
    pendingCommits += 1
    return [.commit(proposal)]
  }

  /// Says what came of a proposal; typed text is given up only once it is on the disk.
  mutating func finish(
    _ proposal: Proposal, _ judgement: Judgement, _ entry: JournalEntry?
  ) -> [Effect] {
    pendingCommits -= 1
    if let run = takeRun(of: proposal) { return finish(run, judgement, entry) }
    if let entry {
      remember(proposal.event)
      for id in proposal.seen.keys { forgetDraft(of: proposal.event, on: id) }
      if case .recorded(let edit) = proposal.event { forgetDrafts(of: edit) }
      say(.saved, receipt(for: entry))
      return []
    }
    if reopen(after: proposal, judgement) { return [] }
    if let sentence = judgement.firstRefusal {
      let isKept =
        !proposal.records.isEmpty && drafts.contains { $0.key.isOfRecord && !$0.value.isEmpty }
        || proposal.seen.keys.contains { hasDraft(of: proposal.event, on: $0) }
      say(
        .failure,
        "Not recorded: \(sentence.refusal.sentence) (\(sentence.subject))"
          + (isKept ? " Your text is kept." : ""))
    } else if let sentence = judgement.firstAlreadySo {
      say(.info, sentence)
    }
    return []
  }

  /// Whether what was typed for an event can be found again.
  private func hasDraft(of event: Event, on id: IncidentID) -> Bool {
    switch event {
    case .commented: drafts[.comment(id)]?.isEmpty == false
    case .noted: NoteField.allCases.contains { drafts[.note(id, $0)]?.isEmpty == false }
    case .snoozed: drafts[.snooze(id)]?.isEmpty == false
    case .resolved: drafts[.resolution(id)]?.isEmpty == false
    case .response(let record):
      record.responses(of: id).contains {
        drafts[.reason(id, response: $0, record.step)]?.isEmpty == false
      }
    default: false
    }
  }

  private mutating func forgetDraft(of event: Event, on id: IncidentID) {
    switch event {
    case .commented(let text): forget(.comment(id), if: text)
    case .noted(let note):
      if let text = note.hypothesis { forget(.note(id, .hypothesis), if: text) }
      if let text = note.nextStep { forget(.note(id, .nextStep), if: text) }
      if let text = note.blocker { forget(.note(id, .blocker), if: text) }
      if note.due != nil { drafts[.note(id, .due)] = nil }
    case .snoozed(let snooze): forget(.snooze(id), if: snooze.reason)
    case .resolved(let resolution): forget(.resolution(id), if: resolution.comment)
    case .response(let record):
      for response in record.responses(of: id) {
        forget(.reason(id, response: response, record.step), if: record.note)
      }
    default: break
    }
  }

  /// Gives a draft up if it is what was recorded; what was typed since is kept.
  private mutating func forget(_ draft: Draft, if text: String) {
    guard let kept = drafts[draft], kept.trimmed.utf8.elementsEqual(text.trimmed.utf8) else {
      return
    }
    drafts[draft] = nil
  }
}
