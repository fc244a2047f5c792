// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// The customer's open responses over all incidents, by what they act on.
enum PlanSource: BoardSource {
  static let figures: BoardFigures.Kind? = .plan

  static func content(_ state: State) -> BoardContent {
    let plan = state.responsePlan
    return BoardContent(
      summary: summary(plan, state),
      columns: [
        BoardColumn("", 1), BoardColumn("Step"), BoardColumn("Stands", 12, from: 50),
        BoardColumn("Sev", 4), BoardColumn("Wait", 7, from: 66), BoardColumn("Incident", 10),
      ],
      rows: plan.groups.flatMap { group in
        group.steps.map { row(of: $0, under: heading(of: group), state) }
      },
      empty: "No response of yours is open.")
  }

  static func detail(of id: String, _ state: State, on page: inout Page) {
    guard let step = state.responsePlan.steps.first(where: { $0.response.rowID == id }) else {
      return
    }
    page.paragraph(VisibleText(step.title, .prose), Style(.title, .bold))
    page.labelled("Target", VisibleText(step.target.title, .indicator))
    page.labelled("Effect", VisibleText(step.action.entry.effect, .typed))
    page.labelled(
      "Incident",
      VisibleText("\(step.response.incident), response \(step.response.response)", .typed))
    for other in step.conflicts {
      page.labelled(
        "Conflict",
        VisibleText(
          "incident \(other.incident), response \(other.response) wants the opposite", .typed),
        Style(.failure, .bold))
    }
    if let first = step.duplicateOf {
      page.labelled(
        "Same as",
        VisibleText("incident \(first.incident), response \(first.response)", .typed),
        Style(.warning))
    }
    page.labelled("Stands", VisibleText(step.status.title, .prose), step.status.style)
    page.labelled("By", VisibleText(step.performer.title, .typed))
    if !step.action.entry.undo.isEmpty {
      page.labelled("Undo", VisibleText(step.action.entry.undo, .typed), .muted)
    }
  }

  private static func heading(of group: ResponsePlan.Group) -> String {
    group.incident.map { "in incident \($0)" }
      ?? "\(group.target.kind.rawValue) \(group.target.title)"
  }

  private static func summary(_ plan: ResponsePlan, _ state: State) -> [[StyledText]] {
    let steps = plan.steps
    let duplicates = steps.count { $0.duplicateOf != nil }
    let conflicts = steps.count { !$0.conflicts.isEmpty }
    var facts = [own("\(steps.count) open on \(plan.groups.count.counted("target"))", .muted)]
    if duplicates > 0 {
      facts.append(own("\(state.dot)\(duplicates) the same as another (=)", Style(.warning)))
    }
    if conflicts > 0 {
      facts.append(own("\(state.dot)\(conflicts) in conflict (!)", Style(.failure)))
    }
    if plan.incomplete > 0 {
      facts.append(
        own("\(state.dot)\(plan.incomplete.counted("incident")) not known whole", .muted))
    }
    return [facts]
  }

  private static func row(
    of step: ResponsePlan.Step, under heading: String, _ state: State
  ) -> BoardRow {
    let mark =
      !step.conflicts.isEmpty
      ? own("!", Style(.failure, .bold)) : own(step.duplicateOf == nil ? "" : "=", Style(.warning))
    let severity = step.severity
    return BoardRow(
      step.response.rowID, under: heading,
      [
        [mark], [step.action == .text ? prose(step.title) : own(step.action.entry.title)],
        [indicator(step.status.title, step.status.style)],
        [indicator(severity.shortTitle, severity.style)],
        [own(step.awaitingSince.map { Age(from: $0, to: state.now).description } ?? state.dash)],
        [indicator(step.response.incident.text)],
      ])
  }
}
