// SPDX-License-Identifier: MIT

/// What the queue needs to know of an incident, as the service says it.
///
/// These are the fields an *observed* line carries old → new, so that the journal can be folded
/// without opening documents. Texts are cut so that a line stays within its limit.
public struct ServiceFacts: Hashable, Sendable {
  /// The most bytes of a title kept here; the document keeps all of it.
  public static let titleLimit = 300
  /// The most bytes of an owner, tag or target kept here.
  public static let textLimit = 120
  /// The most responses kept here; those that still ask something come first.
  public static let responseLimit = 250
  /// The most tags kept here.
  public static let tagLimit = 50
  /// The most tags of the service's own kept here.
  public static let systemTagLimit = 10
  /// Goes up when facts of an unchanged document say more than they did.
  public static let currentEdition = 1

  /// The name.
  public var title = ""
  /// The severity.
  public var severity = Severity.unknown
  /// Where it stands.
  public var status = IncidentStatus.active
  /// Who it is assigned to; empty if nobody.
  public var owner = ""
  /// What it turned out to be.
  public var classification = Classification.unknown
  /// The kind of attack or activity.
  public var determination = Determination.unknown
  /// Tags people set.
  public var tags: [String] = []
  /// Tags the service set itself, such as `Defender Experts`.
  public var systemTags: [String] = []
  /// When it was created.
  public var createdAt: Timestamp?
  /// When the service last changed it.
  public var updatedAt: Timestamp?
  /// The incident it was merged into.
  public var redirect: IncidentID?
  /// The service's priority, 0…100.
  public var priorityScore: Int?
  /// How many alerts it has.
  public var alertCount = 0
  /// Whether the incident itself was received, not just a part of it.
  public var isReceived = true
  /// The products its alerts come from, verbatim, in order of first appearance.
  public var sources: [String] = []
  /// What it is about, by kind and then in order of first appearance.
  public var entities: [Entity] = []
  /// How many responses there are, where there are more than are kept here.
  public var responseCounts: ResponseCounts?
  /// Its responses, in the service's order.
  public var responses: [ResponseFacts] = []
  /// How much these say, by ``currentEdition``; 0 of lines of early versions.
  public var edition = 0

  /// Facts of an incident of which nothing is known yet.
  public init() {}

  /// The facts in a document.
  public init(_ incident: Incident) {
    title = incident.title.prefix(bytes: Self.titleLimit)
    severity = incident.severity.prefix(bytes: Self.textLimit)
    status = incident.status.prefix(bytes: Self.textLimit)
    owner = (incident.owner ?? "").prefix(bytes: Self.textLimit)
    classification = incident.classification.prefix(bytes: Self.textLimit)
    determination = incident.determination.prefix(bytes: Self.textLimit)
    tags = incident.tags.prefix(Self.tagLimit).map { $0.prefix(bytes: Self.textLimit) }
    systemTags = incident.systemTags.prefix(Self.systemTagLimit).map {
      $0.prefix(bytes: Self.textLimit)
    }
    createdAt = incident.createdAt
    updatedAt = incident.updatedAt
    redirect = incident.redirect
    priorityScore = incident.priorityScore
    alertCount = incident.alerts.count
    isReceived = incident.isReceived
    sources = Self.sources(of: incident)
    entities = Entity.kept(Entity.all(in: incident))
    // Of two with one id the first counts; taking both would make each document a change.
    let evidence = TargetEvidence(incident.alerts, for: incident.responses)
    responses = unique(incident.responses.lazy.map { ResponseFacts($0, among: evidence) })
    keepResponses(Self.responseLimit)
    edition = Self.currentEdition
  }

  /// Keeps so many responses at most, in the service's order, and counts all; what is finished
  /// gives way first.
  public mutating func keepResponses(_ limit: Int) {
    guard responses.count > limit else { return }
    if responseCounts == nil { responseCounts = ResponseCounts(of: responses) }
    let places = responses.indices
    let pressing = places.filter { !responses[$0].status.isFinished }
    let rest = places.filter { responses[$0].status.isFinished }
    responses = (pressing + rest).prefix(limit).sorted().map { responses[$0] }
  }
}

/// What the queue needs to know of a managed response, as the service says it.
public struct ResponseFacts: Hashable, Sendable {
  /// The id.
  public var id: String
  /// The title.
  public var title: String
  /// The catalogue entry.
  public var action: ResponseAction
  /// What it acts on, by id.
  public var target: String
  /// The name of the evidence that bears that id; empty if there is none.
  public var targetName: String
  /// Other ids of it, where it is a device and its evidence states them.
  public var otherIDs: [String]
  /// Where it stands.
  public var status: ResponseStatus
  /// Who performs it.
  public var performer: Performer
  /// When the experts created it.
  public var createdAt: Timestamp?
  /// When the service had last changed it when it was first seen in that status: by then it was.
  public var statusAt: Timestamp?

  /// Makes facts.
  public init(
    id: String, title: String, action: ResponseAction, target: String, targetName: String = "",
    otherIDs: [String] = [], status: ResponseStatus, performer: Performer, createdAt: Timestamp?,
    statusAt: Timestamp? = nil
  ) {
    self.id = id
    self.title = title
    self.action = action
    self.target = target
    self.targetName = targetName
    self.otherIDs = otherIDs
    self.status = status
    self.performer = performer
    self.createdAt = createdAt
    self.statusAt = statusAt
  }

  /// The facts of a response in a document, and of what it acts on.
  init(_ response: ManagedResponse, among evidence: TargetEvidence) {
    let target = evidence.target(of: response)
    self.init(
      id: response.id, title: response.title.prefix(bytes: ServiceFacts.titleLimit),
      action: response.action.prefix(bytes: ServiceFacts.textLimit),
      target: response.target.prefix(bytes: ServiceFacts.textLimit),
      targetName: target.name.prefix(bytes: ServiceFacts.textLimit), otherIDs: target.otherIDs,
      status: response.status.prefix(bytes: ServiceFacts.textLimit),
      performer: response.performer.prefix(bytes: ServiceFacts.textLimit),
      createdAt: response.createdAt, statusAt: response.updatedAt)
  }

  /// Whether two say the same, texts compared as bytes.
  public static func == (left: ResponseFacts, right: ResponseFacts) -> Bool {
    left.id.hasSameBytes(as: right.id) && left.title.hasSameBytes(as: right.title)
      && left.target.hasSameBytes(as: right.target)
      && left.targetName.hasSameBytes(as: right.targetName) && left.action == right.action
      && left.status == right.status && left.performer == right.performer
      && left.otherIDs.elementsEqual(right.otherIDs) { $0.hasSameBytes(as: $1) }
      && left.createdAt == right.createdAt && left.statusAt == right.statusAt
  }

  /// Feeds the id's bytes, which is enough to tell responses apart.
  public func hash(into hasher: inout Hasher) {
    for byte in id.utf8 { hasher.combine(byte) }
  }
}

extension ResponseFacts: UniqueKey {
  var uniqueKey: [UInt8] { Array(id.utf8) }
}
