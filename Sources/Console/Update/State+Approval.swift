// SPDX-License-Identifier: MIT

import Incidents

extension State {
  /// The request selected on the board.
  private var selectedRequest: ApprovalRequest? {
    guard board?.kind == .approvals, let id = board?.selection else { return nil }
    return book.approvalRequests.first { $0.subject.text == id }
  }

  /// The question that takes the place of an action a second person must approve.
  func approvalQuestion(_ proposal: Proposal, _ reason: String) -> Confirmation {
    let words = words(for: proposal)
    return Confirmation(
      title: "Ask for approval",
      statement:
        "\(reason) This records the request; nothing else is recorded until another user approves "
        + "it and you do it.",
      facts: [
        Confirmation.Fact(label: "Action", value: words)
      ] + contentFacts(book.content(of: proposal)) + [
        Confirmation.Fact(
          label: "Good for", value: "\(book.approvalRule.minutes) min")
      ], list: proposal.seen.count > Self.namedContent ? named(proposal) : ConfirmationList(),
      proposal: proposal, effect: .ask(proposal, words))
  }

  /// That what is asked for is not known.
  static let unreadRequest = "What exactly is asked for cannot be read here."

  /// The most incidents and responses that a question names.
  private static let namedContent = 24

  /// What a request asks for; `nil` if that was not read, or cannot be.
  func content(of request: ApprovalRequest) -> RequestedContent? {
    guard case .approvals(let proposals) = boardFigures else { return nil }
    return proposals[request.subject].map(book.content(of:))
  }

  private func contentFacts(_ content: RequestedContent) -> [Confirmation.Fact] {
    content.parts(naming: Self.namedContent).map {
      Confirmation.Fact(label: $0.label, value: $0.value)
    }
  }

  /// What a proposal would do, for whoever is asked to approve it.
  func words(for proposal: Proposal) -> String {
    let ids = proposal.seen.keys.sorted().map(\.text) + proposal.records.keys.sorted().map(\.text)
    let on = ids.count > 3 ? ids.count.counted("incident") : ids.joined(separator: ", ")
    let entry = JournalEntry(
      seq: book.seq + 1, at: now, by: author,
      on: Dictionary(proposal.seen.keys.map { (Subject($0), 0) }) { first, _ in first },
      event: proposal.event)
    return "\(onOneLine(phrase(of: entry), of: entry)) (\(on))".prefix(bytes: Record.valueLimit)
  }

  /// Why the selected request cannot be approved here now; `nil` if it can.
  var reasonAgainstApproving: String? {
    if let readOnlyReason { return readOnlyReason }
    guard let request = selectedRequest else { return "No request is selected." }
    if let reason = standing(of: request) { return reason }
    if request.by.uid == author.uid { return "Whoever asked cannot approve it." }
    return content(of: request) == nil ? Self.unreadRequest : nil
  }

  /// Why what the selected request asks cannot be done now; `nil` if it can.
  var reasonAgainstPerforming: String? {
    if let readOnlyReason { return readOnlyReason }
    guard let request = selectedRequest else { return "No request is selected." }
    if let reason = standing(of: request) { return reason }
    guard request.by.uid == author.uid else { return "Only \(request.by.name) can do it." }
    return request.approvers.isEmpty ? "Nobody else approved it yet." : nil
  }

  /// Why the selected request cannot be withdrawn now; `nil` if it can.
  var reasonAgainstWithdrawing: String? {
    if let readOnlyReason { return readOnlyReason }
    guard let request = selectedRequest else { return "No request is selected." }
    if let reason = standing(of: request) { return reason }
    return request.by.uid == author.uid ? nil : "Only \(request.by.name) can withdraw it."
  }

  private func standing(of request: ApprovalRequest) -> String? {
    switch request.state(at: now) {
    case .pending, .approved: nil
    case .done, .withdrawn, .expired: "It is \(request.state(at: now).title)."
    }
  }

  /// Asks before approving what a colleague wants to do.
  mutating func approveRequest() -> [Effect] {
    guard let request = selectedRequest else { return [] }
    overlay = .confirm(
      question(
        "Approve", "This records that you approve exactly this; \(request.by.name) can then do it.",
        request, .approve(request.subject)))
    return []
  }

  /// Asks before doing what was approved.
  mutating func performRequest() -> [Effect] {
    guard let request = selectedRequest else { return [] }
    overlay = .confirm(
      question("Do what was approved", "This records it here.", request, .perform(request.subject)))
    return []
  }

  private func question(
    _ title: String, _ statement: String, _ request: ApprovalRequest, _ effect: Effect
  ) -> Confirmation {
    Confirmation(
      title: title, statement: statement,
      facts: [
        Confirmation.Fact(label: "Action", value: request.words)
      ] + (content(of: request).map(contentFacts) ?? []) + [
        Confirmation.Fact(label: "Asked by", value: request.by.title),
        Confirmation.Fact(label: "Until", value: request.expires.map(times.dayAndTime) ?? ""),
      ], proposal: Proposal(.acknowledged, seen: [:]), effect: effect)
  }

  /// Takes the selected request back.
  mutating func withdrawRequest() -> [Effect] {
    guard let request = selectedRequest else { return [] }
    return commit(
      Proposal(RecordEdit(request.subject, ["withdrawn": author.name]), seen: book.seq))
  }
}
