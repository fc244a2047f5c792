// SPDX-License-Identifier: MIT

import Cells
import Incidents

extension State {
  /// Proposes what was typed in a dialog about an incident; if it is refused the dialog stays.
  mutating func propose(
    _ event: Event, on id: IncidentID, seen: Int, keeping dialog: Overlay
  ) -> [Effect] {
    send(Proposal(event, seen: [id: seen]), keeping: dialog) { state in
      state.propose(event, on: id, seen: seen)
    }
  }

  /// Sends what was typed in a dialog; if it is refused the dialog stays, with the text and why.
  ///
  /// What others did while it was open is taken over first, so that most conflicts are found here
  /// and not on the disk.
  mutating func send(
    _ proposal: Proposal, keeping dialog: Overlay, _ send: (inout State) -> [Effect]
  ) -> [Effect] {
    overlay = nil
    refused = nil
    let news = takeHeldNews()
    let judgement = book.judge(proposal, by: author, checksApproval: false)
    if readOnlyReason == nil, judgement.firstRefusal != nil {
      keepOpen(dialog, judgement)
      return news
    }
    let effects = send(&self)
    if overlay == nil { sent = SentDialog(proposal: proposal, dialog: dialog) }
    return news + effects
  }

  /// Opens a dialog again whose proposal the store refused, unless a key was pressed since.
  mutating func reopen(after proposal: Proposal, _ judgement: Judgement) -> Bool {
    guard judgement.firstRefusal != nil, let sent, sent.proposal == proposal, overlay == nil,
      history == nil
    else { return false }
    self.sent = nil
    keepOpen(sent.dialog, judgement)
    return true
  }

  private mutating func keepOpen(_ dialog: Overlay, _ judgement: Judgement) {
    guard let refusal = judgement.firstRefusal else { return }
    overlay = renewed(dialog)
    refused = RefusedDialog(sentence: refusal.refusal.sentence)
    say(.failure, "Not recorded: \(refusal.refusal.sentence) (\(refusal.subject))")
    // The dialog says it.
    notice = nil
  }

  /// A dialog whose author now sees what others did; what was typed stays.
  private func renewed(_ dialog: Overlay) -> Overlay {
    switch dialog {
    case .prompt(var prompt):
      prompt.seen = prompt.purpose.incident.flatMap(book.view(of:))?.version ?? prompt.seen
      return .prompt(prompt)
    case .snooze(var form):
      form.seen = book.view(of: form.id)?.version ?? form.seen
      form.isSnoozed = queue[form.id]?.snoozed != nil
      return .snooze(form)
    case .record(let form): return .record(renewed(form))
    default: return dialog
    }
  }

  /// A key that would record is no answer to a refusal that could not be read yet.
  func isTooSoon(_ key: Key, at: Int64) -> Bool {
    guard let refused, key == .enter || key == .control("s") else { return false }
    return refused.shownAt.map { at - $0 < Confirmation.deadTime } ?? true
  }

  /// Takes note of when a refusal was on the screen.
  mutating func noteShownRefusal(at: Int64) {
    guard refused != nil, refused?.shownAt == nil, !Frame(self).isTooSmall else { return }
    refused?.shownAt = at
  }
}

extension Prompt.Purpose {
  /// The one incident it is about.
  fileprivate var incident: IncidentID? {
    switch self {
    case .owner(let id), .comment(let id), .tags(let id, _, _), .reason(let id, _, _),
      .reasons(let id, _, _):
      id
    case .filter, .search, .many: nil
    }
  }
}
