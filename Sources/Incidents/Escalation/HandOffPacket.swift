// SPDX-License-Identifier: MIT

/// Everything an incident response team needs to take over: what happened, what was done, what is
/// switched off, who was called, and hashes to prove it by.
public struct HandOffPacket: Hashable, Sendable {
  /// What is known of one incident.
  public struct Source: Hashable, Sendable {
    /// As it stands here, merged ones included.
    public var view: Case
    /// As its document says it.
    public var incident: Incident
    /// The documents of what was merged into it.
    public var merged: [Incident]
    /// Everything dated, oldest first.
    public var timeline: [TimelineEntry]

    /// Makes it.
    public init(
      view: Case, incident: Incident, merged: [Incident], timeline: [TimelineEntry]
    ) {
      self.view = view
      self.incident = incident
      self.merged = merged
      self.timeline = timeline
    }
  }

  /// A document of the store, and its digest.
  public struct Document: Hashable, Sendable {
    /// The incident it is of.
    public var incident: IncidentID
    /// SHA-256, 64 hexadecimal digits.
    public var digest: String

    /// Makes it.
    public init(_ incident: IncidentID, _ digest: String) {
      self.incident = incident
      self.digest = digest
    }
  }

  /// Something to search for or block, with every hash known of it.
  public struct Indicator: Hashable, Sendable {
    /// What it is.
    public var kind: EvidenceKind
    /// The address, URL or name.
    public var name: String
    /// SHA-256, if known.
    public var sha256: String
    /// SHA-1, if known.
    public var sha1: String
    /// What the service thinks of it.
    public var verdict: Verdict
    /// The incident it was found in.
    public var incident: IncidentID
  }

  /// A response, and what came of it.
  public struct Action: Hashable, Sendable {
    /// Where it stands.
    public enum Standing: String, CaseIterable, Hashable, Sendable {
      /// It is done.
      case done
      /// It has no outcome, or it failed.
      case pending
      /// It was done and taken back.
      case reversed
      /// It was left out for a reason.
      case skipped
    }

    /// Where it stands.
    public var standing: Standing
    /// The response.
    public var response: ResponseReference
    /// Its title.
    public var title: String
    /// What it acts on.
    public var target: ResponseTarget
    /// Who performs it.
    public var performer: Performer
    /// Its status.
    public var status: ResponseStatus
    /// When that was recorded here, or by when at the latest Defender had it so.
    public var at: Timestamp?
    /// Who recorded it here; empty where Defender says it.
    public var by: String
    /// The note given with it.
    public var note: String
  }

  /// When it was put together.
  public var madeAt: Timestamp
  /// Who put it together.
  public var madeBy: String
  /// The last line of the journal it takes into account, and its hash.
  public var head: Int
  /// The head's hash; empty where the store has none.
  public var hash: String
  /// The store's id.
  public var store: String
  /// The incidents.
  public var sources: [Source]
  /// What suggests that it is an emergency, by incident.
  public var signs: [IncidentID: [EscalationSign]]
  /// The runs through the decision that name one of the incidents: those that go on, then those
  /// that ended, each the newest first.
  public var runs: [EscalationRun]
  /// The guide the runs followed.
  public var guide: EscalationGuide
  /// The provider the configuration names.
  public var provider: ResponseProvider
  /// The responses of all incidents.
  public var actions: [Action]
  /// What their responses have switched off and nobody has switched on again.
  public var containment: [Containment]
  /// The indicators of all incidents.
  public var indicators: [Indicator]
  /// Records of contacts, each its fields.
  public var contacts: [Record]
  /// The documents it rests on.
  public var documents: [Document]

  /// Puts it together.
  public init(
    _ sources: [Source], book: CaseBook, queue: TriageQueue, guide: EscalationGuide,
    provider: ResponseProvider, documents: [Document], store: String, hash: String,
    by author: Author, at now: Timestamp
  ) {
    madeAt = now
    madeBy = author.title
    head = book.seq
    self.hash = hash
    self.store = store
    self.sources = sources
    self.guide = guide
    self.provider = provider
    self.documents = documents
    let ids = sources.map(\.view.id)
    signs = Dictionary(
      sources.map { ($0.view.id, EscalationSign.signs(in: $0.incident)) }
    ) { first, _ in first }
    runs = book.escalations(about: ids)
    let wanted = Set(ids)
    let inForce = ContainmentBoard(book, queue).rows.filter {
      wanted.contains($0.response.incident)
    }
    containment = inForce
    actions = sources.flatMap { source in
      source.view.responses.map { Action($0, in: source.view, inForce: inForce) }
    }
    indicators = unique(sources.flatMap(Indicator.all))
    contacts = book.records(.contact)
  }

  /// Everything dated, oldest first, each with its incident.
  public var timeline: [(incident: IncidentID, entry: TimelineEntry)] {
    let all = sources.flatMap { source in
      source.timeline.map { (incident: $0.source ?? source.view.id, entry: $0) }
    }
    // A line of the journal may concern several of the incidents.
    var told: Set<Int> = []
    let once = all.filter { item in item.entry.seq.map { told.insert($0).inserted } ?? true }
    return once.enumerated().sorted {
      ($0.element.entry.at, $0.offset) < ($1.element.entry.at, $1.offset)
    }.map(\.element)
  }

  /// The evidence no verdict was given on, by incident.
  public func unjudged(_ source: Source) -> Int {
    source.incident.alerts.reduce(0) { count, alert in
      count + alert.evidence.count { $0.verdict == .unknown }
    }
  }
}

extension HandOffPacket.Action {
  init(_ response: ResponseCase, in view: Case, inForce: [Containment]) {
    let current = response.status.current
    self.response = ResponseReference(view.id, response.id)
    title = response.title
    target = view.target(of: response)
    performer = response.performer
    status = current.value
    at = response.statusAt
    by = current.who
    note = response.note
    let reference = self.response
    switch status {
    case .completed:
      let isReversed =
        response.action.isSwitchingOff && !inForce.contains { $0.response == reference }
      standing = isReversed ? .reversed : .done
    case .notRelevant: standing = .skipped
    case .open, .inProgress, .failed, .unrecognized: standing = .pending
    }
  }
}

extension HandOffPacket.Indicator {
  static func all(in source: HandOffPacket.Source) -> [Self] {
    ([source.incident] + source.merged).flatMap { incident in
      incident.alerts.flatMap(\.evidence).compactMap { Self($0, in: incident.id) }
    }
  }

  /// The indicator in a piece of evidence; `nil` unless it is judged suspicious or malicious, or is
  /// a file whose hash is known.
  init?(_ evidence: Evidence, in incident: IncidentID) {
    let isJudged = evidence.verdict == .malicious || evidence.verdict == .suspicious
    func field(_ label: String) -> String {
      evidence.fields.first { $0.label == label }?.value ?? ""
    }
    kind = evidence.kind
    name = evidence.name
    sha256 = field("sha256")
    sha1 = field("sha1")
    verdict = evidence.verdict
    self.incident = incident
    switch evidence.kind {
    case .file, .process:
      if sha256.isEmpty, evidence.identifier.utf8.count == 64 { sha256 = evidence.identifier }
      if sha1.isEmpty, evidence.identifier.utf8.count == 40 { sha1 = evidence.identifier }
      kind = .file
      guard isJudged || !sha256.isEmpty || !sha1.isEmpty, !(name + sha256 + sha1).isEmpty else {
        return nil
      }
    case .address, .url:
      sha256 = ""
      sha1 = ""
      guard isJudged, !name.isEmpty else { return nil }
    default: return nil
    }
  }
}

extension HandOffPacket.Indicator: UniqueKey {
  var uniqueKey: [UInt8] {
    let texts = [kind.rawValue, name, sha256, sha1]
    return Array(texts.map { Array($0.utf8) }.joined(separator: [0]))
  }
}
