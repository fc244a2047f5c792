// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// Response clocks in the console's words.
enum ClockWords {
  /// The line of the summary: what is due when, or what is past.
  static func write(_ view: Case, _ state: State, on page: inout Page) {
    guard view.turn.isYours, let clocks = ResponseClocks(view, state.book.policy) else { return }
    let parts = [("acknowledge", clocks.acknowledge), ("act", clocks.act)].compactMap {
      by($0.0, $0.1, state)
    }
    page.labelled("Due", parts.map { [$0] })
  }

  /// "act by 07:59Z (−0:42)"; `nil` once the clock was stopped.
  static func by(_ verb: String, _ clock: ResponseClock, _ state: State) -> StyledText? {
    switch clock.state(at: state.now) {
    case .metEarly, .metLate: return nil
    case .paused: return own("\(verb): held by the snooze", .muted)
    case .running, .overdue:
      guard let deadline = clock.deadline else { return nil }
      let left = Countdown(to: deadline, from: state.now)
      let isToday = state.times.day(deadline) == state.times.day(state.now)
      let day = isToday ? "" : state.times.day(deadline).dropFirst(5) + " "
      let text =
        "\(verb) by \(day)\(state.times.clock(deadline)) "
        + "(\(left.text(isASCII: state.isASCII)))"
      return own(text, left.isOver ? Style(.overdue, .bold) : .text)
    }
  }
}

extension State {
  /// The key that stops a clock; the usual one where none is bound.
  func key(of clock: ResponseClock.Kind) -> String {
    let key = keymap.key(clock == .act ? "response.complete" : "acknowledge")
    return key.flatMap { $0.utf8.count == 1 ? $0 : nil } ?? clock.key
  }

  /// Why there is nothing to explain, as a sentence; `nil` if there is.
  var reasonAgainstExplainingClocks: String? {
    guard let view = selectedView else { return Self.nothingSelected }
    return ResponseClocks(view, book.policy) == nil
      ? "Defender has not called for your action." : nil
  }

  /// Shows how the selected incident's clocks came to stand as they do.
  mutating func explainClocks() -> [Effect] {
    guard let view = selectedView, let clocks = ResponseClocks(view, book.policy) else { return [] }
    var facts = clocks.explanation(book.policy, at: now, times.dayAndTime).map {
      Confirmation.Fact(label: $0.label, value: $0.text)
    }
    if let turns = IncidentTurns(
      of: view.id, in: openedHere?.history ?? [], book, until: now)
    {
      facts.append(Confirmation.Fact(label: "Lay with", value: turns.words + ", so far"))
    }
    overlay = .report(
      Report(
        title: "Response clocks", statement: "\(view.id): \(clocks.headline(at: now)).",
        facts: facts))
    return []
  }
}
