// SPDX-License-Identifier: MIT

import Cells
import Incidents

extension State {
  /// Asks for the one text that goes to many incidents.
  mutating func ask(_ question: ManyQuestion, about targets: Targets) -> [Effect] {
    var text = question.draft.flatMap { manyDrafts[$0] } ?? ""
    if question == .owner { text = author.name }
    overlay = .prompt(
      Prompt(
        purpose: .many(question, targets), field: TextField(text),
        isSuggestion: question == .owner, seen: 0))
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
    case .owner: return propose(.assigned(owner: isBlank ? nil : text.trimmed), on: targets)
    case .comment:
      return isBlank ? again(prompt) : propose(.commented(text: text), on: targets)
    case .tags:
      let edit = TagLine(text).edit
      if let refusal = edit.refusal {
        say(.failure, refusal)
        return again(prompt)
      }
      guard !edit.isEmpty else { return again(prompt) }
      return propose(.tagged(edit), on: targets)
    case .skip: return isBlank ? again(prompt) : skipOpen(text, on: targets)
    }
  }

  private mutating func again(_ prompt: Prompt) -> [Effect] {
    overlay = .prompt(prompt)
    return []
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
    case .skip: .reasons(.skipped)
    case .owner, .tags: nil
    }
  }

  /// The title of the prompt.
  func title(_ count: String) -> String {
    switch self {
    case .owner: "Assign \(count)"
    case .comment: "Comment on \(count)"
    case .tags: "Tag \(count)"
    case .skip: "Skip what is open in \(count)"
    }
  }

  /// What to write, as sentences.
  var hint: String {
    switch self {
    case .owner: "Empty means nobody."
    case .comment: "One comment for all of them, kept here."
    case .tags: "Separated by commas; -tag takes it off."
    case .skip: "One reason for all of them."
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
