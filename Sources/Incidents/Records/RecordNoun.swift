// SPDX-License-Identifier: MIT

/// What a record of ours can be about.
public enum RecordNoun: String, CaseIterable, Hashable, Sendable {
  /// What the experts advise.
  case recommendation
  /// An item of the readiness assessment.
  case readiness
  /// How many devices and identities are protected, counted on a day.
  case assets
  /// Whom the experts call or write to.
  case contact
  /// A group for which the experts only guide.
  case exclusion
  /// A permission that was granted to the experts.
  case permission
  /// A run through the question whether this is an emergency.
  case escalation
  /// What one shift hands to the next.
  case handover
  /// What a second person must approve.
  case request
  /// What a response switched off and was switched on again by other means.
  case containment
  /// A rule everybody who uses the store goes by.
  case policy

  /// The name on screen.
  public var title: String {
    switch self {
    case .assets: "protected assets"
    case .request: "approval request"
    default: rawValue
    }
  }
}

extension Subject {
  /// The record of a kind with a name; `nil` unless the name is printable ASCII of at most 100
  /// bytes.
  public init?(_ noun: RecordNoun, _ name: String) {
    guard !name.isEmpty, name.utf8.count <= 100 else { return nil }
    self.init("\(noun.rawValue)/\(name)")
  }

  /// What kind of record it is; `nil` for an incident, or a kind this version does not know.
  public var noun: RecordNoun? {
    text.firstIndex(of: "/").flatMap { RecordNoun(rawValue: String(text[..<$0])) }
  }

  /// The record's own name, after the `/`; empty for an incident.
  public var name: String {
    text.firstIndex(of: "/").map { String(text[text.index(after: $0)...]) } ?? ""
  }

  /// Whether it is a record of ours: neither an incident nor the store itself.
  public var isRecord: Bool {
    incident == nil && !text.hasPrefix("store/") && !text.hasPrefix("manual/")
  }
}
