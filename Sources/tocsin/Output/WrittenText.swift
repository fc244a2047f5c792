// SPDX-License-Identifier: MIT

import Incidents

/// What people wrote on a case beside comments, as labels and texts for `show`.
struct WrittenText {
  /// Label and text of each part of the note.
  let note: [(label: String, text: String)]
  /// The tags and where each stands; empty if there are none.
  let tags: String
  /// Until when it is snoozed, by whom and why; empty if it is not.
  let snooze: String

  /// What is written on an incident's page.
  init(_ page: IncidentPage) {
    let written = page.view.written
    let texts = [
      ("Hypothesis", written.hypothesis.value), ("Next step", written.nextStep.value),
      ("Blocker", written.blocker.value), ("Due", written.due.value?.dayAndTime ?? ""),
    ]
    note = texts.filter { !$0.1.isEmpty }
    let shown = page.view.shownTags.map { $0.isOnlyHere ? "\($0.name) (here)" : $0.name }
    let taken = page.view.tagsTakenOff.map { "\($0) (in Defender, taken off here)" }
    let theirs = page.view.service.systemTags.map { "\($0) (set by Defender)" }
    tags = (shown + taken + theirs).joined(separator: ", ")
    if let snoozed = page.row.snoozed {
      let condition = snoozed.snooze.condition(titles: page.incident)
      snooze = "Snoozed until \(condition) by \(snoozed.by): \(snoozed.snooze.reason)"
    } else {
      snooze = ""
    }
  }
}
