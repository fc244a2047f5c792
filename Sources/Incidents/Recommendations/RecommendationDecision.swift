// SPDX-License-Identifier: MIT

/// A decision on a recommendation.
public enum RecommendationDecision: Hashable, Sendable {
  /// It is to be done.
  case accept
  /// It is not to be done, and why.
  case decline(reason: String)
  /// It was done.
  case done
  /// Somebody looked, and this shows it.
  case verify(evidence: String)
  /// It is open again.
  case reopen

  /// What is written down, by field; `nil` if the reason or the evidence is missing.
  ///
  /// What an earlier decision gave as its reason or evidence is emptied; its history stays.
  public var fields: [String: String]? {
    switch self {
    case .accept: fields(.accepted)
    case .decline(let reason):
      reason.trimmed.isEmpty ? nil : fields(.declined, reason: reason.trimmed)
    case .done: fields(.done)
    case .verify(let evidence):
      evidence.trimmed.isEmpty ? nil : fields(.verified, evidence: evidence.trimmed)
    case .reopen: fields(.new)
    }
  }

  private func fields(
    _ state: RecommendationState, reason: String = "", evidence: String = ""
  ) -> [String: String] {
    [
      Recommendation.Field.state: state.graphName, Recommendation.Field.reason: reason,
      Recommendation.Field.evidence: evidence,
    ]
  }

  /// Why it cannot be made while a recommendation stands so, as a sentence; `nil` if it can.
  public func reasonAgainst(from state: RecommendationState) -> String? {
    guard case .verify = self, state == .declined else { return nil }
    return "It is declined; accept it first."
  }

  /// What was done, as a phrase: "accepted".
  public var phrase: String {
    switch self {
    case .accept: "accepted"
    case .decline: "declined"
    case .done: "marked done"
    case .verify: "verified"
    case .reopen: "reopened"
    }
  }
}
