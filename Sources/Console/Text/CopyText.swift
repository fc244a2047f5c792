// SPDX-License-Identifier: MIT

import Incidents
import SafeText

/// What the copy menu puts on the clipboard: text that shows whatever it hides, wherever it goes.
enum CopyText {
  /// One line of prose, every scalar of it visible.
  static func line(_ text: String) -> String { VisibleText(text, .prose, showingAll: true).text }

  /// Several lines.
  static func lines(_ text: String) -> String {
    VisibleText(text, .multiline, showingAll: true).text
  }

  /// A name or value.
  static func value(_ text: String) -> String { VisibleText(text, .indicator).text }

  /// The indicators, one to a line; so that nothing opens by accident unless they are `raw`.
  static func indicators(_ summary: InvestigationSummary, raw: Bool) -> String {
    summary.indicators.map { value(raw ? $0.value : Defang.defanged($0.value)) }
      .joined(separator: "\n")
  }

  /// What happened, whom it hit, and what is asked, as plain text.
  static func summary(_ row: QueueRow, _ opened: Opened, _ responses: [ResponseCase]) -> String {
    let summary = opened.summary
    var lines = [
      "\(row.id) \(value(row.severity.title.uppercased())), \(value(row.status.title))",
      line(row.title),
    ]
    func add(_ label: String, _ texts: [String]) {
      if !texts.isEmpty { lines.append("\(label): \(texts.joined(separator: ", "))") }
    }
    func add(_ label: String, text: String) {
      if !text.isEmpty { lines += ["", "\(label):", Self.lines(text)] }
    }
    func names(_ assets: [InvestigationSummary.Asset]) -> [String] {
      assets.map { value(Defang.defanged($0.name.isEmpty ? $0.identifier : $0.name)) }
    }
    add("First activity", [summary.firstActivityAt?.dayAndTime].compactMap(\.self))
    add("Last activity", [summary.lastActivityAt?.dayAndTime].compactMap(\.self))
    add("Devices", names(summary.devices))
    add("Users", names(summary.users))
    add("Mailboxes", names(summary.mailboxes))
    add(
      "ATT&CK",
      summary.techniques.map { id in
        value(id) + (opened.techniqueNames[id].map { " " + $0 } ?? "")
      })
    add("Experts", text: summary.narrative)
    add("Description", text: summary.details)
    if !summary.indicators.isEmpty {
      lines += ["", "Indicators (defanged):", indicators(summary, raw: false)]
    }
    if !responses.isEmpty {
      lines += ["", "Responses:"]
      lines += responses.map { "- \(line($0.title)): \(value($0.status.value.title))" }
    }
    let link = opened.incident.portalLink
    if !link.isEmpty { lines += ["", value(link)] }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A question for the experts, to be sent as it is or gone on with.
  ///
  /// It is about one response where one is meant, else about the incident and what is open in it.
  static func question(_ row: QueueRow, _ responses: [ResponseCase], about one: ResponseCase?)
    -> String
  {
    let title = row.isReceived ? line(row.title) : "details not received"
    var lines = [
      "Question to Defender Experts",
      "Incident \(row.id): \(title)",
      "Severity \(value(row.severity.title)), status \(value(row.status.title))",
      "",
    ]
    if let one {
      lines += [
        "It is about the managed response: \(line(one.title)) (id \(value(one.id))).",
        "Is it still needed as it stands, and what must we know before we carry it out?",
      ]
    } else {
      let open = responses.filter(\.isOpenForCustomer)
      if !open.isEmpty {
        lines.append("Open on our side:")
        lines += open.map { "- \(line($0.title)) (id \(value($0.id)))" }
        lines.append("")
      }
      lines.append(
        "Is there anything new on this incident, and what do you need from us next?")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
