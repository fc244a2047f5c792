// SPDX-License-Identifier: MIT

extension JournalEntry {
  /// What happened, as a phrase: "marked done Isolate device FIN-SRV-04".
  ///
  /// The incident, where it is at hand, gives responses their titles.
  public func phrase(titles incident: Incident? = nil) -> String {
    switch event {
    case .observed(let observation): observation.phrase
    case .acknowledged: "acknowledged"
    case .assigned(let owner): owner.map { "assigned to \($0)" } ?? "assigned to nobody"
    case .commented(let text): "commented: \(text)"
    case .noted(let note): note.phrase
    case .tagged(let edit): edit.phrase
    case .snoozed(let snooze): snooze.phrase(titles: incident)
    case .woken: "woke it"
    case .classified(let classification, let determination):
      "classified as \(classification.title), \(determination.title)"
    case .resolved(let resolution):
      "resolved as \(resolution.classification.title), \(resolution.determination.title)"
        + (resolution.comment.isEmpty ? "" : ": \(resolution.comment)")
    case .reopened: "reopened"
    case .response(let record):
      record.phrase { incident.responseTitle($0) }
    case .recorded(let edit): edit.phrase
    case .undone(let seq): "took back line \(seq)"
    case .reanchored(let breaks):
      "re-anchored the journal: " + breaks.map(\.phrase).joined(separator: "; ")
    case .headAccepted(let acceptance): acceptance.phrase
    case .other(let kind): "\(kind) (by a newer tocsin)"
    }
  }
}

extension ChainBreak {
  /// Where the journal goes on, as a phrase: "after line 3 it goes on with line 5".
  public var phrase: String {
    let next = resumed.map { "with line \($0.seq)" } ?? "here"
    return "after line \(after.seq) it goes on \(next)"
  }
}

extension HeadAcceptance {
  fileprivate var phrase: String {
    let line = remembered.map { "though line \($0.seq) was seen before" }
    let store = formerStore.map { "in place of store \($0)" }
    return "accepted this store \([line, store].compactMap(\.self).joined(separator: ", "))"
  }
}

extension ResponseRecord {
  /// What was recorded, as a phrase; on several incidents only how much.
  public func phrase(title: (String) -> String) -> String {
    let what =
      byIncident.isEmpty
      ? responses.map(title).joined(separator: ", ")
      : "\(count) responses of \(byIncident.count) incidents"
    return "\(step.phrase) \(what)" + (note.isEmpty ? "" : ": \(note)")
  }
}

extension ResponseStep {
  /// The step as a phrase before the response's title.
  public var phrase: String {
    switch self {
    case .acknowledged: "acknowledged"
    case .started: "began"
    case .completed: "marked done"
    case .failed: "marked failed"
    case .skipped: "skipped"
    case .reopened: "reopened"
    }
  }
}

extension Observation {
  /// What changed, as a phrase; "received" for the first document.
  public var phrase: String {
    if isFirst { return "received from Defender" }
    var parts: [String] = []
    func add<Value>(_ change: Change<Value>?, _ name: String, _ title: (Value) -> String) {
      guard let change else { return }
      parts.append("\(name) \(change.old.map(title) ?? "—") → \(title(change.new))")
    }
    add(severity, "severity", \.title)
    add(status, "status", \.title)
    add(owner, "owner") { $0.isEmpty ? "nobody" : $0 }
    add(classification, "classification", \.title)
    add(determination, "determination", \.title)
    add(title, "title") { $0 }
    add(tags, "tags") { $0.isEmpty ? "none" : $0.joined(separator: ", ") }
    add(systemTags, "tags of Defender's") { $0.isEmpty ? "none" : $0.joined(separator: ", ") }
    add(alertCount, "alerts") { String($0) }
    add(redirect, "merged into") { $0?.text ?? "nothing" }
    add(responseCounts, "responses") { $0.map { String($0.total) } ?? "—" }
    for response in responses {
      if let old = response.old {
        if old.status != response.new.status {
          parts.append(
            "\(response.new.title): \(old.status.title) → \(response.new.status.title)")
        }
      } else {
        parts.append("asked: \(response.new.title)")
      }
    }
    if isAddition { return "noted what it is about" }
    return parts.isEmpty ? "changed in Defender" : parts.joined(separator: "; ")
  }

  /// Whether nothing was known of the incident before: then every field is a change from nothing.
  private var isFirst: Bool { isReceived != nil && isReceived?.old == nil }
}
