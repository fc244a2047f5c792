// SPDX-License-Identifier: MIT

/// Whose move it is, and why.
public enum Turn: Hashable, Sendable {
  /// Why the ball is with the customer.
  public enum Reason: Hashable, Sendable {
    /// The experts set the incident to *Awaiting your action*.
    case awaitingAction
    /// The service would not say the status without being asked for unknown values.
    case statusNotTold
    /// So many responses are the customer's and have no outcome.
    case openResponses(Int)
    /// So many responses failed.
    case failedResponses(Int)
  }

  /// The customer's, for these reasons.
  case yours([Reason])
  /// The customer did their part here; Defender has not been told.
  case doneHere
  /// The experts still wait, but each response has an outcome they know.
  case answered
  /// Open, and nothing is asked of the customer.
  case watching
  /// Resolved or merged.
  case closed

  /// Whether the ball is with the customer.
  public var isYours: Bool {
    if case .yours = self { true } else { false }
  }

  /// Order in the queue: yours first, closed last.
  public var rank: Int {
    switch self {
    case .yours: 0
    case .doneHere, .answered, .watching: 1
    case .closed: 2
    }
  }

  /// Why, in words.
  public var why: String {
    switch self {
    case .yours(let reasons): reasons.map(\.phrase).joined(separator: ", ")
    case .doneHere: "done here, not sent to Defender"
    case .answered: "every response has an outcome; resolve it, or wait for Defender Experts"
    case .watching: "nothing is asked of you"
    case .closed: "closed"
    }
  }
}

extension Turn.Reason {
  /// The reason as a phrase.
  public var phrase: String {
    switch self {
    case .awaitingAction: "Defender Experts await your action"
    case .statusNotTold: "the status was not told; it may be awaiting your action"
    case .openResponses(1): "1 response to do"
    case .openResponses(let count): "\(count) responses to do"
    case .failedResponses(1): "1 response failed"
    case .failedResponses(let count): "\(count) responses failed"
    }
  }
}

extension Case {
  /// Whose move it is.
  ///
  /// It is the customer's while the incident awaits their action, or a response of theirs has no
  /// outcome, or one failed. It ends when the incident is closed, or when there are responses of
  /// theirs and each has an outcome; should Defender ask again after that, it is theirs again.
  public var turn: Turn {
    if status.value.isClosed && !(status.value == .redirected && hasOpenResponses) {
      return .closed
    }
    let failed = responses.count { $0.status.value == .failed }
    let open = responses.count { $0.isOpenForCustomer } - failed + unseen.yours
    var reasons: [Turn.Reason] = []
    if status.value == .awaitingAction && (!hasDoneItsPart || failed + open > 0) {
      reasons.append(.awaitingAction)
    }
    if status.value.isNotTold && !hasDoneItsPart { reasons.append(.statusNotTold) }
    if open > 0 { reasons.append(.openResponses(open)) }
    if failed > 0 { reasons.append(.failedResponses(failed)) }
    if !reasons.isEmpty { return .yours(reasons) }
    if hasOutcomesHere { return .doneHere }
    return status.value == .awaitingAction ? .answered : .watching
  }

  /// Whether a response still asks something of the customer.
  var hasOpenResponses: Bool {
    responses.contains(where: \.isOpenForCustomer) || unseen.yours > 0
  }

  /// Whether there are responses of the customer's, each with an outcome that the service's last
  /// call for action does not come after.
  private var hasDoneItsPart: Bool {
    let own = responses.filter(\.isCustomers)
    guard !own.isEmpty, own.allSatisfy(\.status.value.isFinished), unseen.yours == 0 else {
      return false
    }
    return status.serviceEntry.seq <= own.map(\.status.current.seq).reduce(0, max)
  }

  /// Whether an outcome recorded here differs from what Defender says.
  private var hasOutcomesHere: Bool { responses.contains { $0.status.differs } }
}
