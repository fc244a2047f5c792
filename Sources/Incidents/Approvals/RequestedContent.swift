// SPDX-License-Identifier: MIT

/// What a proposal would record, in full: on which incidents, on what of theirs, with what note.
///
/// Whoever approves must see this, not only the words of whoever asks.
public struct RequestedContent: Hashable, Sendable {
  /// A response it is about.
  public struct Response: Hashable, Sendable {
    /// The incident it is shown in, and its id there.
    public var reference: ResponseReference
    /// What is to be done.
    public var action: ResponseAction
    /// The response's title; empty where it is not known here.
    public var title: String
    /// What it acts on.
    public var target: ResponseTarget
  }

  /// A part of it: what it is called, and what it says.
  public struct Part: Hashable, Sendable {
    /// The label.
    public var label: String
    /// The value.
    public var value: String
  }

  /// The kind of line, as the journal names it.
  public var kind: String
  /// The incidents, as they are named.
  public var incidents: [IncidentID]
  /// The records of ours.
  public var records: [Subject]
  /// The responses.
  public var responses: [Response] = []
  /// The note, comment or reason; empty if there is none.
  public var note = ""
  /// What else is set: an owner, tags, fields, the line that is taken back.
  public var details: [Part] = []
}

extension CaseBook {
  /// What a proposal would record, with what its responses act on.
  public func content(of proposal: Proposal) -> RequestedContent {
    var content = RequestedContent(
      kind: proposal.event.kind, incidents: proposal.seen.keys.sorted(),
      records: proposal.records.keys.sorted())
    func add(_ label: String, _ value: String) {
      if !value.isEmpty {
        content.details.append(RequestedContent.Part(label: label, value: value))
      }
    }
    switch proposal.event {
    case .response(let record):
      content.note = record.note
      content.responses = content.incidents.flatMap { id in
        let view = view(of: current(id))
        return record.responses(of: id).map { name in
          let response = view?.response(name)
          return RequestedContent.Response(
            reference: ResponseReference(id, name), action: response?.action ?? .text,
            title: response?.title ?? "",
            target: response.flatMap { view?.target(of: $0) }
              ?? ResponseTarget(kind: .described, id: ""))
        }
      }
    case .assigned(let owner): add("Owner", owner ?? "nobody")
    case .commented(let text): content.note = text
    case .noted(let note): add("Note", note.phrase)
    case .tagged(let edit):
      add("Tags on", edit.add.joined(separator: ", "))
      add("Tags off", edit.remove.joined(separator: ", "))
    case .snoozed(let snooze):
      add("Until", snooze.condition(titles: nil))
      content.note = snooze.reason
    case .classified(let classification, let determination):
      add("As", "\(classification.title), \(determination.title)")
    case .resolved(let resolution):
      add("As", "\(resolution.classification.title), \(resolution.determination.title)")
      content.note = resolution.comment
    case .recorded(let edit):
      for (subject, fields) in edit.values.sorted(by: { $0.key < $1.key }) {
        let told = fields.sorted { $0.key < $1.key }.map { name, value in
          RecordField(name, of: subject).phrase(value)
        }
        add("Record", "\(subject): \(told.joined(separator: ", "))")
      }
    case .undone(let seq):
      add("Line", "\(seq)" + (action(seq: seq).map { ": \($0.phrase())" } ?? ""))
    case .acknowledged, .woken, .reopened, .observed, .reanchored, .headAccepted, .other: break
    }
    return content
  }
}

extension RequestedContent {
  /// The same as labels and texts, at most so many incidents and responses named; the rest is
  /// counted.
  public func parts(naming limit: Int = .max) -> [Part] {
    func part(_ label: String, _ value: String) -> [Part] {
      value.isEmpty ? [] : [Part(label: label, value: value)]
    }
    func more(_ count: Int) -> String { count > limit ? " and \(count - limit) more" : "" }
    let ids = incidents.prefix(limit).map(\.text).joined(separator: ", ")
    var parts = part("Incidents", ids + more(incidents.count))
    for response in responses.prefix(limit) {
      let target = response.target.title
      let noun = response.target.kind.rawValue
      let what = response.title.isEmpty ? response.reference.response : response.title
      parts += part(
        "Target",
        (target.isEmpty ? "" : "\(noun) \(target): ")
          + "\(what) (incident \(response.reference.incident), response "
          + "\(response.reference.response))")
    }
    if responses.count > limit {
      parts += part("Target", String(more(responses.count).dropFirst()))
    }
    return parts + details + part("Note", note)
  }
}
