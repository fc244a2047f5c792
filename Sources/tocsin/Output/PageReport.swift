// SPDX-License-Identifier: MIT

import Incidents
import Reports
import Resources

/// An incident as a report, for a ticket.
struct PageReport {
  private let page: IncidentPage

  /// The report of a page.
  init(_ page: IncidentPage) { self.page = page }

  /// The whole page.
  var document: ReportDocument {
    let row = page.row
    let title = row.isReceived ? page.incident.title : "details not received"
    return ReportDocument(
      title: "\(prose: row.id.text): \(prose: title)",
      blocks: [.facts(ReportFacts(name: "incident", facts))]
        + section(
          "Summary",
          paragraphs([page.summary.narrative, page.summary.details].filter { !$0.isEmpty }))
        + section("Recommended by Defender", paragraphs(page.summary.recommendedActions))
        + section("Impact", list(impact)) + section("ATT&CK", list(techniques))
        + section("Responses", responses) + section("Handover note", handover)
        + section("Notes", notes))
  }

  private func section(_ title: ReportText, _ blocks: [ReportBlock]) -> [ReportBlock] {
    blocks.isEmpty ? [] : [.heading(title, level: 2)] + blocks
  }

  private func paragraphs(_ texts: [String]) -> [ReportBlock] {
    texts.map { .paragraph("\(lines: $0)") }
  }

  private func list(_ items: [ReportText]) -> [ReportBlock] {
    items.isEmpty ? [] : [.list(items)]
  }

  private var facts: [ReportFacts.Fact] {
    let row = page.row
    let move: ReportText = row.turn.isYours ? "yes, " : "no, "
    var facts: [ReportFacts.Fact] = [
      .init("severity", "Severity", .text("\(prose: row.severity.title)")),
      .init("status", "Status", .text("\(prose: row.status.title)")),
      .init("yourMove", "Your move", .text("\(move)\(prose: row.turn.why)")),
      .init("owner", "Owner", .text(row.owner.isEmpty ? "nobody" : "\(prose: row.owner)")),
    ]
    if let seen = row.acknowledgement {
      facts.append(
        .init("acknowledged", "Acknowledged", .text("\(prose: seen.by.title), \(seen.at)")))
    }
    if let since = row.awaitingSince {
      facts.append(.init("awaitingSince", "Awaiting since", .time(since)))
    }
    if let clocks = page.clocks {
      let now = Clock.now
      facts.append(
        .init("acknowledge", "Acknowledge", .text("\(prose: clocks.acknowledge.sentence(at: now))"))
      )
      facts.append(.init("act", "Act", .text("\(prose: clocks.act.sentence(at: now))")))
    }
    if let turns = page.turns {
      facts.append(.init("turns", "Lay with", .text("\(prose: turns.words)")))
    }
    if !page.excluded.isEmpty {
      facts.append(.init("excluded", "Excluded", .text("\(prose: page.excluded.sentence)")))
    }
    let written = WrittenText(page)
    if !written.snooze.isEmpty {
      facts.append(.init("snoozed", "Snoozed", .text("\(prose: written.snooze)")))
    }
    if !written.tags.isEmpty {
      facts.append(.init("tags", "Tags", .text("\(prose: written.tags)")))
    }
    return facts
  }

  private var impact: [ReportText] {
    let summary = page.summary
    func names(_ label: ReportText, _ assets: [InvestigationSummary.Asset]) -> [ReportText] {
      assets.map { "\(label): \(name: $0.name.isEmpty ? $0.identifier : $0.name)" }
    }
    var items =
      names("Device", summary.devices) + names("User", summary.users)
      + names("Mailbox", summary.mailboxes)
    items += summary.indicators.map { "\(words: $0.kind.title): \(indicator: $0.value)" }
    if let first = summary.firstActivityAt { items.append("First activity: \(first)") }
    if let last = summary.lastActivityAt { items.append("Last activity: \(last)") }
    return items
  }

  private var techniques: [ReportText] {
    page.summary.techniques.map { id in
      "\(prose: id)\(words: TechniqueNames.name(of: id).map { " \($0)" } ?? "")"
    }
  }

  private var responses: [ReportBlock] {
    let items = page.responses.map { line in
      var text: ReportText = "\(prose: line.here.title)"
      if !line.target.isEmpty { text += ", target \(name: line.target)" }
      var remark: ReportText = "\(prose: line.here.performer.title)"
      remark += ", \(prose: line.here.status.value.title)"
      if let theirs = line.defenderStatus { remark += " here; Defender: \(prose: theirs.title)" }
      if !line.excluded.isEmpty { remark += "; excluded: \(prose: line.excluded.sentence)" }
      if !line.here.note.isEmpty { remark += "; note: \(prose: line.here.note)" }
      return ReportChecklist.Item(state(line.here.status.value), text, remark: remark)
    }
    return items.isEmpty
      ? [] : [.checklist(ReportChecklist(name: "responses", caption: "", items: items))]
  }

  private func state(_ status: ResponseStatus) -> ReportChecklist.State {
    switch status {
    case .open, .unrecognized: .open
    case .inProgress: .inProgress
    case .completed: .done
    case .failed: .failed
    case .notRelevant: .skipped
    }
  }

  private var handover: [ReportBlock] {
    WrittenText(page).note.flatMap { part -> [ReportBlock] in
      [.paragraph("\(strong: part.label)"), .paragraph("\(lines: part.text)")]
    }
  }

  private var notes: [ReportBlock] {
    page.notes.flatMap { note -> [ReportBlock] in
      var heading: ReportText = "\(prose: note.author)"
      if note.source == .defender { heading += " in Defender" }
      heading += note.at.map { ", \($0)" } ?? ", no date"
      if note.isWithdrawn { heading += ", withdrawn" }
      return [.paragraph(heading + ":"), .paragraph("\(lines: note.text)")]
    }
  }
}
