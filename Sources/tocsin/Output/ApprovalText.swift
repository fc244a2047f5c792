// SPDX-License-Identifier: MIT

import DefenderWire
import IncidentStore
import Incidents
import SafeText

/// Requests for approval as text and as JSON.
enum ApprovalText {
  /// The digits of a digest that are shown.
  static let digits = 12

  static func table(_ requests: [ApprovalRequest], in session: Session, at now: Timestamp) -> String
  {
    requests.map { request in
      let standing = request.state(at: now)
      let state = standing.title
      let isOpen = standing == .pending || standing == .approved
      let until = isOpen ? request.expires.map { " until \($0.dayAndTime)" } ?? "" : ""
      return
        "\(request.digest.prefix(digits))  \(visible(request.by.title).text)  \(state)\(until)  "
        + visible(request.words).text + "\n" + content(of: request, in: session)
    }.joined()
  }

  /// What exactly a request would record, a line each.
  static func content(of request: ApprovalRequest, in session: Session) -> String {
    guard let proposal = session.store.proposal(of: request) else {
      return "              What exactly is asked for cannot be read here.\n"
    }
    return session.book.content(of: proposal).parts().map { part in
      let lines = VisibleText(part.value, .multiline).lines.map(\.text)
      let label = part.label + String(repeating: " ", count: max(1, 11 - part.label.utf8.count))
      let margin = "              "
      return lines.enumerated().map { place, line in
        margin + (place == 0 ? label : String(repeating: " ", count: 11)) + line + "\n"
      }.joined()
    }.joined()
  }

  static func json(_ requests: [ApprovalRequest], in session: Session, at now: Timestamp) -> String
  {
    var writer = JSONWriter()
    writer.array { writer in
      for request in requests {
        writer.object { writer in
          writer.name("request")
          writer.string(request.digest)
          writer.name("state")
          writer.string(request.state(at: now).name)
          writer.name("by")
          writer.string(request.by.name)
          writer.name("uid")
          writer.integer(Int(request.by.uid))
          writer.name("askedAt")
          if let at = request.askedAt { writer.string(at.iso8601) } else { writer.null() }
          writer.name("expires")
          if let at = request.expires { writer.string(at.iso8601) } else { writer.null() }
          writer.name("approvedBy")
          writer.array { writer in
            for name in request.approvers { writer.string(name) }
          }
          writer.name("words")
          writer.string(request.words)
          writer.name("content")
          if let proposal = session.store.proposal(of: request) {
            write(session.book.content(of: proposal), to: &writer)
          } else {
            writer.null()
          }
        }
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  /// The rule, and the line that last changed it.
  static func json(_ rule: ApprovalRule, _ version: Int) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("isActive", rule.isActive)
      writer.member("containment", rule.containment)
      writer.member("closing", rule.closing)
      writer.member("over", rule.over)
      writer.member("minutes", rule.minutes)
      writer.member("version", version)
    }
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  private static func write(_ content: RequestedContent, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("kind", content.kind)
      writer.member("incidents", content.incidents.map(\.text))
      writer.member("records", content.records.map(\.text))
      writer.objects("responses", content.responses) { writer, response in
        writer.member("incident", response.reference.incident.text)
        writer.member("response", response.reference.response)
        writer.member("action", response.action)
        writer.member("title", response.title)
        writer.member("target", response.target)
      }
      writer.objects("details", content.details) { writer, part in
        writer.member("name", part.label)
        writer.member("value", part.value)
      }
      writer.member("note", content.note)
    }
  }
}

extension ApprovalRequest.State {
  /// The name for scripts.
  fileprivate var name: String {
    switch self {
    case .pending: "pending"
    case .approved: "approved"
    case .done: "done"
    case .withdrawn: "withdrawn"
    case .expired: "expired"
    }
  }
}
