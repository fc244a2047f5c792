// SPDX-License-Identifier: MIT

import Cells
import Incidents

extension State {
  /// Asks for the one text that goes to many incidents.
  mutating func ask(_ question: ManyQuestion, about targets: Targets) -> [Effect] {
    var text = question.draft.flatMap { manyDrafts[$0] } ?? ""
    if question == .owner { text = author.name }
    if question == .snoozeUntil { text = "2h" }
    overlay = .prompt(
      Prompt(
        purpose: .many(question, targets), field: TextField(text),
        isSuggestion: question == .owner || question == .snoozeUntil, seen: 0))
    return []
  }

  /// Keeps what is typed for many.
  mutating func keepForMany(_ prompt: Prompt) {
    if let draft = prompt.purpose.manyDraft { manyDrafts[draft] = prompt.field.text }
  }

  /// Goes on with what was typed for many.
  mutating func accept(
    _ prompt: Prompt, as question: ManyQuestion, about targets: Targets
  ) -> [Effect] {
    let text = prompt.field.text
    let isBlank = text.trimmed.isEmpty
    switch question {
    case .owner: return propose(.assigned(owner: isBlank ? nil : text), on: targets)
    case .comment:
      return isBlank ? again(prompt) : propose(.commented(text: text), on: targets)
    case .tags:
      let edit = Self.tagEdit(in: text)
      if let refusal = edit.refusal {
        say(.failure, refusal)
        return again(prompt)
      }
      guard !edit.isEmpty else { return again(prompt) }
      return propose(.tagged(edit), on: targets)
    case .snoozeUntil:
      guard let moment = ComingTime.read(text, now: now, zone: zone), moment > now else {
        say(.info, "Until: write \(ComingTime.forms), and one to come.")
        return again(prompt)
      }
      return ask(.snoozeReason(moment), about: targets)
    case .snoozeReason(let moment):
      guard !isBlank else { return again(prompt) }
      return propose(.snoozed(Snooze(until: moment, reason: text)), on: targets)
    }
  }

  private mutating func again(_ prompt: Prompt) -> [Effect] {
    overlay = .prompt(prompt)
    return []
  }

  /// What is put on and taken off: "vip, -reviewed".
  private static func tagEdit(in text: String) -> TagEdit {
    let parts = text.utf8.split(separator: UInt8(ascii: ",")).map {
      String(decoding: $0, as: UTF8.self).trimmed
    }
    return TagEdit(
      add: parts.filter { $0.utf8.first != UInt8(ascii: "-") },
      remove: parts.filter { $0.utf8.first == UInt8(ascii: "-") }.map { String($0.dropFirst()) })
  }

  /// Gives up the text that is on the disk now.
  mutating func forgetManyDraft(of event: Event) {
    switch event {
    case .commented: manyDrafts[.comment] = nil
    case .snoozed: manyDrafts[.snooze] = nil
    case .resolved: manyDrafts[.resolution] = nil
    case .response(let record): manyDrafts[.reasons(record.step)] = nil
    default: break
    }
  }
}

extension ManyQuestion {
  /// What the text is kept as.
  fileprivate var draft: ManyDraft? {
    switch self {
    case .comment: .comment
    case .snoozeReason: .snooze
    case .owner, .tags, .snoozeUntil: nil
    }
  }

  /// The title of the prompt.
  func title(_ count: String) -> String {
    switch self {
    case .owner: "Assign \(count)"
    case .comment: "Comment on \(count)"
    case .tags: "Tag \(count)"
    case .snoozeUntil: "Snooze \(count): until when?"
    case .snoozeReason: "Snooze \(count): why?"
    }
  }

  /// What to write, as sentences.
  var hint: String {
    switch self {
    case .owner: "Empty means nobody."
    case .comment: "One comment for all of them, kept here."
    case .tags: "Separated by commas; -tag takes it off."
    case .snoozeUntil: "30m, 2h, 3d, 08:00 or 2026-11-25 08:00."
    case .snoozeReason(let moment): "Until \(moment.dayAndTime)."
    }
  }
}

extension Prompt.Purpose {
  /// What a text for many is kept as.
  var manyDraft: ManyDraft? {
    switch self {
    case .many(let question, _): question.draft
    case .reasons(_, _, let step): .reasons(step)
    default: nil
    }
  }
}
