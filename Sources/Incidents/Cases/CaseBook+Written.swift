// SPDX-License-Identifier: MIT

extension CaseBook {
  /// Whether what a person wants written can be.
  func writtenVerdict(on view: Case, _ event: Event, seen: Int) -> Verdict {
    switch event {
    case .noted(let note): noteVerdict(on: view, note)
    case .tagged(let edit): tagVerdict(on: view, edit)
    case .snoozed(let snooze): snoozeVerdict(on: view, snooze, seen: seen)
    case .woken:
      view.snoozed == nil ? .alreadySo("It is not snoozed.") : .lawful
    case .classified(let classification, let determination):
      classifyVerdict(
        on: view, Resolution(classification: classification, determination: determination),
        seen: seen)
    default: .refused(.unlawful("That cannot be recorded."))
    }
  }

  private func noteVerdict(on view: Case, _ note: Note) -> Verdict {
    if note.isEmpty { return .refused(.unlawful("There is nothing to note.")) }
    let written = view.written
    func isSo(_ text: String?, _ ledger: Ledger<String>) -> Bool {
      text?.hasSameBytes(as: ledger.value) ?? true
    }
    let isSo =
      isSo(note.hypothesis, written.hypothesis) && isSo(note.nextStep, written.nextStep)
      && isSo(note.blocker, written.blocker) && note.due.map { $0 == written.due.value } ?? true
    return isSo ? .alreadySo("The note says so already.") : .lawful
  }

  private func tagVerdict(on view: Case, _ edit: TagEdit) -> Verdict {
    if edit.isEmpty { return .refused(.unlawful("There is no tag to add or remove.")) }
    let tags = view.shownTags
    let added = edit.narrowed(to: [view]).add
    if added.isEmpty, !edit.remove.contains(where: view.isTagged) {
      guard edit.add.isEmpty else { return .alreadySo("It is tagged so already.") }
      let names = edit.remove.joined(separator: ", ")
      return .alreadySo(
        edit.remove.count == 1 ? "It has no tag \(names)." : "It has none of the tags \(names).")
    }
    if tags.count + added.count > ServiceFacts.tagLimit {
      return .refused(
        .unlawful("It would have more than \(ServiceFacts.tagLimit) tags; remove some first."))
    }
    return .lawful
  }

  private func snoozeVerdict(on view: Case, _ snooze: Snooze, seen: Int) -> Verdict {
    if snooze.reason.trimmed.isEmpty { return .refused(.unlawful("It needs a reason.")) }
    let lawfulness = IncidentMove.snooze.lawfulness(in: view.status.value)
    if case .unlawful = lawfulness { return Verdict(lawfulness) }
    guard view.turn.isYours else {
      return .refused(.unlawful("It asks nothing of you now; there is nothing to snooze."))
    }
    if let id = snooze.response {
      guard let response = view.response(id) else { return .refused(.unknownResponse(id)) }
      if response.hasOutcome {
        return .refused(.unlawful("\(response.title) is \(response.status.value.title) already."))
      }
    } else if snooze.until == nil {
      return .refused(.unlawful("It needs a time or a response that wakes it."))
    }
    if let now = view.snoozed, now.snooze == snooze {
      return .alreadySo("\(now.by) snoozed it so already.")
    }
    if let change = conflict(
      in: view.written.snooze, "its snooze to ", seen: seen,
      { $0.map { $0.until?.dayAndTime ?? "until a response is done" } ?? "awake" })
    {
      return .refused(.changed(change + "."))
    }
    return .lawful
  }

  private func classifyVerdict(on view: Case, _ wanted: Resolution, seen: Int) -> Verdict {
    let lawfulness = IncidentMove.classify.lawfulness(in: view.status.value)
    if case .unlawful = lawfulness { return Verdict(lawfulness) }
    let known = view.resolution.value
    if known.classification == wanted.classification, known.determination == wanted.determination {
      return .alreadySo("It is classified so already.")
    }
    if let change = conflict(
      in: view.resolution, "the classification to ", seen: seen, \.determination.title)
    {
      return .refused(.changed(change + "."))
    }
    return .lawful
  }

  /// What changed a written field after a line that set it, as a sentence.
  func laterWritten(_ view: Case, _ later: LaterChange) -> String? {
    guard view.hasWritten else { return nil }
    let text: (String) -> String = { $0.isEmpty ? "taken away" : "\"\($0)\"" }
    return later(view.written.hypothesis, text) ?? later(view.written.nextStep, text)
      ?? later(view.written.blocker, text)
      ?? later(view.written.due) { $0?.dayAndTime ?? "no due time" }
      ?? view.written.tags.lazy.compactMap { tag in
        later(tag.isOn) { $0 ? "tagged \(tag.name)" : "not tagged \(tag.name)" }
      }.first
  }
}

extension Case {
  /// Whether the incident has a tag, Defender's or ours.
  func isTagged(_ name: String) -> Bool {
    let name = name.prefix(bytes: ServiceFacts.textLimit)
    return shownTags.contains { $0.name.hasSameBytes(as: name) }
  }
}

extension TagEdit {
  /// What of the edit changes anything on some incidents: what one of them lacks is put on, what
  /// one of them has is taken off.
  func narrowed(to views: [Case]) -> TagEdit {
    TagEdit(
      add: add.filter { tag in views.contains { !$0.isTagged(tag) } },
      remove: remove.filter { tag in views.contains { $0.isTagged(tag) } })
  }
}
