// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

extension EscalationBoard {
  static func detail(of id: String, _ state: State, on page: inout Page) {
    guard case .escalation(let figures) = state.boardFigures, let row = Row(id) else { return }
    switch row {
    case .step(let step): write(step, figures, state, on: &page)
    case .said(let field):
      let all = (figures.open?.calls ?? []) + (figures.open?.questions ?? [])
      guard let said = all.first(where: { $0.field == field }) else { return }
      page.paragraph(VisibleText(said.text, .multiline))
      page.labelled(
        "Written", [[own(said.at.map(state.times.dayAndTime) ?? ""), own(" "), indicator(said.by)]])
    case .suggestion(let id):
      guard let suggestion = figures.suggestions.first(where: { $0.row.id == id }) else { return }
      page.paragraph(VisibleText(suggestion.row.title, .prose), Style(.title, .bold))
      write(suggestion.signs, on: &page)
      page.paragraph(
        VisibleText("Whether it is an emergency is for you to say.", .typed), .muted)
    case .run(let name):
      guard let run = figures.runs.first(where: { $0.id.name == name }) else { return }
      write(run, figures, state, on: &page)
    }
  }

  private static func write(_ signs: [EscalationSign], on page: inout Page) {
    for sign in signs {
      page.labelled(
        "May be",
        [
          [
            own(sign.criterion.title, Style(.warning)), own(" by \(sign.place) ", .muted),
            indicator(sign.text),
          ]
        ])
    }
  }

  private static func write(
    _ id: String, _ figures: EscalationFigures, _ state: State, on page: inout Page
  ) {
    guard let step = figures.guide.step(id) else { return }
    let leg = figures.open?.legs(figures.guide).first { $0.step.id == id }
    page.paragraph(VisibleText(step.question, .typed), Style(.title, .bold))
    if let answer = leg?.answer {
      page.labelled(
        "Answered",
        [
          [prose(leg?.title ?? "", Style(.done))],
          [
            own(answer.at.map(state.times.dayAndTime) ?? "", .muted), own(" "),
            indicator(answer.by),
          ],
          [own("took \(leg?.time(at: state.now).map { "\($0)" } ?? state.dash)", .muted)],
        ])
    } else {
      page.labelled("Answers", step.answers.map { [own($0.title)] })
    }
    if let note = leg?.note { page.labelled("Note", VisibleText(note.text, .multiline)) }
    page.paragraph(VisibleText(step.details, .typed))
    for link in step.links {
      page.labelled("Go to", VisibleText(link.title, .typed))
      page.labelled("", VisibleText(link.url, .indicator), Style(.accent))
    }
    page.labelled("Write down", VisibleText(step.record, .typed), .muted, labelColumns: 12)
    if step.id == "support", !figures.provider.customer.isEmpty {
      let customer =
        switch figures.provider.customer {
        case "unified": "Unified Support customer"
        case "premier": "Premier Support customer"
        default: "neither"
        }
      page.labelled(
        "Configured", VisibleText("provider.customer says: \(customer)", .typed), labelColumns: 12)
    }
    if id == figures.guide.steps.first?.id, let run = figures.open {
      for incident in run.incidents {
        let signs = figures.signs[state.book.current(incident)] ?? []
        guard !signs.isEmpty else { continue }
        page.heading("\(incident)")
        write(signs, on: &page)
      }
    }
  }

  private static func write(
    _ run: EscalationRun, _ figures: EscalationFigures, _ state: State, on page: inout Page
  ) {
    page.paragraph(VisibleText(run.reason, .prose), Style(.title, .bold))
    page.labelled(
      "Begun",
      [
        [own(run.begunAt.map(state.times.dayAndTime) ?? "")],
        [own("by ", .muted), indicator(run.begunBy)],
      ])
    page.labelled("Incidents", run.incidents.map { [indicator($0.text)] })
    if run.isOpen {
      page.labelled("Outcome", VisibleText("open", .typed), Style(.warning))
    } else {
      page.labelled(
        "Outcome",
        [
          [prose(run.outcomeTitle, Style(.done))],
          [own(run.endedAt.map(state.times.dayAndTime) ?? "")],
          [own("by ", .muted), indicator(run.endedBy)],
        ])
      page.labelled("", VisibleText(run.closing, .multiline))
    }
    for leg in run.legs(figures.guide) {
      page.heading(leg.step.question)
      page.labelled("Answer", VisibleText(leg.title.isEmpty ? state.dash : leg.title, .prose))
      if let note = leg.note { page.labelled("Note", VisibleText(note.text, .multiline)) }
    }
    for (label, items) in [("Called", run.calls), ("Open", run.questions)] {
      for item in items { page.labelled(label, VisibleText(item.text, .multiline)) }
    }
  }
}
