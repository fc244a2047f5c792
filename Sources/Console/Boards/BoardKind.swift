// SPDX-License-Identifier: MIT

/// A view beside the incidents: a list with details, one for each duty of the customer.
public enum BoardKind: String, CaseIterable, Hashable, Sendable {
  /// How ready the organisation is for the service.
  case readiness
  /// What the experts advise, and what became of it.
  case recommendations
  /// Whether this is an emergency, and what to do then.
  case escalation
  /// What one shift hands to the next.
  case handover
  /// What is switched off, since when and by whom.
  case containment
  /// Open responses by what they act on.
  case plan
  /// What waits for a second person.
  case approvals
  /// What the numbers say.
  case metrics

  /// The name on screen.
  public var title: String {
    switch self {
    case .readiness: "Readiness"
    case .recommendations: "Recommendations"
    case .escalation: "Escalation"
    case .handover: "Handover"
    case .containment: "Containment"
    case .plan: "Plan"
    case .approvals: "Approvals"
    case .metrics: "Metrics"
    }
  }

  /// What fills it.
  var source: any BoardSource.Type {
    switch self {
    case .readiness: ReadinessBoard.self
    case .recommendations: RecommendationsBoard.self
    case .escalation: EscalationBoard.self
    case .handover: HandoverBoard.self
    case .metrics: MetricsBoard.self
    case .approvals: ApprovalsBoard.self
    case .containment: ContainmentSource.self
    case .plan: PlanSource.self
    }
  }
}

/// Where keys go: to a pane of the incidents, or to a board.
public enum Place: Hashable, Sendable {
  /// A pane.
  case pane(Pane)
  /// A board.
  case board(BoardKind)

  /// Every place there is.
  static let all = Pane.allCases.map(Place.pane) + BoardKind.allCases.map(Place.board)

  /// The name on screen.
  var title: String {
    switch self {
    case .pane(let pane): pane.title
    case .board(let kind): kind.title
    }
  }
}
