// SPDX-License-Identifier: MIT

import Cells
import Incidents

extension State {
  /// Asks for the one text that goes to many incidents.
  mutating func ask(_ question: ManyQuestion, about targets: Targets) -> [Effect] {
    let purpose = Prompt.Purpose.many(question, targets)
    let text = question == .owner ? author.name : manyDraft(of: purpose)
    overlay = .prompt(
      Prompt(
        purpose: purpose, field: TextField(text), isSuggestion: question == .owner, seen: 0))
    return []
  }

  /// What was typed before for the same.
  func manyDraft(of purpose: Prompt.Purpose) -> String {
    purpose.manyDraft.flatMap { manyDrafts[$0] } ?? ""
  }

  /// Keeps what is typed for many.
  mutating func keepForMany(_ prompt: Prompt) {
    if let draft = prompt.purpose.manyDraft { keep(prompt.field.text, as: draft) }
  }

  /// Keeps a text that is typed for many, or gives the draft up if there is nothing to keep.
  mutating func keep(_ text: String, as draft: ManyDraft) {
    manyDrafts[draft] = text.isEmpty ? nil : text
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

  /// Gives up the text that is on the disk now; what was typed for others is kept.
  mutating func forgetManyDraft(of run: ManyRun) {
    let kind: ManyDraft.Kind
    switch run.proposal.event {
    case .commented: kind = .comment
    case .snoozed: kind = .snooze
    case .resolved: kind = .resolution
    case .response(let record): kind = .reasons(record.step)
    default: return
    }
    if case .marks(let targets) = run.subject {
      manyDrafts[ManyDraft(kind, for: targets)] = nil
    } else if case .response(let record) = run.proposal.event {
      for id in run.proposal.seen.keys {
        let done = Set(record.responses(of: id))
        for draft in manyDrafts.keys
        where draft.kind == kind && draft.incidents == [id] && draft.responses.isSuperset(of: done)
        {
          manyDrafts[draft] = nil
        }
      }
    }
  }
}

extension ManyQuestion {
  /// What the text is kept as.
  fileprivate var draft: ManyDraft.Kind? {
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
    case .many(let question, let targets): question.draft.map { ManyDraft($0, for: targets) }
    case .reasons(let id, let responses, let step): ManyDraft(step, on: responses, of: id)
    default: nil
    }
  }
}
