// SPDX-License-Identifier: MIT

import Incidents

extension State {
  private var handover: HandoverFigures? {
    if board?.kind == .handover, case .handover(let figures) = boardFigures { figures } else { nil }
  }

  private static let notReady = "It is still being worked out."

  var reasonAgainstSigning: String? {
    if let readOnlyReason { return readOnlyReason }
    guard let handover else { return Self.notReady }
    return handover.handover.lines.isEmpty ? "There is nothing to hand over." : nil
  }

  /// Asks whether what the board shows is handed over, and signs exactly that.
  mutating func signHandover() -> [Effect] {
    guard let handover = handover?.handover,
      let subject = Subject(.handover, at: now, after: book.seq, by: author)
    else { return [] }
    let unworked = handover.unworked
    let count = handover.lines.count
    let ids = unworked.prefix(3).map(\.id.text).joined(separator: ", ")
    let title = "Sign \(count) \(count == 1 ? "line" : "lines")"
    var fixed = handover.signature()
    fixed["state"] = nil
    let agree =
      unworked.isEmpty
      ? "I hand these over" : "I hand these over, \(unworked.count) without a next step"
    return openForm(
      unworked.isEmpty
        ? title : "\(title)\(dot)no next step: \(ids)\(unworked.count > 3 ? ", …" : "")",
      .record(subject),
      [
        .init(
          "state", "Signature", .choice([.init("", "not yet"), .init("signed", agree)]),
          isRequired: true),
        .init("comment", "Comment", .text, hint: "what the next shift must know beside the lines"),
      ], fixed: fixed)
  }

  private var selectedPickup: PendingPickup? {
    guard board?.selected?.id.hasPrefix("pending/") == true, let id = boardIncident else {
      return nil
    }
    return handover?.pickups.first { $0.id == id }
  }

  private var pickupsOfOthers: [PendingPickup] {
    handover?.pickups.filter { $0.signer != author } ?? []
  }

  var reasonAgainstPickingUp: String? {
    if let readOnlyReason { return readOnlyReason }
    guard let selectedPickup else { return "Select a line that was handed over." }
    return selectedPickup.signer == author
      ? "You signed it; the next shift acknowledges it." : nil
  }

  mutating func pickUp() -> [Effect] {
    guard let pickup = selectedPickup else { return [] }
    return commit(Proposal(book.acknowledging([pickup]), seen: book.seq))
  }

  var reasonAgainstPickingUpAll: String? {
    readOnlyReason
      ?? (pickupsOfOthers.isEmpty ? "Nothing that others handed over waits." : nil)
  }

  mutating func pickUpAll() -> [Effect] {
    commit(Proposal(book.acknowledging(pickupsOfOthers), seen: book.seq))
  }

  var reasonAgainstNotingOnBoard: String? {
    if let readOnlyReason { return readOnlyReason }
    guard let view = boardIncident.flatMap(book.view(of:)) else {
      return "No incident is selected."
    }
    if view.isReadOnly { return Refusal.newerVersion.sentence }
    switch IncidentMove.comment.lawfulness(in: view.status.value) {
    case .lawful: return nil
    case .alreadySo(let sentence), .unlawful(let sentence): return sentence
    }
  }
}
