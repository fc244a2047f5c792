// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// What the experts advise, and what became of it.
enum RecommendationsBoard: BoardSource {
  static func content(_ state: State) -> BoardContent {
    let items = state.book.recommendationsAndCounts(at: state.now)
    return BoardContent(
      summary: summary(items.map(\.item), state),
      columns: [
        BoardColumn("Recommendation"), BoardColumn("Incid.", 6), BoardColumn("Owner", 10, from: 56),
        BoardColumn("Due", 10, from: 70), BoardColumn("Age", 6, from: 50),
      ],
      rows: items.map { row($0.item, touching: $0.incidents, state) },
      empty:
        "No recommendation yet: b in an incident's summary takes in what is recommended there, a "
        + "adds one by hand.")
  }

  private static func summary(_ items: [Recommendation], _ state: State) -> [[StyledText]] {
    guard !items.isEmpty else { return [] }
    let overdue = items.count { $0.isOverdue(at: state.now) }
    var parts = [
      own("\(overdue) overdue", overdue > 0 ? Style(.overdue, .bold) : .muted)
    ]
    for (_, kind) in RecommendationState.names {
      let count = items.count { $0.state == kind && !$0.isOverdue(at: state.now) }
      parts += [own(state.dot, .muted), own("\(count) \(kind.title)", count > 0 ? .text : .muted)]
    }
    return [parts]
  }

  private static func row(
    _ item: Recommendation, touching count: Int, _ state: State
  ) -> BoardRow {
    let isLate = item.isOverdue(at: state.now)
    return BoardRow(
      item.id, under: isLate ? "Overdue" : heading(item.state),
      [
        [prose(item.text, item.state.isOpen ? .text : .muted)],
        [own(count == 0 ? state.dash : "\(count)", count > 1 ? Style(.accent, .bold) : .text)],
        [prose(item.owner.isEmpty ? state.dash : item.owner)],
        [own(item.due.map(state.times.day) ?? state.dash, isLate ? Style(.overdue, .bold) : .text)],
        [own(item.age(at: state.now).map { "\($0)" } ?? "", .muted)],
      ])
  }

  private static func heading(_ state: RecommendationState) -> String {
    switch state {
    case .new, .unrecognized: "New"
    case .accepted: "Accepted"
    case .done: "Done, not verified"
    case .verified: "Verified"
    case .declined: "Declined"
    }
  }

  static func detail(of id: String, _ state: State, on page: inout Page) {
    guard let subject = Subject(.recommendation, id), let record = state.book.record(subject)
    else { return }
    let item = Recommendation(record)
    page.paragraph(VisibleText(item.text, .multiline), Style(.title))
    page.labelled("State", VisibleText(told(item, state), .prose))
    page.labelled("Reason", VisibleText(item.reason, .multiline))
    page.labelled("Evidence", VisibleText(item.evidence, .multiline))
    page.labelled("Owner", VisibleText(item.owner.isEmpty ? "nobody" : item.owner, .prose))
    if let due = item.due {
      let isLate = item.isOverdue(at: state.now)
      page.labelled(
        "Due", VisibleText(state.times.dayAndTime(due) + (isLate ? ", overdue" : ""), .typed),
        isLate ? Style(.overdue, .bold) : .text)
    }
    page.labelled("Source", VisibleText(item.source, .prose))
    let ids = item.incidents(in: state.book)
    let noun = ids.count == 1 ? "incident" : "incidents"
    page.labelled(
      "Touches",
      VisibleText(
        ids.isEmpty ? "no incident here" : "would have touched \(ids.count) \(noun)", .typed))
    for id in ids.suffix(shownIncidents) {
      page.line(
        own("".padded(to: Page.labelColumns)), indicator(id.text, .accent), own("  "),
        prose(state.queue[id]?.title ?? "not in the queue"))
    }
    if ids.count > shownIncidents {
      page.labelled("", VisibleText("and \(ids.count - shownIncidents) older; E lists all", .typed))
    }
    ReadinessBoard.writeChanges(of: record, state, on: &page)
  }

  private static let shownIncidents = 12

  /// The state, and who decided it when.
  private static func told(_ item: Recommendation, _ state: State) -> String {
    guard let entry = item.record.setting(Recommendation.Field.state),
      case .person(let author) = entry.origin
    else { return item.state.title }
    return "\(item.state.title) by \(author.title), \(entry.at.map(state.times.dayAndTime) ?? "")"
  }
}
