// SPDX-License-Identifier: MIT

import Cells
import Incidents

extension State {
  /// Whether an action on an incident goes to the marked ones.
  ///
  /// Only in the queue, where the marks are seen: whoever reads one incident means that one.
  public var actsOnMarks: Bool { focus == .queue && history == nil && !marks.isEmpty }

  /// The marked incidents as they are seen now.
  var targets: Targets {
    let seen = marks.all.map { ($0, book.view(of: book.current($0))?.version ?? 0) }
    return Targets(
      seen: Dictionary(seen) { first, _ in first },
      hidden: marks.all.count { queuePane.shown.place(of: $0) == nil })
  }

  /// Does an action on the marked incidents; `nil` if it is none that can be done to many.
  mutating func performOnMarks(_ action: String) -> [Effect]? {
    guard actsOnMarks, Registry.onMarks.contains(action) else { return nil }
    settleRange()
    switch action {
    case "acknowledge": return propose(.acknowledged, on: targets)
    case "reopen": return propose(.reopened, on: targets)
    case "assign": return ask(.owner, about: targets)
    case "comment": return ask(.comment, about: targets)
    case "tag": return ask(.tags, about: targets)
    case "skip.open": return askSkipping(about: targets)
    case "snooze": return openSnoozeForm(on: targets)
    case "resolve": return openResolveForm(on: targets)
    case "classify": return openResolveForm(on: targets, closes: false)
    default: return nil
    }
  }

  /// Proposes an event on many incidents: those that can take part in one line, or none.
  ///
  /// Every one is checked first; what needs more than a `y` must be done to one alone.
  mutating func propose(_ event: Event, on targets: Targets) -> [Effect] {
    let judgement = book.judge(
      Proposal(event, seen: targets.seen), by: author, checksApproval: false)
    var left = judgement.left
    var taking: [IncidentID: Int?] = [:]
    var danger = Danger.reversible
    for (id, seen) in targets.seen where !judgement.leavesOut(id) {
      guard let view = book.view(of: book.current(id)) else { continue }
      let needed = event.danger(on: view)
      if needed == .grave {
        left.append(
          LeftOut(
            label: id.text,
            reason: "High severity, and responses are open: resolve it by itself."))
      } else {
        taking[id] = seen
        danger = max(danger, needed)
      }
    }
    left.sort { $0.label < $1.label }
    var recorded = event
    // Of tags only what changes any of them.
    if case .tagged = event { recorded = judgement.event }
    let run = ManyRun(
      proposal: Proposal(recorded, seen: taking), left: left, of: .marks(targets))
    guard !taking.isEmpty else { return reportNone(run) }
    guard danger > .reversible || taking.count > Danger.bulkLimit else { return commit(run) }
    overlay = .confirm(manyQuestion(run, targets))
    return []
  }

  /// Takes back a line, or does it again; many incidents at once are asked about first.
  mutating func toggle(_ entry: JournalEntry) -> [Effect] {
    let ids = entry.incidents
    let proposal = Proposal(undoing: entry)
    guard ids.count > 1 else { return commit(proposal) }
    let run = ManyRun(proposal: proposal, left: [], of: .line(count: ids.count))
    guard ids.count > Danger.bulkLimit else { return commit(run) }
    overlay = .confirm(undoQuestion(run, entry))
    return []
  }

  /// Sends what a question was about to the disk.
  mutating func commit(_ question: Confirmation) -> [Effect] {
    if let effect = question.effect {
      if case .approve = effect { return [effect] }
      pendingCommits += 1
      return [effect]
    }
    return question.run.map { commit($0) } ?? commit(question.proposal)
  }

  /// Sends an action on many to the disk, and remembers what it left out.
  mutating func commit(_ run: ManyRun) -> [Effect] {
    let effects = commit(run.proposal)
    if effects.contains(where: { if case .commit = $0 { true } else { false } }) {
      runs.append(run)
    }
    return effects
  }

  /// Says that nothing can take part, and why.
  mutating func reportNone(_ run: ManyRun) -> [Effect] {
    say(.info, "Nothing was recorded: none of \(LeftOut.counted(run.left)) can take part.")
    show(report(of: run, entry: nil))
    return []
  }

  /// Says what came of an action on many: what took part is no longer marked.
  mutating func finish(
    _ run: ManyRun, _ judgement: Judgement, _ entry: JournalEntry?
  ) -> [Effect] {
    var run = run
    run.left = (run.left + judgement.left).sorted { $0.label < $1.label }
    if let entry {
      remember(run.proposal.event)
      unmark(run, judgement, entry)
      forgetManyDraft(of: run)
      say(.saved, receipt(for: entry) + (run.left.isEmpty ? "" : " \(run.leftWords)."))
    } else {
      say(.failure, "Nothing was recorded: none of \(LeftOut.counted(run.left)) can take part.")
    }
    if !run.left.isEmpty { show(report(of: run, entry: entry)) }
    return []
  }

  private mutating func unmark(
    _ run: ManyRun, _ judgement: Judgement, _ entry: JournalEntry
  ) {
    switch run.subject {
    case .marks:
      marks.ids.subtract(run.proposal.seen.keys.filter { !judgement.leavesOut($0) })
      countMarks()
    case .responses:
      if case .response(let record) = run.proposal.event {
        responsesPane.marks.subtract(record.responses)
      }
    case .plan, .line: break
    }
  }

  /// The action on many that a proposal belongs to, which is then no longer on its way.
  ///
  /// What is on its way may see newer versions than it did when it was sent.
  mutating func takeRun(of proposal: Proposal) -> ManyRun? {
    let ids = Set(proposal.seen.keys)
    let place = runs.firstIndex {
      $0.proposal.event == proposal.event && Set($0.proposal.seen.keys) == ids
    }
    return place.map { runs.remove(at: $0) }
  }

  /// Shows lines to be read, unless something else takes the keys by now; they can be seen again.
  mutating func show(_ report: Report) {
    lastReport = report
    if overlay == nil { overlay = .report(report) }
  }
}

extension Judgement {
  /// Whether an incident that was named cannot take part.
  func leavesOut(_ id: IncidentID) -> Bool { alreadySo[id] != nil || refused[id] != nil }

  /// What cannot take part, and why, in order of id.
  var left: [LeftOut] {
    let all =
      allAlreadySo.map { LeftOut(label: $0.subject.text, reason: $0.sentence) }
      + allRefused.map { LeftOut(label: $0.subject.text, reason: $0.refusal.sentence) }
    return all.sorted { $0.label < $1.label }
  }
}
