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
    typealias Field = Recommendation.Field
    switch self {
    case .accept:
      return [
        Field.state: RecommendationState.accepted.graphName, Field.reason: "", Field.evidence: "",
      ]
    case .decline(let reason):
      guard !reason.trimmed.isEmpty else { return nil }
      return [
        Field.state: RecommendationState.declined.graphName, Field.reason: reason.trimmed,
        Field.evidence: "",
      ]
    case .done:
      return [
        Field.state: RecommendationState.done.graphName, Field.reason: "", Field.evidence: "",
      ]
    case .verify(let evidence):
      guard !evidence.trimmed.isEmpty else { return nil }
      return [
        Field.state: RecommendationState.verified.graphName, Field.evidence: evidence.trimmed,
        Field.reason: "",
      ]
    case .reopen:
      return [
        Field.state: RecommendationState.new.graphName, Field.reason: "", Field.evidence: "",
      ]
    }
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
