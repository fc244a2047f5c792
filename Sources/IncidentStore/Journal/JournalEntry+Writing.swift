// SPDX-License-Identifier: MIT

private import DefenderWire
package import Incidents

extension JournalEntry {
  /// The line, its line feed included, chained to the line before; `first` is the first of the
  /// lines written together with it.
  package func line(
    after previous: LineHash, with first: Int? = nil
  ) -> (bytes: [UInt8], hash: LineHash) {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("v", 1)
    writer.member("seq", seq)
    if let first, first < seq { writer.member("with", first) }
    writer.member("t", at.iso8601)
    writer.member("by", by.name)
    writer.member("uid", Int(by.uid))
    if let login = by.login { writer.member("login", login) }
    writer.member("kind", event.kind)
    writer.name("on")
    writer.object { writer in
      for (subject, version) in on.sorted(by: { $0.key < $1.key }) {
        writer.member(subject.text, version)
      }
    }
    writer.name("body")
    writer.object { writer in
      writer.body(of: event)
      if let approval {
        writer.name("approval")
        writer.object { writer in
          writer.member("request", approval.request.text)
          writer.member("sha256", approval.digest)
          writer.member("uid", Int(approval.uid))
        }
      }
      if !formerIDs.isEmpty { writer.member("was", formerIDs.map(\.text)) }
    }
    writer.member("prev", previous.description)
    var bytes = writer.bytes
    let hash = LineHash(of: bytes, in: bytes.indices)
    bytes += JournalLine.hashPrefix + hash.characters + JournalLine.end + [0x0A]
    return (bytes, hash)
  }
}

extension JSONWriter {
  mutating func body(of event: Event) {
    switch event {
    case .observed(let observation): body(of: observation)
    case .acknowledged, .reopened, .woken, .other: break
    case .assigned(let owner): member("owner", owner)
    case .commented(let text): member("text", text)
    case .noted(let note): body(of: note)
    case .tagged(let edit):
      if !edit.add.isEmpty { member("add", edit.add) }
      if !edit.remove.isEmpty { member("remove", edit.remove) }
    case .snoozed(let snooze): body(of: snooze)
    case .classified(let classification, let determination):
      member("classification", classification.graphName)
      member("determination", determination.graphName)
    case .resolved(let resolution):
      member("classification", resolution.classification.graphName)
      member("determination", resolution.determination.graphName)
      member("comment", resolution.comment)
    case .response(let record):
      if !record.byIncident.isEmpty {
        name("responsesOf")
        object { writer in
          for (incident, ids) in record.byIncident.sorted(by: { $0.key < $1.key }) {
            writer.member(incident.text, ids)
          }
        }
      } else if record.responses.count == 1, let id = record.responses.first {
        member("response", id)
      } else {
        member("responses", record.responses)
      }
      if !record.note.isEmpty { member("note", record.note) }
    case .recorded(let edit): body(of: edit)
    case .undone(let seq): member("undoes", seq)
    case .reanchored(let breaks):
      name("breaks")
      array { writer in
        for item in breaks { writer.value(of: item) }
      }
    case .headAccepted(let acceptance):
      if let line = acceptance.remembered { member("remembered", line) }
      if let store = acceptance.formerStore { member("formerStore", store) }
    }
  }

  mutating func member(_ name: String, _ value: Int) {
    self.name(name)
    integer(value)
  }

  mutating func member(_ name: String, _ text: String?) {
    self.name(name)
    if let text { string(text) } else { null() }
  }

  mutating func member(_ name: String, _ texts: [String]) {
    self.name(name)
    array { writer in
      for text in texts { writer.string(text) }
    }
  }
}
