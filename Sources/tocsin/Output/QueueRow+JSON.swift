// SPDX-License-Identifier: MIT

import DefenderWire
import Incidents

extension QueueRow {
  /// Writes the members `list` and `show` have in common (`Documentation/list.schema.json`).
  func writeMembers(to writer: inout JSONWriter) {
    writer.member("id", id.text)
    writer.member("title", title)
    writer.member("severity", severity)
    writer.member("status", status)
    writer.member("yourMove", turn.isYours)
    writer.member("why", turn.why)
    writer.member("owner", owner.isEmpty ? nil : owner)
    writer.member("acknowledged", acknowledgement)
    writer.member("openResponses", openResponses)
    writer.member("totalResponses", totalResponses)
    writer.member("createdAt", createdAt)
    writer.member("updatedAt", updatedAt)
    writer.member("awaitingSince", awaitingSince)
    writer.member("tags", tags)
    writer.name("snoozed")
    if let snoozed {
      writer.object {
        $0.member("until", snoozed.snooze.until)
        $0.member("response", snoozed.snooze.response)
        $0.member("reason", snoozed.snooze.reason)
        $0.member("by", snoozed.by)
        $0.member("at", snoozed.at)
      }
    } else {
      writer.null()
    }
    writer.member("version", version)
  }

  /// The row as one JSON object on one line.
  var json: [UInt8] {
    var writer = JSONWriter()
    writer.object(writeMembers)
    return writer.bytes
  }
}
