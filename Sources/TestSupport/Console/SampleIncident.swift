// SPDX-License-Identifier: MIT

private import DefenderWire

/// An incident as the service would send it, made by hand: what is empty is left out.
public struct SampleIncident: Sendable {
  /// The id.
  public var id: String
  /// Graph's members of the incident itself, by name; empty when only parts were received.
  public var texts: [String: String] = [:]
  /// Tags people set.
  public var tags: [String] = []
  /// Comments: author and text.
  public var comments: [(author: String, text: String)] = []
  /// Hunting queries.
  public var queries: [String] = []
  /// The alerts.
  public var alerts: [SampleAlert] = []
  /// The managed responses.
  public var tasks: [SampleTask] = []

  /// An incident of which only the id is known.
  public init(id: String) { self.id = id }

  /// An incident with its main members.
  public init(
    id: String, title: String, severity: String, status: String, owner: String? = nil,
    created: String = "2026-11-23T06:12:00Z", updated: String = "2026-11-23T07:59:00Z"
  ) {
    self.id = id
    texts = [
      "displayName": title, "severity": severity, "status": status,
      "createdDateTime": created, "lastUpdateDateTime": updated,
    ]
    texts["assignedTo"] = owner
  }

  /// The JSON.
  public var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.members(["id": id].merging(texts) { id, _ in id })
      writer.texts("customTags", tags)
      writer.list("comments", comments) { writer, comment in
        writer.members(["createdByDisplayName": comment.author, "comment": comment.text])
      }
      writer.list("recommendedHuntingQueries", queries) { $0.members(["kqlText": $1]) }
      writer.list("alerts", alerts) { $1.write(to: &$0) }
      writer.list("tasks", tasks) { $1.write(to: &$0) }
    }
    return writer.bytes
  }
}

/// An alert of a sample.
public struct SampleAlert: Sendable {
  /// Graph's members of the alert, by name.
  public var texts: [String: String]
  /// ATT&CK techniques.
  public var techniques: [String] = []
  /// Graph's members of each piece of evidence, by name.
  public var evidence: [[String: String]] = []

  /// An alert with its main members.
  public init(
    id: String, title: String, severity: String, techniques: [String] = [],
    evidence: [[String: String]] = []
  ) {
    texts = [
      "id": id, "title": title, "severity": severity, "status": "new",
      "createdDateTime": "2026-11-23T06:30:00Z", "firstActivityDateTime": "2026-11-23T06:12:00Z",
      "lastActivityDateTime": "2026-11-23T07:58:00Z",
    ]
    self.techniques = techniques
    self.evidence = evidence
  }

  fileprivate func write(to writer: inout JSONWriter) {
    writer.members(texts)
    writer.texts("mitreTechniques", techniques)
    writer.list("evidence", evidence) { $0.members($1) }
  }
}

/// A managed response of a sample.
public struct SampleTask: Sendable {
  /// Graph's members of the task, by name.
  public var texts: [String: String]
  /// What it acts on, by id.
  public var target: String

  /// A response with its main members.
  public init(
    id: String, title: String, action: String, target: String = "", status: String = "open",
    isExperts: Bool = false
  ) {
    texts = [
      "id": id, "displayName": title, "actionType": action, "status": status,
      "source": isExperts ? "defenderExpertsManagedResponse" : "defenderExpertsGuidedResponse",
      "createdDateTime": "2026-11-23T07:20:00Z", "lastModifiedDateTime": "2026-11-23T07:20:00Z",
    ]
    self.target = target
  }

  fileprivate func write(to writer: inout JSONWriter) {
    writer.members(texts)
    writer.name("responseAction")
    writer.object { $0.members(["identifierValue": target]) }
  }
}

extension JSONWriter {
  fileprivate mutating func members(_ texts: [String: String]) {
    for (key, text) in texts.sorted(by: { $0.key < $1.key }) {
      name(key)
      string(text)
    }
  }

  fileprivate mutating func texts(_ key: String, _ texts: [String]) {
    guard !texts.isEmpty else { return }
    name(key)
    array { writer in for text in texts { writer.string(text) } }
  }

  fileprivate mutating func list<Element>(
    _ key: String, _ elements: [Element], _ write: (inout JSONWriter, Element) -> Void
  ) {
    guard !elements.isEmpty else { return }
    name(key)
    array { writer in
      for element in elements { writer.object { write(&$0, element) } }
    }
  }
}
