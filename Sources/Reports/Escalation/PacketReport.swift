// SPDX-License-Identifier: MIT

public import Incidents
import SafeText

/// The hand-off packet as a report, to be read by people who know nothing of this console.
public struct PacketReport {
  private let packet: HandOffPacket

  /// The report of a packet.
  public init(_ packet: HandOffPacket) { self.packet = packet }

  /// The document.
  public var document: ReportDocument {
    var blocks: [ReportBlock] = [
      .warning(
        "What is said to be done was recorded by people or reported by Defender; check what is in force on the tenant before you rely on it."
      ),
      .facts(facts), .facts(EscalationBlocks.provider(packet.provider)), .table(incidents),
    ]
    blocks += EscalationBlocks.signs(packet.signs)
    for source in packet.sources { blocks += story(source) }
    for (place, run) in packet.runs.enumerated() {
      let suffix = place == 0 ? "" : String(place + 1)
      let title: ReportText =
        packet.runs.count == 1 ? "The decision" : "The decision, run \(exact: run.id.name)"
      blocks.append(.heading(title, level: 2))
      blocks += EscalationBlocks.run(run, packet.guide, suffix: suffix, at: packet.madeAt)
    }
    blocks += [
      .heading("Containment in force", level: 2), .table(containment),
      .heading("Actions", level: 2), .table(actions),
      .heading("Open questions", level: 2), .table(questions),
      .heading("Contacts on record", level: 2), .table(contacts),
      .pageBreak, .heading("Indicators", level: 2), .table(indicators),
      .heading("Assets", level: 2), .table(assets),
      .pageBreak, .heading("Timeline", level: 2), .table(timeline),
      .heading("Documents and hashes", level: 2),
      .paragraph(
        "SHA-256 of each document of the store this packet rests on; the journal's head chains every line before it."
      ),
      .table(documents),
    ]
    let ids = packet.sources.map { ReportText("\(id: $0.view.id)") }
    let names = ids.dropFirst().reduce(ids.first ?? "") { $0 + ", " + $1 }
    return ReportDocument(
      title: "Hand-off packet: \(names)",
      subtitle: "made \(packet.madeAt) by \(prose: packet.madeBy)", blocks: blocks)
  }

  private var facts: ReportFacts {
    ReportFacts(
      name: "packet",
      [
        .init("madeAt", "Made", .time(packet.madeAt)),
        .init("madeBy", "By", .prose(packet.madeBy)),
        .init(
          "incidents", "Incidents", .number(packet.sources.count),
          incidents: packet.sources.map(\.view.id)),
        .init("store", "Store", .text("\(exact: packet.store)")),
        .init("journalHead", "Journal head", .number(packet.head)),
        .init(
          "journalHash", "Its hash",
          packet.hash.isEmpty ? .none : .text("\(exact: packet.hash)")),
      ])
  }

  private var incidents: ReportTable {
    ReportTable(
      name: "incidents", caption: "",
      columns: [
        .text("id", "Incident"), .text("severity", "Severity"), .text("status", "Status"),
        .text("title", "Title"), .text("owner", "Owner"), .text("merged", "Merged into it"),
        .text("link", "Portal"),
      ],
      rows: packet.sources.map { source in
        let view = source.view
        let merged = source.merged.map(\.id.text).joined(separator: " ")
        return ReportRow(
          [
            .text("\(id: view.id)"), .prose(view.service.severity.title),
            .prose(view.status.value.title), .prose(source.incident.title),
            .prose(view.owner.value), merged.isEmpty ? .none : .text("\(exact: merged)"),
            .prose(source.incident.portalLink),
          ], incidents: [view.id])
      })
  }

  private func story(_ source: HandOffPacket.Source) -> [ReportBlock] {
    let incident = source.incident
    let texts = [incident.summary, incident.details].filter { !$0.isEmpty }
    guard !texts.isEmpty else { return [] }
    return [.heading("What the experts wrote of \(id: incident.id)", level: 2)]
      + texts.map { .paragraph("\(lines: $0)") }
  }

  private var containment: ReportTable {
    ReportTable(
      name: "containment", caption: "",
      columns: [
        .text("action", "What"), .text("target", "Target"), .text("targetId", "Id"),
        .time("since", "Known since"), .text("origin", "Known from"),
        .text("undo", "Taken back by"),
        .text("incident", "Incident"),
      ],
      rows: packet.containment.map { row in
        let origin: ReportText =
          switch row.origin {
          case .defender: "reported by Defender"
          case .here(let author): "recorded here by \(prose: author.title)"
          }
        return ReportRow(
          [
            .text(ReportText(prose: row.action.entry.title)), target(of: row),
            .indicator(row.target.id), row.since.map { .time($0) } ?? .none, .text(origin),
            .prose(row.undo), .text("\(id: row.response.incident)"),
          ], incidents: [row.response.incident])
      }, placeholder: "Nothing is known to be switched off by responses of these incidents.")
  }

  /// What a person would call it: an indicator is its own name, and a step in words has its title.
  private func target(of row: Containment) -> ReportValue {
    if !row.target.name.isEmpty { return .prose(row.target.name) }
    let isOwnName = row.target.kind == .indicator && !row.target.id.isEmpty
    return isOwnName ? .indicator(row.target.id) : .prose(row.title)
  }

  private var actions: ReportTable {
    let order = HandOffPacket.Action.Standing.allCases
    let sorted = order.flatMap { standing in packet.actions.filter { $0.standing == standing } }
    return ReportTable(
      name: "actions", caption: "",
      columns: [
        .text("standing", "Standing"), .text("title", "Response"), .text("target", "Target"),
        .text("performer", "By whom"), .text("status", "Status"), .time("at", "When"),
        .text("recordedBy", "Recorded by"), .text("note", "Note"), .text("incident", "Incident"),
      ],
      rows: sorted.map { action in
        ReportRow(
          [
            .text(ReportText(words: action.standing.rawValue)), .prose(action.title),
            .indicator(action.target.id), .prose(action.performer.title),
            .prose(action.status.title), action.at.map { .time($0) } ?? .none,
            .prose(action.by), .prose(action.note), .text("\(id: action.response.incident)"),
          ], incidents: [action.response.incident])
      })
  }

  private var questions: ReportTable {
    ReportTable(
      name: "openQuestions", caption: "",
      columns: [.text("incident", "Incident"), .text("origin", "From"), .text("text", "Question")],
      rows: packet.openQuestions.map { question in
        ReportRow(
          [
            question.incident.map { .text("\(id: $0)") } ?? .none, .prose(question.origin),
            question.isOurs ? .text(ReportText(words: question.text)) : .prose(question.text),
          ], incidents: question.incident.map { [$0] } ?? [])
      })
  }

  private var contacts: ReportTable {
    ReportTable(
      name: "contacts", caption: "",
      columns: [.text("contact", "Contact"), .text("field", "Field"), .text("value", "Value")],
      rows: packet.contacts.flatMap { record in
        record.fields.filter { !$0.ledger.value.isEmpty }.map { field in
          ReportRow([
            .prose(record.subject.name), .prose(field.name), .text("\(exact: field.ledger.value)"),
          ])
        }
      })
  }

  private var indicators: ReportTable {
    ReportTable(
      name: "indicators", caption: "Defanged, then raw: do not click the raw ones",
      columns: [
        .text("kind", "Kind"), .text("defanged", "Defanged"), .text("raw", "Raw"),
        .text("sha256", "SHA-256"), .text("sha1", "SHA-1"), .text("verdict", "Verdict"),
        .text("incident", "Incident"),
      ],
      rows: packet.indicators.map { item in
        ReportRow(
          [
            .text(ReportText(words: item.kind.title)), .defanged(item.name), .exact(item.name),
            .exact(item.sha256), .exact(item.sha1), .prose(item.verdict.title),
            .text("\(id: item.incident)"),
          ], incidents: [item.incident])
      })
  }

  private var assets: ReportTable {
    let rows = packet.sources.flatMap { source in
      let summary = InvestigationSummary(source.incident)
      let all = [
        ("device", summary.devices), ("user", summary.users), ("mailbox", summary.mailboxes),
      ]
      return all.flatMap { kind, assets in
        assets.map { asset in
          ReportRow(
            [
              .text(ReportText(words: kind)), .indicator(asset.name), .exact(asset.identifier),
              .text("\(id: source.view.id)"),
            ], incidents: [source.view.id])
        }
      }
    }
    return ReportTable(
      name: "assets", caption: "",
      columns: [
        .text("kind", "Kind"), .text("name", "Name"), .text("id", "Id"),
        .text("incident", "Incident"),
      ], rows: rows)
  }

  private var timeline: ReportTable {
    ReportTable(
      name: "timeline", caption: "UTC, oldest first",
      columns: [
        .time("at", "When"), .text("incident", "Incident"), .text("kind", "Kind"),
        .text("by", "By"), .text("text", "What"), .number("journalLine", "Line"),
      ],
      rows: packet.timeline.map { incident, entry in
        let undone: ReportText = entry.isUndone ? " (undone)" : ""
        return ReportRow(
          [
            .time(entry.at), .text("\(id: incident)"),
            .text(ReportText(words: entry.kind.rawValue)), .prose(entry.by),
            .text("\(prose: entry.text)\(undone)"), entry.seq.map { .number($0) } ?? .none,
          ], incidents: [incident])
      })
  }

  private var documents: ReportTable {
    ReportTable(
      name: "documents", caption: "",
      columns: [.text("incident", "Incident"), .text("sha256", "SHA-256")],
      rows: packet.documents.map {
        ReportRow(
          [.text("\(id: $0.incident)"), .text("\(exact: $0.digest)")], incidents: [$0.incident])
      })
  }
}

extension ReportValue {
  /// A name, address, path or hash; none where it says nothing.
  static func indicator(_ text: String) -> ReportValue {
    text.isEmpty ? .none : .text("\(indicator: text)")
  }

  /// The same as it is.
  static func exact(_ text: String) -> ReportValue {
    text.isEmpty ? .none : .text("\(exact: text)")
  }

  /// The same with its dots in brackets, in every format: beside it stands the raw one.
  static func defanged(_ text: String) -> ReportValue {
    text.isEmpty ? .none : .text("\(exact: Defang.defanged(text))")
  }
}
