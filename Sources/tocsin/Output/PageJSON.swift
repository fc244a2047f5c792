// SPDX-License-Identifier: MIT

import DefenderWire
import Incidents
import Resources

/// An incident as one JSON object (`Documentation/show.schema.json`).
struct PageJSON {
  private let page: IncidentPage

  /// The JSON of a page.
  init(_ page: IncidentPage) { self.page = page }

  /// The object, on one line.
  var bytes: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      page.row.writeMembers(to: &writer, page.clocks, page.turns)
      writer.member("classification", page.view.resolution.value.classification)
      writer.member("determination", page.view.resolution.value.determination)
      writer.member("portalLink", page.incident.portalLink)
      writer.name("summary")
      writer.object(writeSummary)
      writer.objects("alerts", page.incident.alerts, Self.write)
      writer.objects("responses", page.responses, Self.write)
      writer.name("note")
      writer.object(writeNote)
      writer.member("tagsOnlyHere", page.view.shownTags.filter(\.isOnlyHere).map(\.name))
      writer.member("tagsTakenOff", page.view.tagsTakenOff)
      writer.member("excluded", page.excluded.map(\.name))
      writer.objects("notes", page.notes, Self.write)
      writer.objects("timeline", page.timeline, Self.write)
      writer.objects("flags", page.incident.flags) { writer, flag in
        writer.member("path", flag.path)
        writer.member("reason", flag.reason)
        writer.member("raw", flag.raw)
      }
    }
    return writer.bytes
  }

  private func writeNote(to writer: inout JSONWriter) {
    let written = page.view.written
    func text(_ ledger: Ledger<String>) -> String? { ledger.value.isEmpty ? nil : ledger.value }
    writer.member("hypothesis", text(written.hypothesis))
    writer.member("nextStep", text(written.nextStep))
    writer.member("blocker", text(written.blocker))
    writer.member("due", written.due.value)
  }

  private func writeSummary(to writer: inout JSONWriter) {
    let summary = page.summary
    writer.member("narrative", summary.narrative)
    writer.member("description", summary.details)
    writer.member("recommendedActions", summary.recommendedActions)
    writer.member("huntingQueries", summary.huntingQueries)
    writer.objects("devices", summary.devices, Self.write)
    writer.objects("users", summary.users, Self.write)
    writer.objects("mailboxes", summary.mailboxes, Self.write)
    writer.member("firstActivityAt", summary.firstActivityAt)
    writer.member("lastActivityAt", summary.lastActivityAt)
    writer.objects("techniques", summary.techniques) { writer, id in
      writer.member("id", id)
      writer.member("name", TechniqueNames.name(of: id))
    }
    writer.objects("indicators", summary.indicators) { writer, indicator in
      writer.member("kind", indicator.kind.rawValue)
      writer.member("value", indicator.value)
      writer.member("name", indicator.name)
    }
    writer.name("verdicts")
    writer.object { writer in
      let verdicts = summary.verdicts.map { ($0.key.graphName, $0.value) }
      for (name, count) in verdicts.sorted(by: { $0 < $1 }) { writer.member(name, count) }
    }
  }

  private static func write(_ writer: inout JSONWriter, _ asset: InvestigationSummary.Asset) {
    writer.member("name", asset.name)
    writer.member("id", asset.identifier)
  }

  private static func write(_ writer: inout JSONWriter, _ alert: Alert) {
    writer.member("id", alert.id)
    writer.member("title", alert.title)
    writer.member("severity", alert.severity)
    writer.member("status", alert.status)
    writer.member("category", alert.category)
    writer.member("serviceSource", alert.serviceSource)
    writer.member("description", alert.details)
    writer.member("techniques", alert.techniques)
    writer.member("createdAt", alert.createdAt)
    writer.member("firstActivityAt", alert.firstActivityAt)
    writer.member("lastActivityAt", alert.lastActivityAt)
    writer.objects("evidence", alert.evidence) { writer, evidence in
      writer.member("kind", evidence.kind.rawValue)
      writer.member("type", evidence.type)
      writer.member("name", evidence.name)
      writer.member("id", evidence.identifier)
      writer.member("verdict", evidence.verdict)
      writer.member("remediation", evidence.remediation)
      writer.objects("fields", evidence.fields) { writer, field in
        writer.member("label", field.label)
        writer.member("value", field.value)
      }
    }
  }

  private static func write(_ writer: inout JSONWriter, _ line: IncidentPage.ResponseLine) {
    writer.member("id", line.here.id)
    writer.member("title", line.here.title)
    writer.member("action", line.here.action)
    writer.member("target", line.target)
    writer.member("device", line.service?.device ?? "")
    writer.member("status", line.here.status.value)
    if let status = line.defenderStatus { writer.member("defenderStatus", status) }
    writer.member("performer", line.here.performer.name)
    writer.member("acknowledged", line.here.acknowledgement.value)
    writer.member("excluded", line.excluded.map(\.name))
    writer.member("note", line.here.note)
    writer.member("description", line.service?.details ?? "")
    writer.member("createdAt", line.service?.createdAt)
  }

  private static func write(_ writer: inout JSONWriter, _ note: IncidentPage.Note) {
    writer.member("at", note.at)
    writer.member("by", note.by)
    if let login = note.login { writer.member("login", login) }
    writer.member("text", note.text)
    writer.member("source", note.source.rawValue)
    writer.member("withdrawn", note.isWithdrawn)
  }

  private static func write(_ writer: inout JSONWriter, _ entry: TimelineEntry) {
    writer.member("at", entry.at)
    writer.member("kind", entry.kind.rawValue)
    writer.member("by", entry.by)
    writer.member("text", entry.text)
    writer.member("source", entry.source?.text)
    writer.member("line", entry.seq)
    writer.member("undone", entry.isUndone)
    writer.objects("entities", entry.entities) { writer, entity in
      writer.member("kind", entity.kind.rawValue)
      writer.member("name", entity.name)
    }
  }
}
