// SPDX-License-Identifier: MIT

import Incidents
import Reports

/// The queue as comma-separated values for spreadsheets.
enum QueueCSV {
  /// The names of the columns, those of the JSON.
  static let heading =
    "id,title,severity,status,yourMove,why,owner,acknowledgedBy,acknowledgedAt,openResponses,"
    + "totalResponses,createdAt,updatedAt,awaitingSince,version,snoozedUntil\r\n"

  /// A row as a record.
  static func record(_ row: QueueRow) -> String {
    let fields: [String] = [
      row.id.text, row.title, row.severity.graphName, row.status.graphName,
      row.turn.isYours ? "true" : "false", row.turn.why, row.owner,
      row.acknowledgement?.by.title ?? "", row.acknowledgement?.at.iso8601 ?? "",
      String(row.openResponses), String(row.totalResponses), row.createdAt?.iso8601 ?? "",
      row.updatedAt?.iso8601 ?? "", row.awaitingSince?.iso8601 ?? "", String(row.version),
      row.snoozed.map { $0.snooze.until?.iso8601 ?? "response" } ?? "",
    ]
    return CSVText.record(fields.map(CSVText.field))
  }
}
