// SPDX-License-Identifier: MIT

package import Incidents

extension CaseBook {
  /// A request that a user can approve now, or why they cannot, as a sentence.
  package func approvable(
    _ request: Subject, by uid: UInt32, at now: Timestamp
  ) -> Result<ApprovalRequest, ApprovalFlaw> {
    current(request, at: now).flatMap { asked in
      uid == asked.by.uid
        ? .failure(ApprovalFlaw("Whoever asked cannot approve it, under whatever name."))
        : .success(asked)
    }
  }

  /// A request under which a proposal can be done now if somebody approved it, or why it cannot.
  package func request(
    _ request: Subject, for proposal: Proposal, by author: Author, at now: Timestamp
  ) -> Result<ApprovalRequest, ApprovalFlaw> {
    current(request, at: now).flatMap { asked in
      let action = RequestedAction(proposal)
      guard let expires = asked.expires, action.text == asked.action,
        asked.digest == action.digest(by: asked.by.uid, expires: expires)
      else { return .failure(ApprovalFlaw("What was approved is not what is to be done.")) }
      return asked.by.uid == author.uid
        ? .success(asked)
        : .failure(ApprovalFlaw("Only \(asked.by.name), who asked, can do it."))
    }
  }

  private func current(
    _ request: Subject, at now: Timestamp
  ) -> Result<ApprovalRequest, ApprovalFlaw> {
    guard let asked = record(request).flatMap(ApprovalRequest.init) else {
      return .failure(ApprovalFlaw("There is no request \(request.name.prefix(12)) here."))
    }
    switch asked.state(at: now) {
    case .pending, .approved: return .success(asked)
    case .done, .withdrawn, .expired:
      return .failure(ApprovalFlaw("The request is \(asked.state(at: now).title)."))
    }
  }
}

/// Why an action counts as not approved, as a sentence.
package struct ApprovalFlaw: Error {
  /// The sentence.
  package let sentence: String

  /// Makes one.
  package init(_ sentence: String) { self.sentence = sentence }

  /// That nobody did.
  package static let notYet = ApprovalFlaw("Nobody else approved it yet.")
  /// That this user did before.
  package static let already = ApprovalFlaw("You approved it already.")
}
