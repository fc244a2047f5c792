// SPDX-License-Identifier: MIT

import DefenderWire
import Incidents

extension QueueRow {
  /// Writes the members `list` and `show` have in common (`Documentation/list.schema.json`).
  func writeMembers(
    to writer: inout JSONWriter, _ clocks: ResponseClocks?, _ turns: IncidentTurns? = nil
  ) {
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
    writer.name("clocks")
    if let clocks {
      writer.object {
        clocks.writeMembers(to: &$0)
        if let turns {
          $0.member("expertsMinutes", turns.expertsMinutes)
          $0.member("yourMinutes", turns.customersMinutes)
        }
      }
    } else {
      writer.null()
    }
    writer.member("tags", tags)
    writer.member("systemTags", systemTags)
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
  func json(_ clocks: ResponseClocks?) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writeMembers(to: &$0, clocks) }
    return writer.bytes
  }
}

extension ResponseClocks {
  fileprivate func writeMembers(to writer: inout JSONWriter) {
    let now = Clock.now
    writer.member("startedAt", since)
    writer.member("acknowledgeBy", acknowledge.deadline)
    writer.member("acknowledgeState", acknowledge.state(at: now).name)
    writer.member("acknowledgeStoppedAt", acknowledge.stop?.at)
    writer.member("actBy", act.deadline)
    writer.member("actState", act.state(at: now).name)
    writer.member("actStoppedAt", act.stop?.at)
    writer.member("pausedMinutes", Int(act.pausedMinutes(at: now)))
  }
}
