// SPDX-License-Identifier: MIT

import Cells
import Incidents

extension State {
  /// Why the selected incident cannot be put off, nor woken; `nil` if it can.
  var reasonAgainstSnooze: String? {
    if let reason = reasonAgainst(move: .snooze) { return reason }
    return selectedView?.turn.isYours == false
      ? "It asks nothing of you now; there is nothing to snooze." : nil
  }

  /// Opens the form that puts the selected incident off.
  mutating func openSnoozeForm() -> [Effect] {
    guard let view = selectedView else { return [] }
    let isSnoozed = queue[view.id]?.snoozed != nil
    let response = selectedResponse.flatMap { $0.hasOutcome ? nil : $0.id }
    overlay = .snooze(
      SnoozeForm(
        id: view.id, seen: view.version, isSnoozed: isSnoozed, response: response,
        choice: isSnoozed ? .wake : .minutes(120),
        reason: TextField(drafts[.snooze(view.id)] ?? "")))
    return []
  }

  /// Opens the same form for many; what they wait for is a time.
  mutating func openSnoozeForm(on targets: Targets) -> [Effect] {
    guard let id = targets.ids.first else { return [] }
    overlay = .snooze(
      SnoozeForm(
        id: id, seen: 0, isSnoozed: false, response: nil, choice: .minutes(120),
        reason: TextField(manyDrafts[ManyDraft(.snooze, for: targets)] ?? ""), targets: targets))
    return []
  }

  /// Keeps the reason as a draft.
  mutating func keepReason(of form: SnoozeForm) {
    if let targets = form.targets {
      keep(form.reason.text, as: ManyDraft(.snooze, for: targets))
    } else {
      keep(form.reason.text, as: .snooze(form.id))
    }
  }

  mutating func press(_ key: Key, on form: SnoozeForm) -> [Effect] {
    var form = form
    switch (key, form.row) {
    case (.escape, _):
      overlay = nil
      say(.info, form.reason.isEmpty ? "Nothing was recorded." : "Kept as a draft, not recorded.")
      return []
    case (.enter, .choice) where form.choice == .wake:
      overlay = nil
      return propose(.woken, on: form.id, seen: form.seen)
    case (.enter, .reason): return accept(form)
    case (.enter, .until) where moment(form) == nil:
      say(.info, "Until: write \(ComingTime.forms), and one to come.")
    case (.enter, _), (.tab, _), (.down, _): form.move(by: 1)
    case (.backtab, _), (.up, _): form.move(by: -1)
    case (.right, .choice), (.character("l"), .choice), (.character(" "), .choice):
      form.turn(by: 1)
    case (.left, .choice), (.character("h"), .choice): form.turn(by: -1)
    case (.character("0"..."9"), .choice):
      form.choice = .other
      form.row = .until
      form.until = TextField()
      _ = form.until.handle(.key(key))
    case (_, .until): _ = form.until.handle(.key(key))
    case (_, .reason):
      _ = form.reason.handle(.key(key))
      keepReason(of: form)
    case (_, .choice): break
    }
    overlay = .snooze(form)
    return []
  }

  /// When the incident would wake; `nil` where no time is chosen, or none that is to come.
  func moment(_ form: SnoozeForm) -> Timestamp? {
    switch form.choice {
    case .minutes(let minutes):
      return Timestamp(milliseconds: now.milliseconds + Int64(minutes) * 60_000)
    case .other:
      let moment = ComingTime.read(form.until.text, now: now, zone: zone)
      return moment.flatMap { $0 > now ? $0 : nil }
    case .wake, .response: return nil
    }
  }

  private mutating func accept(_ form: SnoozeForm) -> [Effect] {
    var form = form
    let until = moment(form)
    let response = form.choice == .response ? form.response : nil
    guard until != nil || response != nil else {
      form.row = .until
      form.choice = .other
      overlay = .snooze(form)
      say(.info, "Until: write \(ComingTime.forms), and one to come.")
      return []
    }
    guard !form.reason.text.trimmed.isEmpty else {
      overlay = .snooze(form)
      say(.info, "A snooze needs a reason: say why it can wait.")
      return []
    }
    overlay = nil
    let snooze = Snooze(until: until, response: response, reason: form.reason.text)
    if let targets = form.targets { return propose(.snoozed(snooze), on: targets) }
    return propose(.snoozed(snooze), on: form.id, seen: form.seen, keeping: .snooze(form))
  }

  /// Puts what is due back among your move, and says so; behind a dialog it waits for the next
  /// minute after it.
  mutating func wakeSnoozed() -> [Effect] {
    guard isLoaded, !holdsNews, let next = queue.nextWaking, next <= now else { return [] }
    let before = selectedID
    let place = queuePane.place
    queuePane.shown = queuePane.shown.emptied
    let woken = queue.wake(at: now)
    refreshShown(from: place)
    for id in woken where id != selectedID { news[id] = .changed }
    refreshByChanges(from: place)
    if let first = woken.first {
      let reason = book.view(of: first)?.written.snooze.value?.reason ?? ""
      announce(
        woken.count == 1
          ? "\(first) is awake again\(dot)it waited for: \(reason.onOneLine(isASCII: isASCII))"
          : "\(woken.count) incidents are awake again, \(first) first.")
    }
    return selectionChanged(from: before)
  }
}

extension SnoozeForm {
  /// Moves the focus so many rows on, round and round; a time is asked for only where one is typed.
  mutating func move(by offset: Int) {
    let rows: [Row] = choice == .other ? [.choice, .until, .reason] : [.choice, .reason]
    let place = rows.firstIndex(of: row) ?? 0
    row = rows[(place + offset + rows.count) % rows.count]
  }

  /// Chooses the next length.
  mutating func turn(by offset: Int) {
    let all = choices
    let place = all.firstIndex(of: choice) ?? 0
    choice = all[(place + offset + all.count) % all.count]
  }
}
