// SPDX-License-Identifier: MIT

import Incidents
import SafeText

/// The queue in columns, for people.
struct QueueTable {
  /// The least columns of a title.
  static let leastTitle = 20
  /// The most columns of an owner.
  static let mostOwner = 12

  private let style: TextStyle
  private let now: Timestamp
  private let idColumns: Int
  private let ownerColumns: Int
  private let titleColumns: Int

  /// A table wide enough for all ids of the rows.
  init(_ rows: [QueueRow], style: TextStyle, now: Timestamp) {
    self.style = style
    self.now = now
    idColumns = rows.map(\.id.text.utf8.count).reduce(2, max)
    ownerColumns = min(
      Self.mostOwner, rows.map { VisibleText($0.owner, .indicator).width }.reduce(5, max))
    // Mark, due, severity and responses with two columns between all of them.
    let others = 3 + 8 + 2 + 4 + 2 + idColumns + 2 + 2 + 5 + 2 + ownerColumns
    titleColumns = max(Self.leastTitle, style.columns - others)
  }

  /// Writes rows under the names of their columns; nothing where there are none.
  static func print(
    _ rows: [QueueRow], style: TextStyle, to output: inout BufferedOutput
  ) throws(Failure) {
    guard !rows.isEmpty else { return }
    let table = QueueTable(rows, style: style, now: Clock.now)
    try output.write(table.heading)
    for row in rows { try output.write(table.line(row)) }
  }

  /// The names of the columns.
  var heading: String {
    line(
      mark: " ", due: "DUE", severity: "SEV ", id: "ID", title: "INCIDENT",
      responses: "RESP",
      owner: "OWNER")
  }

  /// A row as a line.
  func line(_ row: QueueRow) -> String {
    line(
      mark: row.isOverdue(at: now) ? "!" : row.snoozed == nil ? style.mark(row.turn) : "z",
      due: due(row),
      severity: style.colored(
        style.column(VisibleText(row.severity.shortTitle, .indicator), 4), by: row.severity),
      id: row.id.text, title: Self.title(of: row),
      responses: row.totalResponses == 0
        ? style.none : "\(row.totalResponses - row.openResponses)/\(row.totalResponses)",
      owner: row.owner.isEmpty
        ? style.none
        : style.column(
          VisibleText(row.owner, .indicator), ownerColumns))
  }

  /// How much time is left, and which key of the console stops that clock.
  private func due(_ row: QueueRow) -> String {
    if let snoozed = row.snoozed { return snoozed.snooze.until?.clockTime ?? style.none }
    guard let due = row.due else { return style.none }
    return due.clock.key + " " + Countdown(to: due.at, from: now).text(isASCII: style.isASCII)
  }

  /// What stands in for a title that was not received.
  static func title(of row: QueueRow) -> VisibleText {
    guard row.isReceived else { return "(details not received)" }
    return row.isUntitled ? "(no title)" : VisibleText(row.title).warned
  }

  private func line(
    mark: String, due: String, severity: String, id: String, title: VisibleText,
    responses: String, owner: String
  ) -> String {
    let columns = [
      mark, style.column(due, 8), severity, style.column(id, idColumns),
      style.column(title, titleColumns), style.column(responses, 5), owner,
    ]
    var line = columns.joined(separator: "  ")
    while line.last == " " { line.removeLast() }
    return line + "\n"
  }
}
