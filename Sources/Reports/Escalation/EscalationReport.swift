// SPDX-License-Identifier: MIT

public import Incidents

/// A run through the question whether it is an emergency, as a report.
public struct EscalationReport {
  private let runs: [EscalationRun]
  private let guide: EscalationGuide
  private let provider: ResponseProvider
  private let signs: [IncidentID: [EscalationSign]]
  private let now: Timestamp

  /// The report of some runs, the newest first.
  public init(
    _ runs: [EscalationRun], guide: EscalationGuide, provider: ResponseProvider,
    signs: [IncidentID: [EscalationSign]], at now: Timestamp
  ) {
    self.runs = runs
    self.guide = guide
    self.provider = provider
    self.signs = signs
    self.now = now
  }

  /// The document.
  public var document: ReportDocument {
    var blocks: [ReportBlock] = [.facts(EscalationBlocks.provider(provider))]
    blocks += EscalationBlocks.signs(signs)
    if runs.isEmpty { blocks.append(.paragraph("No run was begun.")) }
    for (place, run) in runs.enumerated() {
      let suffix = place == 0 ? "" : String(place + 1)
      blocks.append(.heading("Run \(exact: run.id.name)", level: 2))
      blocks += EscalationBlocks.run(run, guide, suffix: suffix, at: now)
    }
    return ReportDocument(
      title: "Escalation",
      subtitle: "Defender Experts for XDR is not an incident response service.", blocks: blocks)
  }
}

/// What reports say of escalations.
enum EscalationBlocks {
  static func provider(_ provider: ResponseProvider) -> ReportFacts {
    let customer =
      switch provider.customer {
      case "unified": "Unified Support"
      case "premier": "Premier Support"
      case "no": "neither"
      default: "not configured"
      }
    return ReportFacts(
      name: "provider",
      [
        .init(
          "name", "Provider",
          .text(provider.name.isEmpty ? "none configured" : "\(prose: provider.name)")),
        .init("phone", "Phone", exact(provider.phone)),
        .init("contract", "Contract", exact(provider.contract)),
        .init("customer", "Microsoft support", .text(ReportText(words: customer))),
      ])
  }

  private static func exact(_ text: String) -> ReportValue {
    text.isEmpty ? .none : .text("\(exact: text)")
  }

  static func signs(_ signs: [IncidentID: [EscalationSign]]) -> [ReportBlock] {
    let found = signs.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
    guard !found.isEmpty else { return [] }
    return [
      .table(
        ReportTable(
          name: "signs", caption: "What the data itself says that may make it an emergency",
          columns: [
            .text("incident", "Incident"), .text("criterion", "May be"), .text("place", "Found in"),
            .text("text", "What stands there"),
          ],
          rows: found.flatMap { id, signs in
            signs.map { sign in
              ReportRow(
                [
                  .text("\(id: id)"), .text(ReportText(words: sign.criterion.title)),
                  .text(ReportText(words: sign.place)), .prose(sign.text),
                ], incidents: [id])
            }
          }))
    ]
  }

  static func run(
    _ run: EscalationRun, _ guide: EscalationGuide, suffix: String, at now: Timestamp
  ) -> [ReportBlock] {
    var facts: [ReportFacts.Fact] = [
      .init("reason", "Why", .prose(run.reason)),
      .init("about", "Incidents", incidents(run.incidents), incidents: run.incidents),
      .init(
        "begun", "Begun", run.begunAt.map { .time($0) } ?? .none,
        remark: "by \(prose: run.begunBy)"),
      .init(
        "elapsed", run.isOpen ? "Going on for" : "Took",
        run.elapsed(at: now).map { .duration(milliseconds: $0.milliseconds) } ?? .none),
      .init(
        "outcome", "Outcome",
        run.isOpen ? .text("open") : .prose(run.outcomeTitle),
        remark: run.closing.isEmpty ? "" : "\(prose: run.closing)"),
    ]
    if let ended = run.endedAt {
      facts.append(.init("ended", "Ended", .time(ended), remark: "by \(prose: run.endedBy)"))
    }
    return [
      .facts(ReportFacts(name: "run\(suffix)", facts)), .table(steps(run, guide, suffix, now)),
      .table(said("calls\(suffix)", "Called", run.calls)),
      .table(said("questions\(suffix)", "Open questions written down", run.questions)),
    ]
  }

  private static func incidents(_ ids: [IncidentID]) -> ReportValue {
    guard let first = ids.first else { return .none }
    return .text(ids.dropFirst().reduce("\(id: first)") { $0 + ", \(id: $1)" })
  }

  private static func steps(
    _ run: EscalationRun, _ guide: EscalationGuide, _ suffix: String, _ now: Timestamp
  ) -> ReportTable {
    ReportTable(
      name: "steps\(suffix)", caption: "Steps",
      columns: [
        .text("step", "Step"), .text("question", "Question"), .text("answer", "Answer"),
        .time("at", "When"), .text("by", "By"), .duration("tookSeconds", "Took"),
        .text("note", "Note"),
      ],
      rows: run.legs(guide).map { leg in
        ReportRow([
          .text("\(exact: leg.step.id)"), .text(ReportText(words: leg.step.question)),
          .prose(leg.title), leg.answer?.at.map { .time($0) } ?? .none,
          .prose(leg.answer?.by ?? ""),
          leg.time(at: run.endedAt ?? now).map { .duration(milliseconds: $0.milliseconds) }
            ?? .none,
          .prose(leg.note?.text ?? ""),
        ])
      })
  }

  private static func said(
    _ name: String, _ caption: ReportText, _ said: [EscalationRun.Said]
  ) -> ReportTable {
    ReportTable(
      name: name, caption: caption,
      columns: [.time("at", "When"), .text("by", "By"), .text("text", "What")],
      rows: said.map {
        ReportRow([$0.at.map { .time($0) } ?? .none, .prose($0.by), .prose($0.text)])
      })
  }
}
