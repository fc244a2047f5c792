// SPDX-License-Identifier: MIT

public import Incidents

/// A handover as a report.
public struct HandoverReport {
  private let handover: Handover
  private let pickups: [PendingPickup]
  private let health: StoreHealth
  private let last: SignedHandover?

  /// The report of a handover and of what was not acknowledged yet, with who signed last.
  public init(
    _ handover: Handover, pickups: [PendingPickup], health: StoreHealth,
    last: SignedHandover? = nil
  ) {
    self.handover = handover
    self.pickups = pickups
    self.health = health
    self.last = last
  }

  /// The document, for people or for programs, which get the same of all open incidents.
  public func document(forPrograms isForPrograms: Bool) -> ReportDocument {
    ReportDocument(
      title: "Handover", subtitle: "since \(handover.since), made \(handover.madeAt)",
      listsIncidents: true,
      blocks: [.facts(facts)] + warnings
        + [
          .heading("Incidents", level: 2), .table(table("incidents", handover.lines)),
          .heading("Other open incidents", level: 2),
          .table(
            isForPrograms ? table("others", handover.others) : others),
        ] + rest + [
          .heading("Handed over and not acknowledged", level: 2), .table(pending),
        ])
  }

  private var facts: ReportFacts {
    let names = { (lines: [HandoverLine]) in lines.map(\.id) }
    var facts: [ReportFacts.Fact] = [
      .init("since", "Since", .time(handover.since)),
      .init(
        "incidents", "Incidents", .number(handover.lines.count),
        incidents: names(handover.lines)),
      .init(
        "yourMove", "Your move", .number(handover.lines.count { $0.turn.isYours } + handover.left)),
      .init("left", "Your move, among the others", .number(handover.left)),
      .init(
        "others", "Other open incidents", .number(handover.others.count + handover.untold),
        incidents: names(handover.others)),
      .init(
        "unworked", "Your move without a next step", .number(handover.unworked.count),
        incidents: names(handover.unworked)),
      .init(
        "closed", "Touched and closed", .number(handover.closed.count),
        incidents: handover.closed),
      .init("journalHead", "Journal head", .number(handover.head)),
    ]
    if !handover.hash.isEmpty {
      facts.append(.init("journalHash", "Its hash", .text("\(exact: handover.hash)")))
    }
    if let last {
      facts.append(
        .init(
          "lastSigned", "Last signed", .time(last.signedAt),
          remark: "by \(prose: last.signer.title)"))
      if !last.comment.isEmpty {
        facts.append(.init("lastComment", "Said then", .text("\(prose: last.comment)")))
      }
    }
    facts.append(
      .init("dataAsOf", "Data as of", health.importedAt.map { .time($0) } ?? .none))
    facts.append(.init("unread", "Records not read", .number(health.unread)))
    facts.append(
      .init(
        "readOnly", "Read-only", .flag(health.readOnlyReason != nil),
        remark: health.readOnlyReason.map { ReportText(prose: $0) } ?? ""))
    return ReportFacts(name: "handover", facts)
  }

  private var warnings: [ReportBlock] {
    let ids = handover.unworked.map { ReportText("\(id: $0.id)") }
    guard let first = ids.first else { return [] }
    let list = ids.dropFirst().prefix(20).reduce(first) { $0 + ", " + $1 }
    let more: ReportText = ids.count > 21 ? " and \(ids.count - 21) more" : ""
    return [.warning("Your move without a next step: \(list)\(more).")]
  }

  /// That not all that are open are named, and what names them.
  private var rest: [ReportBlock] {
    guard handover.untold > 0 else { return [] }
    return [
      .paragraph(
        "… and \(handover.untold) more; 'tocsin list' names every open incident.")
    ]
  }

  private var others: ReportTable {
    ReportTable(
      name: "others", caption: "",
      columns: [
        .text("id", "Incident"), .text("severity", "Severity"), .text("title", "Title"),
        .text("move", "Move"), .time("since", "Since"),
      ],
      rows: handover.others.map { line in
        ReportRow(
          [
            .text("\(id: line.id)"), .text("\(prose: line.severity.title)"),
            .text("\(prose: line.title)"), .text("\(prose: line.turn.why)"),
            line.since.map { .time($0) } ?? .none,
          ], incidents: [line.id])
      }, placeholder: "No other incident is open.")
  }

  private func table(_ name: String, _ lines: [HandoverLine]) -> ReportTable {
    ReportTable(
      name: name, caption: "",
      columns: [
        .text("id", "Incident"), .text("severity", "Severity"), .text("title", "Title"),
        .text("move", "Move"), .time("since", "Since"), .text("owner", "Owner"),
        .time("lastAt", "Last action"),
        .text("lastBy", "By"), .text("last", "What"), .text("nextStep", "Next step"),
        .time("due", "Due"), .time("clock", "Act or acknowledge by"),
        ReportColumn("overdue", "Overdue", .flag), .text("blocker", "Blocker"),
        .text("hypothesis", "Hypothesis"),
        .text("snoozed", "Snoozed"),
        ReportColumn("touched", "Touched", .flag), ReportColumn("unworked", "Unworked", .flag),
      ],
      rows: lines.map { line in
        ReportRow(
          [
            .text("\(id: line.id)"), .text("\(prose: line.severity.title)"),
            .text("\(prose: line.title)"), .text("\(prose: line.turn.why)"),
            line.since.map { .time($0) } ?? .none,
            .prose(line.owner), line.last.map { .time($0.at) } ?? .none,
            .prose(line.last?.by ?? ""), .prose(line.last?.phrase ?? ""), .prose(line.nextStep),
            line.due.map { .time($0) } ?? .none,
            line.clock.map { .time($0.at) } ?? .none, .flag(line.isOverdue),
            .prose(line.blocker), .prose(line.hypothesis),
            .prose(line.snooze), .flag(line.isTouched), .flag(line.isUnworked),
          ], incidents: [line.id])
      }, placeholder: "No incident is your move, and none was touched.")
  }

  private var pending: ReportTable {
    ReportTable(
      name: "pending", caption: "",
      columns: [
        .text("id", "Incident"), .time("since", "First handed over"), .number("times", "Times"),
        .text("signer", "Signed by"), ReportColumn("neverPickedUp", "Never picked up", .flag),
        .text("line", "Line"),
      ],
      rows: pickups.map { pickup in
        ReportRow(
          [
            .text("\(id: pickup.id)"), .time(pickup.firstSignedAt), .number(pickup.times),
            .prose(pickup.signer.title), .flag(pickup.isStale(at: handover.madeAt)),
            .prose(pickup.text),
          ], incidents: [pickup.id])
      })
  }
}

extension ReportValue {
  /// Data that reads as one line; none where it says nothing.
  static func prose(_ text: String) -> ReportValue {
    text.isEmpty ? .none : .text(ReportText(prose: text))
  }
}
