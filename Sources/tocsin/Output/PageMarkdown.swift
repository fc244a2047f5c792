// SPDX-License-Identifier: MIT

import Incidents
import Resources
import SafeText

/// An incident as a Markdown page for a ticket or a report.
struct PageMarkdown {
  private let page: IncidentPage

  /// The Markdown of a page.
  init(_ page: IncidentPage) { self.page = page }

  /// The whole page, ending in a line feed.
  var text: String {
    let sections = [
      heading, section("Summary", summary), section("Recommended by Defender", recommended),
      section("Impact", impact), section("ATT&CK", techniques), section("Responses", responses),
      section("Handover note", handover), section("Notes", notes),
    ]
    return sections.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func section(_ title: String, _ text: String) -> String {
    text.isEmpty ? "" : "## \(title)\n\n\(text)"
  }

  private func list(_ items: [String]) -> String { items.map { "- \($0)" }.joined(separator: "\n") }

  private var heading: String {
    let row = page.row
    let title = row.isReceived ? page.incident.title : "details not received"
    var facts = [
      "Severity: \(MarkdownText.prose(row.severity.title))",
      "Status: \(MarkdownText.prose(row.status.title))",
      "Your move: \(row.turn.isYours ? "yes" : "no"), \(MarkdownText.prose(row.turn.why))",
      "Owner: \(row.owner.isEmpty ? "nobody" : MarkdownText.prose(row.owner))",
    ]
    if let seen = row.acknowledgement {
      facts.append(
        "Acknowledged: \(MarkdownText.prose(seen.by.title)), \(MarkdownText.prose(seen.at.iso8601))"
      )
    }
    if let since = row.awaitingSince {
      facts.append("Awaiting since: \(MarkdownText.prose(since.iso8601))")
    }
    if let clocks = page.clocks {
      let now = Clock.now
      facts.append("Acknowledge: \(MarkdownText.prose(clocks.acknowledge.sentence(at: now)))")
      facts.append("Act: \(MarkdownText.prose(clocks.act.sentence(at: now)))")
    }
    let written = WrittenText(page)
    if !written.snooze.isEmpty { facts.append(MarkdownText.prose(written.snooze)) }
    if !written.tags.isEmpty { facts.append("Tags: \(MarkdownText.prose(written.tags))") }
    return "# \(MarkdownText.prose(row.id.text)): \(MarkdownText.prose(title))\n\n\(list(facts))"
  }

  private var summary: String {
    [page.summary.narrative, page.summary.details].filter { !$0.isEmpty }
      .map(MarkdownText.paragraph).joined(separator: "\n\n")
  }

  private var recommended: String {
    page.summary.recommendedActions.map(MarkdownText.paragraph).joined(separator: "\n\n")
  }

  private var impact: String {
    let summary = page.summary
    func names(_ label: String, _ assets: [InvestigationSummary.Asset]) -> [String] {
      assets.map { asset in
        "\(label): \(MarkdownText.indicator(asset.name.isEmpty ? asset.identifier : asset.name))"
      }
    }
    var items =
      names("Device", summary.devices) + names("User", summary.users)
      + names("Mailbox", summary.mailboxes)
    items += summary.indicators.map { "\($0.kind.title): \(MarkdownText.indicator($0.value))" }
    if let first = summary.firstActivityAt {
      items.append("First activity: \(MarkdownText.prose(first.iso8601))")
    }
    if let last = summary.lastActivityAt {
      items.append("Last activity: \(MarkdownText.prose(last.iso8601))")
    }
    return list(items)
  }

  private var techniques: String {
    list(
      page.summary.techniques.map { id in
        let name = TechniqueNames.name(of: id).map { " \($0)" } ?? ""
        return MarkdownText.prose(id + name)
      })
  }

  private var responses: String {
    list(
      page.responses.map { line in
        let box = line.here.status.value.isFinished ? "[x]" : "[ ]"
        var text = "\(box) \(MarkdownText.prose(line.here.title))"
        text += " — \(MarkdownText.prose(line.here.performer.title))"
        text += ", \(MarkdownText.prose(line.here.status.value.title))"
        if let theirs = line.defenderStatus {
          text += " here; Defender: \(MarkdownText.prose(theirs.title))"
        }
        if !line.target.isEmpty { text += ", target \(MarkdownText.indicator(line.target))" }
        if !line.here.note.isEmpty { text += ", note: \(MarkdownText.prose(line.here.note))" }
        return text
      })
  }

  private var handover: String {
    WrittenText(page).note.map { "**\($0.label)**\n\n" + MarkdownText.paragraph($0.text) }
      .joined(separator: "\n\n")
  }

  private var notes: String {
    page.notes.map { note in
      let at = note.at.map { MarkdownText.prose($0.iso8601) } ?? "no date"
      let source = note.source == .defender ? " in Defender" : ""
      let withdrawn = note.isWithdrawn ? ", withdrawn" : ""
      return "**\(MarkdownText.prose(note.author))**\(source), \(at)\(withdrawn)\n\n"
        + MarkdownText.paragraph(note.text)
    }.joined(separator: "\n\n")
  }
}
