// SPDX-License-Identifier: MIT

import Incidents
import Reports

/// The backlog of recommendations as a report.
struct RecommendationReport {
  private let book: CaseBook
  private let now: Timestamp
  private let all: [Recommendation]

  /// The report of a book, as things stand at a moment.
  init(_ book: CaseBook, at now: Timestamp) {
    self.book = book
    self.now = now
    all = book.recommendations(at: now)
  }

  /// The backlog, or what of it is in a state.
  func list(_ state: RecommendationState?, for format: ReportFormat) -> ReportDocument {
    let items = all.filter { state == nil || $0.state == state }
    return ReportDocument(
      title: "Recommendations", subtitle: "as recorded here, \(now)", listsIncidents: true,
      blocks: [format.isForPrograms ? table("recommendations", items) : list(items)])
  }

  /// What to talk about with the service delivery manager: what came in and was decided since a
  /// moment, what waits, and what would have touched the most incidents.
  func review(since: Timestamp, for format: ReportFormat) -> ReportDocument {
    let new = all.filter { $0.record.createdAt.map { $0 >= since } ?? false }
    let decided = all.filter {
      $0.state != .new && ($0.record.setting(Recommendation.Field.state)?.at ?? since) >= since
    }
    let overdue = all.filter { $0.isOverdue(at: now) }
    let open = all.filter(\.state.isOpen)
    return ReportDocument(
      title: "Review of recommendations", subtitle: "\(since) to \(now)", listsIncidents: true,
      blocks: [.facts(ReportFacts(name: "counts", facts(new, decided, overdue, open)))]
        + section("Overdue", "overdue", overdue, format) + section("Came in", "new", new, format)
        + section("Decided", "decided", decided, format) + section("Open", "open", open, format))
  }

  private func facts(
    _ new: [Recommendation], _ decided: [Recommendation], _ overdue: [Recommendation],
    _ open: [Recommendation]
  ) -> [ReportFacts.Fact] {
    let touched = Set(open.flatMap { $0.incidents(in: book) })
    let oldest = open.compactMap { $0.age(at: now)?.milliseconds }.max()
    return [
      .init("new", "Came in", .number(new.count)),
      .init("decided", "Decided", .number(decided.count)),
      .init("open", "Open", .number(open.count)),
      .init("overdue", "Overdue", .number(overdue.count)),
      .init(
        "touched", "Incidents the open ones would have touched", .number(touched.count),
        incidents: touched.sorted()),
      .init(
        "oldestSeconds", "Oldest open",
        oldest.map { .duration(milliseconds: $0) } ?? .none),
    ]
  }

  private func section(
    _ title: ReportText, _ name: String, _ items: [Recommendation], _ format: ReportFormat
  ) -> [ReportBlock] {
    [.heading(title, level: 2), format.isForPrograms ? table(name, items) : list(items, name)]
  }

  /// The recommendations as people read them.
  private func list(_ items: [Recommendation], _ name: String = "recommendations") -> ReportBlock {
    guard !items.isEmpty else { return .paragraph("None.") }
    return .checklist(
      ReportChecklist(
        name: name, caption: "",
        items: items.map { item in
          ReportChecklist.Item(
            item.state.checkmark, "\(prose: item.text)", remark: remark(on: item),
            incidents: item.incidents(in: book))
        }))
  }

  private func remark(on item: Recommendation) -> ReportText {
    let count = item.incidents(in: book).count
    var text: ReportText = "\(prose: item.state.title)"
    if !item.reason.isEmpty { text += ": \(prose: item.reason)" }
    if !item.evidence.isEmpty { text += ": \(prose: item.evidence)" }
    if count > 0 {
      text += "; would have touched \(count) \(words: count == 1 ? "incident" : "incidents")"
    }
    if !item.owner.isEmpty { text += "; \(prose: item.owner)" }
    if let due = item.due { text += item.isOverdue(at: now) ? "; overdue \(due)" : "; due \(due)" }
    if let age = item.age(at: now) { text += "; \(age) old" }
    return text + "; \(exact: item.id)"
  }

  private func table(_ name: String, _ items: [Recommendation]) -> ReportBlock {
    func text(_ text: String) -> ReportValue { text.isEmpty ? .none : .text("\(prose: text)") }
    return .table(
      ReportTable(
        name: name, caption: "",
        columns: [
          .text("id", "Id"), .text("text", "Recommendation"), .text("state", "State"),
          .number("incidentCount", "Incidents"), .text("owner", "Owner"), .time("due", "Due"),
          ReportColumn("overdue", "Overdue", .flag), .duration("ageSeconds", "Age"),
          .text("why", "Reason, evidence"), .text("source", "Source"),
        ],
        rows: items.map { item in
          let ids = item.incidents(in: book)
          return ReportRow(
            [
              .text("\(exact: item.id)"), text(item.text), text(item.state.title),
              .number(ids.count), text(item.owner), item.due.map(ReportValue.time) ?? .none,
              .flag(item.isOverdue(at: now)),
              item.age(at: now).map { .duration(milliseconds: $0.milliseconds) } ?? .none,
              text(item.reason.isEmpty ? item.evidence : item.reason), text(item.source),
            ], incidents: ids)
        }))
  }
}

extension RecommendationState {
  /// Where a recommendation stands in a list to go through.
  fileprivate var checkmark: ReportChecklist.State {
    switch self {
    case .new, .unrecognized: .open
    case .accepted: .inProgress
    case .done, .verified: .done
    case .declined: .skipped
    }
  }
}
