// SPDX-License-Identifier: MIT

internal import DefenderWire
internal import Incidents

extension Note {
  /// Reads a *noted* line's body; `nil` if it changes nothing or a member is malformed.
  init?(_ body: JSONValue) {
    self.init()
    for member in body.members {
      switch member.name {
      case "hypothesis":
        guard let text = member.value.string?.text else { return nil }
        hypothesis = text
      case "nextStep":
        guard let text = member.value.string?.text else { return nil }
        nextStep = text
      case "blocker":
        guard let text = member.value.string?.text else { return nil }
        blocker = text
      case "due":
        guard member.value.isNull || member.value.timestamp != nil else { return nil }
        due = .some(member.value.timestamp)
      default: break
      }
    }
    if isEmpty { return nil }
  }
}

extension Snooze {
  /// Reads a *snoozed* line's body; `nil` without a condition or a reason.
  init?(_ body: JSONValue) {
    let until = body["until"]?.timestamp
    let response = body["response"]?.string?.text
    guard until != nil || response != nil, let reason = body["reason"]?.string?.text else {
      return nil
    }
    self.init(until: until, response: response, reason: reason)
  }
}

extension TagEdit {
  /// Reads a *tagged* line's body; `nil` if it changes nothing.
  init?(_ body: JSONValue) {
    self.init(add: body["add"]?.texts ?? [], remove: body["remove"]?.texts ?? [])
    if isEmpty { return nil }
  }
}

extension RecordEdit {
  /// Reads a *recorded* line's body; `nil` if it sets nothing or a member is malformed.
  init?(_ body: JSONValue) {
    guard let set = body["set"], set.kind == .object else { return nil }
    self.init([:])
    for record in set.members {
      guard let subject = Subject(record.name), subject.isRecord else { return nil }
      var fields: [String: String] = [:]
      for field in record.value.members {
        guard let text = field.value.string?.text else { return nil }
        fields[field.name] = text
      }
      values[subject] = fields
    }
    if values.isEmpty { return nil }
  }
}

extension JSONWriter {
  mutating func body(of edit: RecordEdit) {
    name("set")
    object { writer in
      for (subject, fields) in edit.values.sorted(by: { $0.key < $1.key }) {
        writer.name(subject.text)
        writer.object { writer in
          for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
            writer.member(name, value)
          }
        }
      }
    }
  }

  mutating func body(of note: Note) {
    if let text = note.hypothesis { member("hypothesis", text) }
    if let text = note.nextStep { member("nextStep", text) }
    if let text = note.blocker { member("blocker", text) }
    if let due = note.due { member("due", due?.iso8601) }
  }

  mutating func body(of snooze: Snooze) {
    if let until = snooze.until { member("until", until.iso8601) }
    if let response = snooze.response { member("response", response) }
    member("reason", snooze.reason)
  }
}
