// SPDX-License-Identifier: MIT

/// What the customer has to do over all incidents, by what it is to be done to, in an order that
/// loses no evidence.
public struct ResponsePlan: Hashable, Sendable {
  /// One open response of the customer's.
  public struct Step: Hashable, Sendable {
    /// The incident it is shown in, and its id there.
    public var response: ResponseReference
    /// The version of the incident the plan was made from.
    public var version: Int
    /// The incident's severity.
    public var severity: Severity
    /// Since when the customer is awaited there.
    public var awaitingSince: Timestamp?
    /// What to do.
    public var action: ResponseAction
    /// To what.
    public var target: ResponseTarget
    /// The response's title.
    public var title: String
    /// Where it stands.
    public var status: ResponseStatus
    /// Who is to perform it.
    public var performer: Performer
    /// The step that does the same to the same target, if it comes before this one.
    public var duplicateOf: ResponseReference?
    /// Open steps that would undo it, or that it would undo.
    public var conflicts: [ResponseReference] = []
    /// Whether it must be recorded by itself, its target typed.
    public var isGrave = false

    /// Whether it can be recorded together with others.
    public var isInBatch: Bool { conflicts.isEmpty && !isGrave }
  }

  /// What is to be done to one target.
  public struct Group: Hashable, Sendable {
    /// The target; steps in words are those of one incident.
    public var target: ResponseTarget
    /// The incident, where the target is known only in its words.
    public var incident: IncidentID?
    /// The steps, in the order in which to take them.
    public var steps: [Step]
  }

  /// The targets, the most urgent first.
  public private(set) var groups: [Group] = []
  /// How many incidents have open responses of which only the number is known.
  public private(set) var incomplete = 0

  /// All steps, in the proposed order.
  public var steps: [Step] { groups.flatMap(\.steps) }

  /// A plan of nothing.
  public init() {}

  /// The plan of a book; `queue` is the same book's queue.
  public init(_ book: CaseBook, _ queue: TriageQueue) {
    self.init(queue.incidentsWithResponses(onlyYours: true).lazy.compactMap(book.view(of:)))
  }

  /// The plan of some cases, as they are shown.
  init(_ views: some Sequence<Case>) {
    var steps: [Step] = []
    var ids = DeviceIDs()
    for view in views where view.turn.isYours {
      for response in view.responses { ids.add(view.target(of: response)) }
      if view.unseen.yours > 0 { incomplete += 1 }
      steps += view.responses.filter(\.isOpenForCustomer).map { Step($0, of: view) }
    }
    steps = steps.enumerated().sorted { left, right in
      let (a, b) = (left.element.order, right.element.order)
      return a == b ? left.offset < right.offset : a < b
    }.map(\.element)
    Self.mark(&steps, ids)
    var places: [[UInt8]: Int] = [:]
    for step in steps {
      let place: Int
      if let key = ids.key(of: step.target) {
        place = places[key] ?? groups.count
        places[key] = place
      } else {
        let key = [0xFF] + Array(step.response.incident.text.utf8)
        place = places[key] ?? groups.count
        places[key] = place
      }
      if place == groups.count {
        let incident = step.target.key == nil ? step.response.incident : nil
        groups.append(Group(target: step.target, incident: incident, steps: []))
      }
      groups[place].steps.append(step)
    }
    groups = groups.enumerated().sorted { left, right in
      let (a, b) = (left.element.urgency, right.element.urgency)
      return a == b ? left.offset < right.offset : a < b
    }.map(\.element)
  }

  /// The steps that can be recorded in one go, in order: neither in conflict nor grave.
  public var batch: [Step] { steps.filter(\.isInBatch) }

  /// Marks duplicates and conflicts among steps that are in order.
  private static func mark(_ steps: inout [Step], _ ids: DeviceIDs) {
    var byTarget: [[UInt8]: [Int]] = [:]
    for place in steps.indices {
      if let key = ids.key(of: steps[place].target) { byTarget[key, default: []].append(place) }
    }
    for places in byTarget.values where places.count > 1 {
      for (number, place) in places.enumerated() {
        let step = steps[place]
        steps[place].conflicts = places.filter { steps[$0].action.isInverse(of: step.action) }
          .map { steps[$0].response }
        // A file can be quarantined on several devices, which only the documents name.
        guard step.target.kind != .file else { continue }
        steps[place].duplicateOf = places.prefix(number).first {
          steps[$0].action == step.action
        }.map { steps[$0].response }
      }
    }
  }
}

extension ResponsePlan.Step {
  fileprivate init(_ response: ResponseCase, of view: Case) {
    self.init(
      response: ResponseReference(view.id, response.id), version: view.version,
      severity: view.service.severity, awaitingSince: view.awaitingSince,
      action: response.action, target: view.target(of: response), title: response.title,
      status: response.status.value, performer: response.performer)
    let record = ResponseRecord(responses: [response.id], step: .completed)
    isGrave = Event.response(record).danger(on: view) == .grave
  }

  /// By phase, then the worse, the longer waiting, the lower id.
  fileprivate var order: (Int, Int, Int64, IncidentID) {
    (action.phase, -severity.rank, awaitingSince?.milliseconds ?? .max, response.incident)
  }
}

extension ResponsePlan.Group {
  /// The worst severity, then the longest waiting.
  fileprivate var urgency: (Int, Int64) {
    (
      -(steps.map(\.severity.rank).max() ?? 0),
      steps.compactMap(\.awaitingSince).map(\.milliseconds).min() ?? .max
    )
  }
}

extension ResponseAction {
  /// When in a plan it comes: what saves evidence before what changes the device, what stops the
  /// attack before what cleans up, what lifts containment last.
  public var phase: Int {
    switch self {
    case .collectInvestigationPackage: 0
    case .isolateDevice: 1
    case .restrictAppExecution: 2
    case .disableUser, .forceUserPasswordReset, .markUserAsCompromised, .requireSignIn: 3
    case .stopAndQuarantineFile, .softDeleteEmail, .hardDeleteEmail: 4
    case .runAntiVirusScan: 5
    case .submitIocRule: 6
    case .text, .unrecognized: 7
    case .enableUser, .unRestrictAppExecution, .unIsolateDevice: 8
    }
  }

  /// Whether it takes back what another does.
  func isInverse(of other: ResponseAction) -> Bool {
    other.entry.inverse == self || entry.inverse == other
  }
}
