// SPDX-License-Identifier: MIT

import Incidents
import Reports

/// Readiness as a report.
struct ReadinessReport {
  private let readiness: Readiness
  private let now: Timestamp
  private let zone: LocalZone

  /// The report of what is recorded, as things stand at a moment.
  init(_ readiness: Readiness, at now: Timestamp, in zone: LocalZone) {
    self.readiness = readiness
    self.now = now
    self.zone = zone
  }

  /// The whole report; people get the items as a list to go through, programs as a table.
  func document(for format: ReportFormat) -> ReportDocument {
    let items = format.isForPrograms ? itemTable : checklist
    return ReportDocument(
      title: "Readiness", subtitle: "as recorded here, \(now)",
      blocks: warnings + [.facts(ReportFacts(name: "readiness", facts))] + items + assets
        + contacts + exclusions + permissions)
  }

  private var warnings: [ReportBlock] {
    var blocks: [ReportBlock] = []
    if let age = readiness.staleness(at: now) {
      blocks.append(.warning("Some items were not looked at for \(age)."))
    }
    return blocks + readiness.cover.gaps.map { .warning("\(prose: $0.sentence)") }
  }

  private var facts: [ReportFacts.Fact] {
    let cover = readiness.cover
    let answering = cover.answering(at: now, in: zone)
    var phoned: ReportText = "nobody"
    for (place, contact) in answering.enumerated() {
      phoned = (place == 0 ? "" : phoned + ", ") + "\(prose: contact.name) \(exact: contact.phone)"
    }
    return ReadinessState.names.map { name, state in
      .init(
        name, state.title.prefix(1).uppercased() + state.title.dropFirst(),
        .number(readiness.count(state)))
    } + [
      .init(
        "ageSeconds", "Longest not looked at",
        readiness.age(at: now).map { .duration(milliseconds: $0.milliseconds) } ?? .none),
      .init("phonedNow", "Phoned now", .text(phoned)),
      .init(
        "coverage", "Hours of the week covered", .share(cover.coveredMinutes, of: DutyHours.week)),
    ]
  }

  private func section(_ title: ReportText, _ table: ReportTable) -> [ReportBlock] {
    [.heading(title, level: 2), .table(table)]
  }

  private func text(_ text: String) -> ReportValue {
    text.isEmpty ? .none : .text("\(prose: text)")
  }

  private var checklist: [ReportBlock] {
    guard !readiness.items.isEmpty else {
      return [
        .heading("Items", level: 2),
        .paragraph("None; 'tocsin readiness seed' takes the checklist in."),
      ]
    }
    let items = readiness.items.map { item in
      ReportChecklist.Item(
        item.state.checkmark, "\(prose: item.title)", remark: remark(on: item))
    }
    return [
      .heading("Items", level: 2),
      .checklist(ReportChecklist(name: "items", caption: "", items: items)),
    ]
  }

  private func remark(on item: ReadinessItem) -> ReportText {
    var text: ReportText = "\(exact: item.id)"
    if item.state.unrecognizedName != nil { text += ", \(prose: item.state.title)" }
    if !item.owner.isEmpty { text += ", \(prose: item.owner)" }
    if let due = item.due { text += item.isOverdue(at: now) ? ", overdue \(due)" : ", due \(due)" }
    if item.isStale(at: now), let age = item.age(at: now) { text += ", not looked at for \(age)" }
    if !item.place.isEmpty { text += "; \(prose: item.place)" }
    return text
  }

  private var itemTable: [ReportBlock] {
    section(
      "Items",
      ReportTable(
        name: "items", caption: "",
        columns: [
          .text("id", "Item"), .text("title", "What"), .text("state", "State"),
          .text("owner", "Owner"), .time("due", "Due"), .time("checkedAt", "Checked"),
          .text("details", "Details"), .text("where", "Where"), .text("source", "Source"),
        ],
        rows: readiness.items.map { item in
          ReportRow([
            .text("\(exact: item.id)"), text(item.title), text(item.state.title), text(item.owner),
            item.due.map(ReportValue.time) ?? .none,
            item.checkedAt.map(ReportValue.time) ?? .none, text(item.details), text(item.place),
            text(item.source),
          ])
        }, placeholder: "None; 'tocsin readiness seed' takes the checklist in."))
  }

  private var assets: [ReportBlock] {
    let bars = AssetCount.Kind.allCases.compactMap { kind -> ReportBars.Bar? in
      guard let latest = readiness.history(kind).latest else { return nil }
      let change = readiness.history(kind).change.map { $0 >= 0 ? ", +\($0)" : ", \($0)" } ?? ""
      return ReportBars.Bar(
        "\(words: kind.title)", .share(latest.part.protected, of: latest.part.target),
        remark:
          "\(latest.part.protected) of \(latest.part.target) on \(words: latest.day)\(words: change)"
      )
    }
    guard !bars.isEmpty else { return [] }
    func number(_ part: AssetCount.Part?, _ path: KeyPath<AssetCount.Part, Int>) -> ReportValue {
      part.map { .number($0[keyPath: path]) } ?? .none
    }
    return [
      .heading("Protected assets", level: 2),
      .bars(ReportBars(name: "protected", caption: "Protected, of the target", bars: bars)),
      .table(
        ReportTable(
          name: "assets", caption: "Counts",
          columns: [
            .text("day", "Day"), .number("protectedDevices", "Devices"),
            .number("targetDevices", "of"), .number("protectedIdentities", "Identities"),
            .number("targetIdentities", "of"),
          ],
          rows: readiness.counts.map { count in
            ReportRow([
              .text("\(exact: count.day)"), number(count[.devices], \.protected),
              number(count[.devices], \.target), number(count[.identities], \.protected),
              number(count[.identities], \.target),
            ])
          })),
    ]
  }

  private var contacts: [ReportBlock] {
    section(
      "Contacts",
      ReportTable(
        name: "contacts", caption: "",
        columns: [
          .text("name", "Name"), .text("for", "For"), .text("phone", "Phone"),
          .text("hours", "Hours"), .text("mail", "Mail"),
          ReportColumn("answersNow", "Answers now", .flag),
        ],
        rows: readiness.contacts.map { contact in
          ReportRow([
            text(contact.name), text(contact.purpose.title),
            contact.phone.isEmpty ? .none : .text("\(exact: contact.phone)"),
            text(contact.hoursText),
            contact.mail.isEmpty ? .none : .text("\(exact: contact.mail)"),
            .flag(contact.isOnDuty(at: now, in: zone)),
          ])
        }))
  }

  private var exclusions: [ReportBlock] {
    section(
      "Exclusions",
      ReportTable(
        name: "exclusions", caption: "The experts only guide there",
        columns: [.text("group", "Group"), .text("kind", "Kind"), .text("reason", "Why")],
        rows: readiness.exclusions.map {
          ReportRow([.text("\(exact: $0.name)"), text($0.kind.title), text($0.reason)])
        }))
  }

  private var permissions: [ReportBlock] {
    section(
      "Permissions",
      ReportTable(
        name: "permissions", caption: "",
        columns: [
          .text("permission", "Permission"), .text("state", "State"), .text("note", "Note"),
        ],
        rows: ServicePermission.allCases.map { permission in
          ReportRow([
            .text("\(words: permission.title)"),
            text(readiness.answer(permission)?.title ?? "not recorded"),
            text(readiness.permissions[permission]?[ServicePermission.note] ?? ""),
          ])
        }))
  }
}

extension ReadinessState {
  /// Where an item stands in a list to go through.
  fileprivate var checkmark: ReportChecklist.State {
    switch self {
    case .completeNow, .unrecognized: .open
    case .inProgress: .inProgress
    case .completed: .done
    }
  }
}

extension ReportFormat {
  /// Whether programs read it, for which a table with every column is best.
  var isForPrograms: Bool {
    switch self {
    case .csv, .json: true
    case .text, .markdown, .html: false
    }
  }
}
