// SPDX-License-Identifier: MIT

import Incidents

extension State {
  /// The most reasons that are told before the list.
  private static let toldReasons = 2

  /// The question before an action on many incidents.
  func manyQuestion(_ run: ManyRun, _ targets: Targets) -> Confirmation {
    let event = run.proposal.event
    let count = Self.incidents(run.proposal.seen.count)
    var facts = [Confirmation.Fact(label: "Scope", value: targets.scope + ".")]
    facts += event.details
    facts += leftFact(run)
    facts.append(undoFact)
    return Confirmation(
      title: "\(event.verb) \(count)",
      statement:
        "This records here that \(count) \(event.state(of: author)). Defender is not told.",
      facts: facts, list: named(run.proposal, left: run.left), proposal: run.proposal, run: run)
  }

  /// The question before a step on several responses; of what is hard to take back, every target
  /// must be seen.
  func stepsQuestion(_ run: ManyRun, _ record: ResponseRecord, isHard: Bool) -> Confirmation {
    let ids = run.proposal.seen.keys.sorted()
    var count = "\(record.count) responses"
    if ids.count > 1 { count += " of \(Self.incidents(ids.count))" }
    var facts: [Confirmation.Fact] = []
    switch run.subject {
    case .marks(let targets):
      facts.append(Confirmation.Fact(label: "Scope", value: targets.scope + "."))
    case .responses(let marked):
      facts.append(
        Confirmation.Fact(label: "Scope", value: "\(marked.counted("marked response"))."))
    case .plan, .line: break
    }
    if !record.note.isEmpty {
      facts.append(.text("Reason", record.note))
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
      list: ConfirmationList(
        noun: "response", label: "Target",
        items: ids.compactMap(book.view(of:)).flatMap { targets(of: record, on: $0) },
        left: reasons(run.left)),
      proposal: run.proposal, mustShowList: isDone || isHard || ids.count == 1, run: run)
  }

  private func targets(
    of record: ResponseRecord, on view: Case
  ) -> [ConfirmationList.Item] {
    record.responses(of: view.id).enumerated().map { place, id in
      let response = view.response(id)
      let target = fullTarget(of: response, on: view)
      let title = response?.title ?? id
      return ConfirmationList.Item(
        incident: place == 0 ? view.id.text : nil,
        title: "\(view.service.severity.shortTitle) \(view.service.title)",
        text: target.id.isEmpty ? title : "\(targetName(target)): \(title)")
    }
  }

  /// The question before a line on many incidents is taken back or done again.
  func undoQuestion(_ run: ManyRun, _ entry: JournalEntry) -> Confirmation {
    var original = entry
    var isRedo = false
    if case .undone(let seq) = entry.event, let action = book.action(seq: seq) {
      original = action
      isRedo = true
    }
    let left = book.judge(run.proposal, by: author, checksApproval: false).left
    let count = Self.incidents(run.proposal.seen.count)
    let again = isRedo ? wayBack("undo", "takes it back.") : wayBack("redo", "does it again.")
    return Confirmation(
      title: isRedo ? "Do again on \(count)" : "Take back on \(count)",
      statement: "This \(isRedo ? "does again" : "takes back") line \(original.seq). "
        + "Those that somebody changed since are left as they are.",
      facts: [
        .text("Line", phrase(of: original)),
        Confirmation.Fact(
          label: "Recorded", value: "\(times.dayAndTime(original.at)) by \(original.by.title)"),
      ] + leftFact(ManyRun(proposal: run.proposal, left: left, of: run.subject)) + [
        Confirmation.Fact(label: "Undo", value: again ?? "An undo line can be undone.")
      ], list: named(run.proposal, left: left), proposal: run.proposal, run: run)
  }

  /// How many are left out and why, if any are; those of the same reason counted together.
  func leftFact(_ run: ManyRun) -> [Confirmation.Fact] {
    guard !run.left.isEmpty else { return [] }
    let reasons = reasons(run.left)
    let counts = Dictionary(grouping: run.left, by: \.reason).mapValues(\.count)
    let told = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let head =
      "\(LeftOut.counted(run.left)) \(run.subject.staying(isOne: run.left.count == 1))"
    if told.count == 1 {
      return [Confirmation.Fact(label: "Left out", value: "\(head): \(told[0].key)")]
    }
    let first = told.prefix(Self.toldReasons).map { "\($0.value): \($0.key)" }
    let others = told.dropFirst(Self.toldReasons).map(\.value).reduce(0, +)
    let more = others > 0 ? " \(others) for \(reasons.count - Self.toldReasons) more reasons." : ""
    return [
      Confirmation.Fact(
        label: "Left out", value: "\(head). \(first.joined(separator: " "))\(more)")
    ]
  }

  /// What is left out, by the reason.
  func reasons(_ left: [LeftOut]) -> [Confirmation.Fact] {
    Dictionary(grouping: left, by: \.reason).sorted { $0.key < $1.key }.map { reason, left in
      Confirmation.Fact(
        label: "Left out",
        value: "\(left.map(\.label).joined(separator: ", ")): \(reason)")
    }
  }

  private var undoFact: Confirmation.Fact {
    Confirmation.Fact(
      label: "Undo",
      value: wayBack("undo", "takes the line back, wherever nobody changed it since.")
        ?? "The undo action has no key here; tocsin undo takes it back.")
  }

  /// The incidents of a proposal, without those that are left out.
  func named(_ proposal: Proposal, left: [LeftOut] = []) -> ConfirmationList {
    let isLeft = Set(left.map(\.label))
    return ConfirmationList(
      noun: "incident", label: "Incidents", isPacked: true,
      items: proposal.seen.keys.sorted().map(\.text).filter { !isLeft.contains($0) }
        .map { ConfirmationList.Item(text: $0) },
      left: reasons(left))
  }

  /// What came of an action on many, and why some could not take part.
  func report(of run: ManyRun, entry: JournalEntry?) -> Report {
    let took = entry.map { "\(Self.counted($0)) recorded in line \($0.seq)." }
    return Report(
      title: run.proposal.event.verb,
      statement: "\(took ?? "Nothing was recorded.") \(run.leftWords):",
      facts: run.left.map { Confirmation.Fact(label: $0.label, value: $0.reason) })
  }

  /// What a line was recorded on, counted: "12 incidents", "6 responses of 2 incidents".
  private static func counted(_ entry: JournalEntry) -> String {
    let incidents = incidents(entry.incidents.count)
    guard case .response(let record) = entry.event else { return incidents }
    let responses = record.count.counted("response")
    return entry.incidents.count > 1 ? "\(responses) of \(incidents)" : responses
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
  fileprivate var details: [Confirmation.Fact] {
    switch self {
    case .commented(let text): [.text("Comment", text)]
    case .tagged(let edit):
      [
        Confirmation.Fact(label: "Tags on", value: edit.add.joined(separator: ", ")),
        Confirmation.Fact(label: "Tags off", value: edit.remove.joined(separator: ", ")),
      ]
      .filter { !$0.value.isEmpty }
    case .snoozed(let snooze):
      [
        Confirmation.Fact(label: "Until", value: snooze.condition(titles: nil)),
        .text("Reason", snooze.reason),
      ]
    case .resolved(let resolution):
      [
        Confirmation.Fact(
          label: "As",
          value: "\(resolution.classification.title), \(resolution.determination.title)")
      ] + (resolution.comment.isEmpty ? [] : [.text("Comment", resolution.comment)])
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
