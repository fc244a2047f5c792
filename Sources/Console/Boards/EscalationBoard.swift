// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// The board of the question whether this is an emergency.
enum EscalationBoard: BoardSource {
  static let figures: BoardFigures.Kind? = .escalation

  /// What a row stands for.
  enum Row: Hashable {
    case step(String)
    case said(String)
    case suggestion(IncidentID)
    case run(String)

    init?(_ id: String) {
      let parts = id.split(separator: "/", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { return nil }
      switch parts[0] {
      case "step": self = .step(parts[1])
      case "said": self = .said(parts[1])
      case "incident":
        guard let incident = IncidentID(parts[1]) else { return nil }
        self = .suggestion(incident)
      case "run": self = .run(parts[1])
      default: return nil
      }
    }
  }

  static func content(_ state: State) -> BoardContent {
    guard case .escalation(let figures) = state.boardFigures else { return .nothing }
    var rows = steps(figures, state)
    if let run = figures.open {
      rows += said("Called", run.calls, state) + said("Open questions", run.questions, state)
    }
    rows += figures.suggestions.map { suggestion in
      BoardRow(
        "incident/\(suggestion.row.id)", under: "May be an emergency, says the data",
        [
          [own("?", Style(.warning, .bold))],
          [indicator(suggestion.row.id.text), own(" "), prose(suggestion.row.title)],
          [own(criteria(suggestion.signs))],
        ])
    }
    rows += figures.runs.filter { $0.id != figures.open?.id }.map { row($0, state) }
    return BoardContent(
      summary: summary(figures, state),
      columns: [
        BoardColumn("", 2), BoardColumn("What"), BoardColumn("Answer", 18, from: 56),
        BoardColumn("Took", 6, from: 44),
      ], rows: rows, empty: "There is no guide here.")
  }

  /// The step to be answered now, when it became that.
  static func next(after old: BoardFigures?, _ new: BoardFigures) -> String? {
    guard case .escalation(let new) = new, let run = new.open else { return nil }
    guard let step = run.legs(new.guide).last?.step.id else { return nil }
    if case .escalation(let old) = old, let before = old.open, before.id == run.id,
      before.legs(old.guide).last?.step.id == step
    {
      return nil
    }
    return "step/\(step)"
  }

  private static func criteria(_ signs: [EscalationSign]) -> String {
    EscalationCriterion.allCases.filter { criterion in
      signs.contains { $0.criterion == criterion }
    }.map(\.title).joined(separator: ", ")
  }

  private static func summary(_ figures: EscalationFigures, _ state: State) -> [[StyledText]] {
    let provider = figures.provider
    var first: [StyledText]
    if provider.isKnown {
      first = [own("Provider ", .muted), prose(provider.name, Style(.text, .bold))]
      if !provider.phone.isEmpty {
        first += [own("  phone ", .muted), indicator(provider.phone, Style(.accent, .bold))]
      }
      if !provider.contract.isEmpty {
        first += [own("  contract ", .muted), indicator(provider.contract)]
      }
    } else {
      first = [
        own("No provider is configured", Style(.warning)),
        own(": provider.name, provider.phone, provider.contract", .muted),
      ]
    }
    guard let run = figures.open else {
      let key = state.keymap.key("escalation.begin").map { " \($0) begins one." } ?? ""
      return [first, [own("Defender Experts is not incident response. No run is open.\(key)")]]
    }
    let age = run.elapsed(at: state.now).map { "\($0)" } ?? state.dash
    let ids = run.incidents.map(\.text).joined(separator: ", ")
    return [
      first,
      [
        own("Begun \(age) ago", Style(.yourMove, .bold)), own(" by ", .muted),
        indicator(run.begunBy), own(ids.isEmpty ? "" : "  \(ids)  "), prose(run.reason),
      ],
    ]
  }

  private static func steps(_ figures: EscalationFigures, _ state: State) -> [BoardRow] {
    guard let run = figures.open else {
      return figures.guide.steps.map { step in
        BoardRow(
          "step/\(step.id)", under: "The questions",
          [[own(state.isASCII ? "-" : "·", .muted)], [own(step.question)], [], []])
      }
    }
    return run.legs(figures.guide).map { leg in
      let isDone = leg.answer != nil
      let sign =
        isDone
        ? own(state.isASCII ? "[x]" : "▣", Style(.done))
        : own(state.isASCII ? "[ ]" : "▢", Style(.yourMove, .bold))
      return BoardRow(
        "step/\(leg.step.id)", under: "Steps",
        [
          [sign], [own(leg.step.question, isDone ? .text : Style(.text, .bold))],
          [isDone ? prose(leg.title) : own("to be answered", Style(.warning))],
          [own(leg.time(at: state.now).map { "\($0)" } ?? state.dash, .muted)],
        ])
    }
  }

  private static func said(
    _ heading: String, _ said: [EscalationRun.Said], _ state: State
  ) -> [BoardRow] {
    said.map { item in
      BoardRow(
        "said/\(item.field)", under: heading,
        [
          [], [prose(item.text)], [indicator(item.by)],
          [own(item.at.map(state.times.clock) ?? "", .muted)],
        ])
    }
  }

  private static func row(_ run: EscalationRun, _ state: State) -> BoardRow {
    let day = run.begunAt.map(state.times.dayAndTime) ?? ""
    return BoardRow(
      "run/\(run.id.name)", under: "Other runs",
      [
        [], [own("\(day) ", .muted), prose(run.reason)],
        [run.isOpen ? own("open", Style(.warning)) : prose(run.outcomeTitle)],
        [own(run.elapsed(at: state.now).map { "\($0)" } ?? state.dash, .muted)],
      ])
  }
}
