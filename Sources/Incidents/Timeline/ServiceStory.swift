// SPDX-License-Identifier: MIT

/// What documents say happened when, each thing once: the target of a merge may hold what its
/// sources hold, too.
struct ServiceStory {
  private(set) var entries: [TimelineEntry] = []
  private var alerts: Set<[UInt8]> = []
  private var responses: Set<[UInt8]> = []
  private var comments: Set<[UInt8]> = []

  /// Tells what a document says; `source` is its id if it is that of a merged incident.
  mutating func tell(_ incident: Incident, as source: IncidentID?) {
    func entry(
      _ at: Timestamp, _ kind: TimelineEntry.Kind, by: String = "", _ text: String,
      about entities: [Entity] = []
    ) -> TimelineEntry {
      var entry = TimelineEntry(at: at, kind: kind, by: by, text: text)
      entry.source = source
      entry.entities = entities
      return entry
    }
    if let at = incident.createdAt { entries.append(entry(at, .created, "incident created")) }
    let told = incident.alerts.filter { alerts.insert(Array($0.id.utf8)).inserted }
    for alert in told {
      let entities = unique(
        alert.evidence.compactMap(Entity.init)
          + alert.techniques.map { Entity(.technique, $0.prefix(bytes: ServiceFacts.textLimit)) })
      if let at = alert.firstActivityAt {
        entries.append(entry(at, .activity, "first activity: \(alert.title)", about: entities))
      }
      if let at = alert.createdAt {
        entries.append(entry(at, .alert, "alert: \(alert.title)", about: entities))
      }
    }
    for (evidence, at, count) in Self.dated(told.flatMap(\.evidence)) {
      let times = count > 1 ? ", \(count) times" : ""
      entries.append(
        entry(
          at, .evidence, evidence.phrase + times, about: [Entity(evidence)].compactMap(\.self)))
    }
    for comment in incident.comments {
      guard let at = comment.createdAt, isNew(comment, at: at) else { continue }
      entries.append(entry(at, .comment, by: comment.author, comment.text))
    }
    let targets = ResponseTargets([incident])
    for response in incident.responses {
      guard let at = response.createdAt, responses.insert(Array(response.id.utf8)).inserted else {
        continue
      }
      entries.append(
        entry(
          at, .response, by: response.createdBy, "asked: \(response.title)",
          about: [targets[response.id]].compactMap(\.self)))
    }
  }

  private mutating func isNew(_ comment: Comment, at: Timestamp) -> Bool {
    let key = Array("\(at.milliseconds)\u{0}\(comment.author)\u{0}\(comment.text)".utf8)
    return comments.insert(key).inserted
  }

  /// Evidence that says the same once, when it was first recorded.
  private static func dated(
    _ evidence: [Evidence]
  ) -> [(evidence: Evidence, at: Timestamp, count: Int)] {
    let dated = evidence.enumerated().compactMap { place, item in
      item.title.isEmpty ? nil : item.createdAt.map { (at: $0, place: place, item: item) }
    }.sorted { ($0.at, $0.place) < ($1.at, $1.place) }
    return EvidenceGroup.groups(of: dated.map(\.item)).compactMap { group in
      group.evidence.createdAt.map { (group.evidence, $0, group.count) }
    }
  }
}

extension Evidence {
  /// What a person would call it, else what the service knows it by.
  fileprivate var title: String { name.isEmpty ? identifier : name }

  /// What it is and what the service thinks of it: "evidence: device FIN-SRV-04, suspicious".
  fileprivate var phrase: String {
    let judged = verdict == .unknown ? "" : ", \(verdict.title)"
    return "evidence: \(kind.title.lowercased()) \(title)\(judged)"
  }
}

/// What the responses of documents act on, by the response's id, as far as the alerts name it.
struct ResponseTargets {
  private var found: [[UInt8]: Entity] = [:]

  /// The targets of all responses in some documents, found in one pass over the evidence.
  init(_ documents: [Incident]) {
    let responses = documents.flatMap(\.responses)
    let evidence = TargetEvidence(documents.flatMap(\.alerts), for: responses)
    for response in responses {
      found[Array(response.id.utf8)] = evidence.entity(of: response)
    }
  }

  /// What a response acts on.
  subscript(id: String) -> Entity? { found[Array(id.utf8)] }
}
