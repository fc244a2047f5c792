// SPDX-License-Identifier: MIT

import Incidents

extension State {
  private var escalation: EscalationFigures? {
    if board?.kind == .escalation, case .escalation(let figures) = boardFigures {
      figures
    } else {
      nil
    }
  }

  /// The incident the selected row of a board is about.
  var boardIncident: IncidentID? {
    guard let id = board?.selected?.id, let slash = id.firstIndex(of: "/") else { return nil }
    let kind = id[..<slash]
    guard ["incident", "pending", "line", "other"].contains(kind) else { return nil }
    return IncidentID(String(id[id.index(after: slash)...]))
  }

  /// What a run would be about: the board's selected incident, the marked ones, or the queue's.
  var escalationTargets: [IncidentID] {
    if let id = boardIncident { return [id] }
    if !marks.isEmpty { return marks.all.map(book.current).sorted() }
    return selectedID.map { [$0] } ?? []
  }

  var reasonAgainstEscalating: String? {
    readOnlyReason
      ?? (escalationTargets.count > Self.mostEscalated
        ? "A run is about at most \(Self.mostEscalated) incidents." : nil)
  }

  /// The most incidents one run is begun about.
  static let mostEscalated = 100

  var reasonAgainstWritingInRun: String? {
    if let readOnlyReason { return readOnlyReason }
    guard let open = escalation?.open else { return "No run is open." }
    // What is on the screen is what is acted on.
    if let id = board?.selected?.id, case .run(let run) = EscalationBoard.Row(id),
      run != open.id.name
    {
      return "Another run is selected; 'tocsin escalate' with --run acts on that."
    }
    return nil
  }

  var reasonAgainstAnswering: String? {
    if let reason = reasonAgainstWritingInRun { return reason }
    return selectedStep == nil ? "Select a step to answer." : nil
  }

  var reasonAgainstAddingToRun: String? {
    if let reason = reasonAgainstWritingInRun { return reason }
    let known = Set(escalation?.open?.incidents ?? [])
    return escalationTargets.allSatisfy(known.contains)
      ? "The selected and marked incidents are in the run already." : nil
  }

  private var selectedStep: EscalationGuide.Step? {
    guard let id = board?.selected?.id, case .step(let step) = EscalationBoard.Row(id) else {
      return nil
    }
    return escalation?.guide.step(step)
  }

  /// Asks why a run is begun, and begins it.
  mutating func beginEscalation(about ids: [IncidentID]) -> [Effect] {
    guard let subject = Subject(.escalation, at: now, after: book.seq, by: author) else {
      return []
    }
    let names = ids.prefix(3).map(\.text).joined(separator: ", ") + (ids.count > 3 ? ", …" : "")
    let open = book.escalations.count(where: \.isOpen)
    let others = open == 0 ? "" : "\(dot)\(open) \(open == 1 ? "run is" : "runs are") open already"
    return openForm(
      "Begin an escalation" + (names.isEmpty ? "" : ": \(names)") + others, .record(subject),
      [.init("reason", "Why", .text, hint: "what happened, in a sentence", isRequired: true)],
      fixed: EscalationRun.incidentFields(ids))
  }

  mutating func answerStep() -> [Effect] {
    guard let run = escalation?.open, let step = selectedStep else { return [] }
    return openForm(
      step.question, .record(run.id),
      [
        .init(
          "answer/\(step.id)", "Answer", .choice(step.answers.map { .init($0.value, $0.title) }),
          isRequired: true),
        .init("note/\(step.id)", "Note", .text, hint: step.record),
      ])
  }

  mutating func writeInRun(_ prefix: String, _ title: String, hint: String) -> [Effect] {
    guard let run = escalation?.open else { return [] }
    let field = EscalationRun.field(prefix, after: book.seq, by: author)
    return openForm(
      title, .record(run.id), [.init(field, title, .text, hint: hint, isRequired: true)])
  }

  mutating func addToRun() -> [Effect] {
    guard let run = escalation?.open else { return [] }
    let edit = RecordEdit(run.id, EscalationRun.incidentFields(escalationTargets))
    return commit(Proposal(edit, seen: book.seq))
  }

  mutating func closeRun() -> [Effect] {
    guard let run = escalation?.open else { return [] }
    let outcomes = EscalationRun.Outcome.allCases
    return openForm(
      "Close the run", .record(run.id),
      [
        .init(
          "outcome", "Outcome", .choice(outcomes.map { .init($0.rawValue, $0.title) }),
          isRequired: true),
        .init("closing", "In words", .text, hint: "who leads from here, reference, next contact"),
      ])
  }

  /// What copying on the board gives.
  var escalationCopy: (text: String, name: String)? {
    guard let escalation else { return nil }
    if let step = selectedStep {
      if let link = step.links.first { return (link.url, "the link") }
      if ["engage", "provider"].contains(step.id), !escalation.provider.phone.isEmpty {
        return (CopyText.value(escalation.provider.phone), "the provider's phone number")
      }
    }
    if let id = boardIncident { return (id.text, "the id") }
    guard let run = escalation.open, !run.incidents.isEmpty else { return nil }
    let ids = run.incidents.map(\.text).joined(separator: " ")
    return ("tocsin escalate packet \(ids) -o packet", "the packet's command")
  }
}
