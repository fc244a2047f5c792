// SPDX-License-Identifier: MIT

import Incidents

extension Draft {
  /// What names the draft in a file.
  public var key: [String] {
    switch self {
    case .comment(let id): ["comment", id.text]
    case .note(let id, let field): ["note", id.text, field.rawValue]
    case .snooze(let id): ["snooze", id.text]
    case .resolution(let id): ["resolution", id.text]
    case .record(let subject, let field): ["record", subject, field]
    case .reason(let id, let response, let step): ["reason", id.text, response, step.rawValue]
    }
  }

  /// Reads such a name; `nil` if it is none.
  public init?(key: [String]) {
    if key.count == 3, key[0] == "record" {
      self = .record(key[1], field: key[2])
      return
    }
    guard key.count >= 2, let id = IncidentID(key[1]) else { return nil }
    switch (key[0], key.count) {
    case ("comment", 2): self = .comment(id)
    case ("snooze", 2): self = .snooze(id)
    case ("resolution", 2): self = .resolution(id)
    case ("note", 3):
      guard let field = NoteField(rawValue: key[2]) else { return nil }
      self = .note(id, field)
    case ("reason", 4):
      guard let step = ResponseStep(rawValue: key[3]) else { return nil }
      self = .reason(id, response: key[2], step)
    default: return nil
    }
  }

  /// The incident or record it belongs to.
  public var subject: String {
    switch self {
    case .comment(let id), .note(let id, _), .snooze(let id), .resolution(let id): id.text
    case .reason(let id, _, _): id.text
    case .record(let subject, _): subject
    }
  }

  /// Whether it belongs to a record of ours.
  var isOfRecord: Bool { if case .record = self { true } else { false } }

  /// How to go on with it, as people press it.
  var keys: String {
    switch self {
    case .comment: "c"
    case .note: "e"
    case .snooze: "z"
    case .resolution: "R"
    case .record: "opening its form"
    case .reason(_, _, let step): step == .skipped ? "3 s" : "3 f"
    }
  }
}
