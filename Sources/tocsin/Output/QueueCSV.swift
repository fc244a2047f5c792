// SPDX-License-Identifier: MIT

import Incidents
import SafeText

/// The queue as comma-separated values for spreadsheets (RFC 4180), which must not take a value
/// for a formula.
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
    return fields.map(field).joined(separator: ",") + "\r\n"
  }

  /// A value as a field: visible, behind an apostrophe where a spreadsheet would compute it, and
  /// quoted where it holds a sign of the format.
  static func field(_ raw: String) -> String {
    var text = VisibleText(raw, .typed).text
    if let first = raw.unicodeScalars.first, formulaStarts.contains(first) { text = "'" + text }
    let isQuoted = text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    guard isQuoted else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  private static let formulaStarts: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "\0", "\u{FF0B}", "\u{FF0D}", "\u{FF1D}", "\u{FF20}",
  ]
}
