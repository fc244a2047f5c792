// SPDX-License-Identifier: MIT

import Incidents

/// The queue and its first incident, for those who have no terminal to open the console on.
enum Overview {
  /// Prints the open queue, then the incident at its top.
  static func print(of session: Session) throws {
    try StandardStreams.out(text(of: session))
  }

  /// The open queue, then the incident at its top.
  static func text(of session: Session) throws -> String {
    let style = session.settings.style
    let rows = Array(try session.queue().rows)
    guard let first = rows.first else { return "There is no open incident.\n" }
    let table = QueueTable(rows, style: style, now: Clock.now)
    let page = try IncidentPage(of: first.id, in: session)
    return table.heading + rows.map(table.line).joined() + "\n" + PageText(page, style: style).text
  }
}
