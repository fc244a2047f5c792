// SPDX-License-Identifier: MIT

import Incidents

extension State {
  /// The most ids a question names.
  private static let namedIDs = 24

  /// The question before an action on many incidents.
  func manyQuestion(_ run: ManyRun, _ targets: Targets) -> Confirmation {
    let event = run.proposal.event
    let count = Self.incidents(run.proposal.seen.count)
    var facts = [Confirmation.Fact(label: "Scope", value: targets.scope + ".")]
    facts += leftFact(run)
    facts += event.details.map { Confirmation.Fact(label: $0.label, value: $0.value) }
    facts.append(undoFact)
    facts.append(Confirmation.Fact(label: "Incidents", value: named(run.proposal)))
    return Confirmation(
      title: "\(event.verb) \(count)",
      statement:
        "This records here that \(count) \(event.state(of: author)). Defender is not told.",
      facts: facts, proposal: run.proposal, run: run)
  }

  /// The question before a step on several responses; of what is marked done, every target must
  /// be seen.
  func stepsQuestion(_ run: ManyRun, _ record: ResponseRecord) -> Confirmation {
    let ids = run.proposal.seen.keys.sorted()
    let views = ids.compactMap(book.view(of:))
    var count = "\(record.count) responses"
    if ids.count > 1 { count += " of \(Self.incidents(ids.count))" }
    var facts: [Confirmation.Fact] = []
    if case .marks(let targets) = run.subject {
      facts.append(Confirmation.Fact(label: "Scope", value: targets.scope + "."))
    }
    for view in views {
      facts += record.responses(of: view.id).map { targetFact(of: $0, on: view) }
      facts.append(fact(of: view))
    }
    if !record.note.isEmpty {
      facts.append(Confirmation.Fact(label: "Reason", value: record.note))
    }
    facts += blastFacts(of: record, on: ids.compactMap(book.view(of:)))
    facts += leftFact(run)
    facts.append(undoFact)
    let isDone = record.step == .completed
    let statement =
      isDone
      ? "This records that \(count) have been carried out. tocsin carries out none of them."
      : "This records that \(count) are \(record.step.outcome). Defender is not told."
    return Confirmation(
      title: "\(Event.response(record).verb) \(count)", statement: statement, facts: facts,
      proposal: run.proposal, mustShowAll: isDone || ids.count == 1, run: run)
  }

  private func targetFact(of id: String, on view: Case) -> Confirmation.Fact {
    let response = view.response(id)
    let target = fullTarget(of: response, on: view)
    let title = response?.title ?? id
    let name = targetName(target, (response?.action ?? .text).entry.target)
    return Confirmation.Fact(
      label: "Target", value: target.isEmpty ? title : "\(name): \(title)")
  }

  /// The question before a line on many incidents is taken back or done again.
  func undoQuestion(_ run: ManyRun, _ entry: JournalEntry) -> Confirmation {
    var original = entry
    var isRedo = false
    if case .undone(let seq) = entry.event, let action = book.action(seq: seq) {
      original = action
      isRedo = true
    }
    let count = Self.incidents(run.proposal.seen.count)
    let again = isRedo ? wayBack("undo", "takes it back.") : wayBack("redo", "does it again.")
    return Confirmation(
      title: isRedo ? "Do again on \(count)" : "Take back on \(count)",
      statement: "This \(isRedo ? "does again" : "takes back") line \(original.seq): "
        + "\(original.phrase()). Those that somebody changed since are left as they are.",
      facts: [
        Confirmation.Fact(
          label: "Recorded", value: "\(times.dayAndTime(original.at)) by \(original.by.title)"),
        Confirmation.Fact(label: "Undo", value: again ?? "An undo line can be undone."),
        Confirmation.Fact(label: "Incidents", value: named(run.proposal)),
      ], proposal: run.proposal, run: run)
  }

  /// That some cannot take part, if so.
  func leftFact(_ run: ManyRun) -> [Confirmation.Fact] {
    let count = run.left.count
    guard count > 0 else { return [] }
    let value = "\(count) cannot take part and stay\(count == 1 ? "s" : "") marked; why follows."
    return [Confirmation.Fact(label: "Left out", value: value)]
  }

  private var undoFact: Confirmation.Fact {
    Confirmation.Fact(
      label: "Undo",
      value: wayBack("undo", "takes the line back, wherever nobody changed it since.")
        ?? "The undo action has no key here; tocsin undo takes it back.")
  }

  private func named(_ proposal: Proposal) -> String {
    let ids = proposal.seen.keys.sorted()
    let shown = ids.prefix(Self.namedIDs).map(\.text).joined(separator: ", ")
    return ids.count > Self.namedIDs ? "\(shown) and \(ids.count - Self.namedIDs) more" : shown
  }

  /// What came of an action on many, and why some could not take part.
  func report(of run: ManyRun, entry: JournalEntry?) -> Report {
    let verb = run.proposal.event.verb
    let left = run.left.count
    let took = entry.map { entry in
      if case .response(let record) = entry.event {
        return "\(record.count) recorded in line \(entry.seq)."
      }
      return "\(Self.incidents(entry.incidents.count)) recorded in line \(entry.seq)."
    }
    let stay: String
    switch run.subject {
    case .marks, .responses: stay = "could not take part and stay\(left == 1 ? "s" : "") marked"
    case .plan: stay = "could not take part"
    case .line: stay = "could not be changed back"
    }
    return Report(
      title: verb, statement: "\(took ?? "Nothing was recorded.") \(left) \(stay):",
      facts: run.left.map { Confirmation.Fact(label: $0.label, value: $0.reason) })
  }

  /// "1 incident", "12 incidents".
  static func incidents(_ count: Int) -> String { count == 1 ? "1 incident" : "\(count) incidents" }
}

extension Event {
  /// What the event is called as an order: "Acknowledge".
  var verb: String {
    switch self {
    case .acknowledged: "Acknowledge"
    case .assigned: "Assign"
    case .commented: "Comment"
    case .noted: "Note"
    case .tagged: "Tag"
    case .snoozed: "Snooze"
    case .woken: "Wake"
    case .classified: "Classify"
    case .resolved: "Resolve"
    case .reopened: "Reopen"
    case .undone: "Undo"
    case .response(let record): record.step.verb
    case .recorded, .observed, .reanchored, .headAccepted, .other: "Record"
    }
  }

  /// What an incident then is, as a predicate of many.
  fileprivate func state(of author: Author) -> String {
    switch self {
    case .acknowledged: "are acknowledged by \(author.name)"
    case .assigned(let owner): "are assigned to \(owner ?? "nobody")"
    case .commented: "have this comment"
    case .tagged: "are tagged so"
    case .snoozed: "are snoozed"
    case .resolved: "are resolved"
    case .reopened: "are open again"
    default: "are changed"
    }
  }

  /// What was typed or chosen, by what it is.
  fileprivate var details: [(label: String, value: String)] {
    switch self {
    case .commented(let text): [("Comment", text)]
    case .tagged(let edit):
      [
        ("Tags on", edit.add.joined(separator: ", ")),
        ("Tags off", edit.remove.joined(separator: ", ")),
      ]
      .filter { !$0.value.isEmpty }
    case .snoozed(let snooze):
      [("Until", snooze.condition(titles: nil)), ("Reason", snooze.reason)]
    case .resolved(let resolution):
      [("As", "\(resolution.classification.title), \(resolution.determination.title)")]
        + (resolution.comment.isEmpty ? [] : [("Comment", resolution.comment)])
    default: []
    }
  }
}

extension ResponseStep {
  /// The step as an order.
  var verb: String {
    switch self {
    case .acknowledged: "Acknowledge"
    case .started: "Begin"
    case .completed: "Mark done"
    case .failed: "Mark failed"
    case .skipped: "Skip"
    case .reopened: "Reopen"
    }
  }

  /// What a response then is.
  fileprivate var outcome: String {
    switch self {
    case .acknowledged: "seen"
    case .started: "in progress"
    case .completed: "done"
    case .failed: "tried without success"
    case .skipped: "not to be carried out"
    case .reopened: "open again"
    }
  }
}
