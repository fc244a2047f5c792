// SPDX-License-Identifier: MIT

private import DefenderWire
package import Incidents

/// An action as it is asked for: what would be written, on what, whatever the versions are.
package struct RequestedAction: Hashable, Sendable {
  /// The most bytes of the action in one field of a record.
  private static let part = 8000

  /// The JSON, printable ASCII, the same for the same action.
  package let text: String

  /// The action of a proposal.
  package init(_ proposal: Proposal) {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("kind", proposal.event.kind)
      writer.member("on", proposal.subjects.map(\.text))
      writer.name("body")
      writer.object { $0.body(of: proposal.event) }
    }
    text = String(decoding: writer.bytes, as: UTF8.self)
  }

  /// What names the request: it stands for this action, asked by this user, good until then.
  package func digest(by uid: UInt32, expires: Timestamp) -> String {
    documentDigest(Array("\(text)\n\(uid)\n\(expires.iso8601)".utf8))
  }

  /// The fields that hold it.
  package var fields: [String: String] {
    let bytes = Array(text.utf8)
    var fields: [String: String] = [:]
    for (number, start) in stride(from: 0, to: bytes.count, by: Self.part).enumerated() {
      let digits = String(number)
      let part = bytes[start..<min(start + Self.part, bytes.count)]
      fields["action/" + (digits.count < 2 ? "0" + digits : digits)] =
        String(decoding: part, as: UTF8.self)
    }
    return fields
  }

  /// The proposal of an action as it was asked for; `nil` if it cannot be made out.
  package static func proposal(_ text: String) -> Proposal? {
    guard let document = try? JSONDocument(bytes: Array(text.utf8)[...]),
      let kind = document.root["kind"]?.string?.text, let body = document.root["body"],
      let event = Event(kind: kind, body: body)
    else { return nil }
    var proposal = Proposal(event, seen: [:])
    for subject in (document.root["on"]?.texts ?? []).compactMap(Subject.init) {
      if let id = subject.incident {
        proposal.seen[id] = .some(nil)
      } else {
        proposal.records[subject] = .some(nil)
      }
    }
    return proposal
  }
}

extension Proposal {
  /// Everything it names, in order.
  var subjects: [Subject] { (seen.keys.map(Subject.init) + records.keys).sorted() }
}
