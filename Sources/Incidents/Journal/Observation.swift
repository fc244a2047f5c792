// SPDX-License-Identifier: MIT

/// A value that became another.
public struct Change<Value: Hashable & Sendable>: Hashable, Sendable {
  /// What it was; `nil` when nothing was known.
  public var old: Value?
  /// What it is.
  public var new: Value

  /// Makes a change.
  public init(old: Value?, new: Value) {
    self.old = old
    self.new = new
  }
}

/// What an *observed* line says: the current document and how the queue's fields changed.
public struct Observation: Hashable, Sendable {
  /// SHA-256 of the document, 64 hexadecimal digits.
  public var digest: String
  /// When it became the customer's move, if this line made it so.
  public var awaitingSince: Timestamp?
  /// The name.
  public var title: Change<String>?
  /// The severity.
  public var severity: Change<Severity>?
  /// Where it stands.
  public var status: Change<IncidentStatus>?
  /// Who it is assigned to; empty if nobody.
  public var owner: Change<String>?
  /// What it turned out to be.
  public var classification: Change<Classification>?
  /// The kind of attack or activity.
  public var determination: Change<Determination>?
  /// Tags people set.
  public var tags: Change<[String]>?
  /// Tags the service set itself.
  public var systemTags: Change<[String]>?
  /// When it was created.
  public var createdAt: Change<Timestamp?>?
  /// When the service last changed it.
  public var updatedAt: Change<Timestamp?>?
  /// The incident it was merged into.
  public var redirect: Change<IncidentID?>?
  /// The service's priority.
  public var priorityScore: Change<Int?>?
  /// How many alerts it has.
  public var alertCount: Change<Int>?
  /// Whether the incident itself was received.
  public var isReceived: Change<Bool>?
  /// The products its alerts come from.
  public var sources: Change<[String]>?
  /// What it is about.
  public var entities: Change<[Entity]>?
  /// How many responses there are, where not all are told.
  public var responseCounts: Change<ResponseCounts?>?
  /// How much the facts say.
  public var edition: Change<Int>?
  /// Responses that are new or changed, in the service's order.
  public var responses: [Change<ResponseFacts>] = []

  /// An observation that only names a document.
  public init(digest: String) { self.digest = digest }

  /// What changed from one set of facts to another; everything, when there were none.
  public init(
    digest: String, from old: ServiceFacts?, to new: ServiceFacts,
    awaitingSince: Timestamp? = nil
  ) {
    self.digest = digest
    self.awaitingSince = awaitingSince
    func change<Value>(_ path: KeyPath<ServiceFacts, Value>) -> Change<Value>? {
      let before = old.map { $0[keyPath: path] }
      let after = new[keyPath: path]
      return before == after ? nil : Change(old: before, new: after)
    }
    func changedText(_ path: KeyPath<ServiceFacts, String>) -> Change<String>? {
      if let old, old[keyPath: path].hasSameBytes(as: new[keyPath: path]) { return nil }
      return Change(old: old?[keyPath: path], new: new[keyPath: path])
    }
    title = changedText(\.title)
    severity = change(\.severity)
    status = change(\.status)
    owner = changedText(\.owner)
    classification = change(\.classification)
    determination = change(\.determination)
    func changedTexts(_ path: KeyPath<ServiceFacts, [String]>) -> Change<[String]>? {
      let after = new[keyPath: path]
      guard let before = old?[keyPath: path] else { return Change(old: nil, new: after) }
      let isSame = before.elementsEqual(after) { $0.hasSameBytes(as: $1) }
      return isSame ? nil : Change(old: before, new: after)
    }
    tags = changedTexts(\.tags)
    // Most have none, and lines are many.
    systemTags = old == nil && new.systemTags.isEmpty ? nil : changedTexts(\.systemTags)
    createdAt = change(\.createdAt)
    updatedAt = change(\.updatedAt)
    redirect = change(\.redirect)
    priorityScore = change(\.priorityScore)
    alertCount = change(\.alertCount)
    isReceived = change(\.isReceived)
    sources = changedTexts(\.sources)
    entities = change(\.entities)
    responseCounts = change(\.responseCounts)
    edition = change(\.edition)
    let known = Dictionary((old?.responses ?? []).map { (Array($0.id.utf8), $0) }) { first, _ in
      first
    }
    responses = new.responses.compactMap { response in
      let before = known[Array(response.id.utf8)]
      var response = response
      if let before, before.status == response.status, let first = before.statusAt {
        response.statusAt = first
      }
      return before == response ? nil : Change(old: before, new: response)
    }
  }
}

extension Observation {
  /// Whether it says only what the incident is about, which is no news to a person.
  public var isAddition: Bool {
    var rest = self
    rest.sources = nil
    rest.entities = nil
    if edition != nil {
      rest.edition = nil
      rest.systemTags = nil
      rest.responses.removeAll { $0.isAddition }
    }
    return rest != self && rest == Observation(digest: digest)
  }
}

extension Change<ResponseFacts> {
  /// Whether it says only more about the same response.
  fileprivate var isAddition: Bool {
    guard var rest = old else { return false }
    rest.targetName = new.targetName
    rest.otherIDs = new.otherIDs
    rest.statusAt = new.statusAt
    return rest == new
  }
}

extension ServiceFacts {
  /// Takes over what an observation says is new.
  public mutating func apply(_ observation: Observation) {
    if let change = observation.title { title = change.new }
    if let change = observation.severity { severity = change.new }
    if let change = observation.status { status = change.new }
    if let change = observation.owner { owner = change.new }
    if let change = observation.classification { classification = change.new }
    if let change = observation.determination { determination = change.new }
    if let change = observation.tags { tags = change.new }
    if let change = observation.systemTags { systemTags = change.new }
    if let change = observation.createdAt { createdAt = change.new }
    if let change = observation.updatedAt { updatedAt = change.new }
    if let change = observation.redirect { redirect = change.new }
    if let change = observation.priorityScore { priorityScore = change.new }
    if let change = observation.alertCount { alertCount = change.new }
    if let change = observation.isReceived { isReceived = change.new }
    if let change = observation.sources { sources = change.new }
    if let change = observation.entities { entities = change.new }
    if let change = observation.responseCounts { responseCounts = change.new }
    if let change = observation.edition { edition = change.new }
    for change in observation.responses {
      if let place = responses.firstIndex(where: { $0.id.hasSameBytes(as: change.new.id) }) {
        responses[place] = change.new
      } else {
        responses.append(change.new)
      }
    }
  }
}
