// SPDX-License-Identifier: MIT

import DefenderWire
import Incidents
import SafeText

/// Requests for approval as text and as JSON.
enum ApprovalText {
  /// The digits of a digest that are shown.
  static let digits = 12

  static func table(
    _ requests: [ApprovalRequest], _ style: TextStyle, at now: Timestamp
  ) -> String {
    requests.map { request in
      let standing = request.state(at: now)
      let state = standing.title
      let isOpen = standing == .pending || standing == .approved
      let until = isOpen ? request.expires.map { " until \($0.dayAndTime)" } ?? "" : ""
      return
        "\(request.digest.prefix(digits))  \(visible(request.by.title).text)  \(state)\(until)  "
        + visible(request.words).text + "\n"
    }.joined()
  }

  static func json(_ requests: [ApprovalRequest], at now: Timestamp) -> String {
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
        }
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
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
