// SPDX-License-Identifier: MIT

/// A field of a record, in the words people use for it.
public struct RecordField: Hashable, Sendable {
  /// What the record is about; `nil` for a kind this version does not know.
  public var noun: RecordNoun?
  /// The field's name, as the journal writes it.
  public var name: String

  /// The field of a record.
  public init(_ name: String, of subject: Subject) {
    noun = subject.noun
    self.name = name
  }

  /// What it is called: "last check" for `checkedAt`.
  public var title: String {
    let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
    if parts.count == 2 {
      switch parts[0] {
      case "incident": return "incident \(parts[1])"
      case "answer": return "answer to \(parts[1])"
      case "note": return "note on \(parts[1])"
      // What is behind the name of a call or question only keeps it apart from others.
      case "call", "question": return parts[0]
      case "line": return "line on \(parts[1])"
      case "ack": return "acknowledgement of \(parts[1])"
      default: return name
      }
    }
    switch (noun, name) {
    case (_, ReadinessItem.Field.checkedAt): return "last check"
    case (_, ReadinessItem.Field.place): return "place"
    case (.contact, ReadinessContact.Field.purpose): return "purpose"
    case (.contact, ReadinessContact.Field.hours): return "duty hours"
    case (.handover, "state"): return "signature"
    case (.policy, "over"): return "most incidents at once"
    case (.policy, "minutes"): return "minutes a request is good for"
    case (.assets, AssetCount.Kind.devices.protected): return "protected devices"
    case (.assets, AssetCount.Kind.devices.target): return "devices to protect"
    case (.assets, AssetCount.Kind.identities.protected): return "protected identities"
    case (.assets, AssetCount.Kind.identities.target): return "identities to protect"
    default: return name
    }
  }

  /// A value as people read it; `written` says how moments are written.
  public func words(
    _ value: String, _ written: (Timestamp) -> String = \.dayAndTime
  ) -> String {
    switch (noun, name) {
    case (_, ReadinessItem.Field.due), (_, ReadinessItem.Field.checkedAt), (_, "since"),
      (_, "expires"):
      Timestamp(iso8601: value).map(written) ?? value
    case (.readiness, ReadinessItem.Field.state): ReadinessState(graphName: value).title
    case (.recommendation, Recommendation.Field.state): RecommendationState(graphName: value).title
    case (.permission, ServicePermission.field): ServicePermission.Answer(graphName: value).title
    case (.contact, ReadinessContact.Field.purpose):
      ReadinessContact.Purpose(graphName: value).title
    case (.exclusion, Exclusion.Field.kind): Exclusion.Kind(graphName: value).title
    case (.escalation, "outcome"): EscalationRun.Outcome(rawValue: value)?.title ?? value
    default: value
    }
  }

  /// What it is set to, as a phrase: "owner bob", "no owner", "incident 2972395".
  public func phrase(_ value: String) -> String {
    if name.hasPrefix("incident/") || name.hasPrefix("ack/"), !value.isEmpty { return title }
    return value.isEmpty ? "no \(title)" : "\(title) \(words(value))"
  }
}
