// SPDX-License-Identifier: MIT

import Cells
import Incidents

/// What a text can be asked for.
enum Question {
  case filter, search, owner, comment
}

extension State {
  /// Opens a prompt on the selected incident, with what was typed before.
  mutating func ask(_ question: Question) -> [Effect] {
    switch question {
    case .filter:
      open(
        .filter(before: queuePane.filter, selection: selectedID), text: queuePane.filter.text,
        isSuggestion: !queuePane.filter.isEmpty)
    case .search:
      open(.search, text: "")
    case .owner:
      guard let id = selectedID else { return [] }
      open(.owner(id), text: author.name, isSuggestion: true)
    case .comment:
      guard let id = selectedID else { return [] }
      open(.comment(id), text: drafts[.comment(id)] ?? "")
    }
    return []
  }

  /// Asks why a response is skipped or failed.
  mutating func askReason(_ id: IncidentID, response: String, _ step: ResponseStep) {
    let draft = drafts[.reason(id, response: response, step)] ?? ""
    open(.reason(id, response: response, step), text: draft)
  }

  private mutating func open(
    _ purpose: Prompt.Purpose, text: String, isSuggestion: Bool = false
  ) {
    let seen = selectedView?.version ?? 0
    overlay = .prompt(
      Prompt(
        purpose: purpose, field: TextField(text), isSuggestion: isSuggestion, seen: seen))
  }

  mutating func press(_ key: Key, on prompt: Prompt) -> [Effect] {
    switch key {
    case .escape: return leave(prompt)
    case .enter: return accept(prompt)
    case .tab, .backtab, .up, .down:
      guard case .filter = prompt.purpose else { fallthrough }
      return pressInQuery(key, prompt)
    default:
      var prompt = prompt
      if prompt.isSuggestion, case .character = key { prompt.field.clear() }
      prompt.isSuggestion = false
      switch prompt.purpose {
      case .tags where key == .tab: prompt.complete()
      case .comment, .many(.comment, _):
        var area = TextArea(prompt.field, columns: Dialog.inside(size))
        _ = area.handle(.key(key))
        prompt.field = area.field
      default: _ = prompt.field.handle(.key(key))
      }
      return edited(prompt)
    }
  }

  /// Keeps the text as a draft with every key; a filter acts at once.
  mutating func edited(_ prompt: Prompt) -> [Effect] {
    overlay = .prompt(prompt)
    if let draft = prompt.purpose.draft { drafts[draft] = prompt.field.text }
    keepForMany(prompt)
    guard case .filter = prompt.purpose else { return [] }
    return editedQuery(prompt)
  }

  private mutating func leave(_ prompt: Prompt) -> [Effect] {
    overlay = nil
    if case .filter(let before, let selection) = prompt.purpose {
      return show(before, selecting: selection)
    }
    if let draft = prompt.purpose.draft { drafts[draft] = prompt.field.text }
    if prompt.purpose.draft != nil || prompt.purpose.manyDraft != nil, !prompt.field.isEmpty {
      say(.info, "Kept as a draft, not recorded.")
    }
    return []
  }

  private mutating func accept(_ prompt: Prompt) -> [Effect] {
    let text = prompt.field.text
    let isBlank = text.utf8.allSatisfy { $0 <= 0x20 }
    overlay = nil
    switch prompt.purpose {
    case .filter: return acceptQuery(prompt)
    case .search: return search(text)
    case .owner(let id):
      return propose(
        .assigned(owner: isBlank ? nil : text.trimmed), on: id, seen: prompt.seen,
        keeping: .prompt(prompt))
    case .comment(let id):
      guard !isBlank else { return [] }
      return propose(
        .commented(text: text), on: id, seen: prompt.seen, keeping: .prompt(prompt))
    case .tags(let id, let known, _): return acceptTags(prompt, on: id, known: known)
    case .reason(let id, let response, let step):
      guard !isBlank else {
        overlay = .prompt(prompt)
        return []
      }
      let record = ResponseRecord(responses: [response], step: step, note: text)
      return propose(
        .response(record), on: id, seen: prompt.seen, keeping: .prompt(prompt))
    case .reasons(let id, let responses, let step):
      guard !isBlank else {
        overlay = .prompt(prompt)
        return []
      }
      return propose(step, note: text, on: responses, of: id, seen: prompt.seen)
    case .many(let question, let targets):
      return accept(prompt, as: question, about: targets)
    }
  }
}

extension Prompt.Purpose {
  /// The draft the text is kept as.
  var draft: Draft? {
    switch self {
    case .comment(let id): .comment(id)
    case .reason(let id, let response, let step): .reason(id, response: response, step)
    case .filter, .search, .owner, .tags, .reasons, .many: nil
    }
  }
}
