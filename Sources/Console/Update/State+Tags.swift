// SPDX-License-Identifier: MIT

import Cells
import Incidents

extension State {
  /// How many rows are looked through for tags to complete with.
  private static let tagRows = 300

  /// Opens the prompt for the selected incident's tags.
  ///
  /// A tag with a comma in it cannot be told from two, so it is left as it is.
  mutating func askTags() -> [Effect] {
    guard let view = selectedView else { return [] }
    let tags = view.shownTags.map(\.name).filter { !$0.utf8.contains(UInt8(ascii: ",")) }
    let text = tags.isEmpty ? "" : tags.joined(separator: ", ") + ", "
    overlay = .prompt(
      Prompt(
        purpose: .tags(view.id, known: tags, suggestions: knownTags), field: TextField(text),
        seen: view.version))
    return []
  }

  /// Tags of the first rows and of newest changes, each once, in order.
  var knownTags: [String] {
    var tags: Set<String> = []
    for row in queue.rows.prefix(Self.tagRows) { tags.formUnion(row.tags) }
    for entry in book.actions.suffix(Self.tagRows) {
      if case .tagged(let edit) = entry.event { tags.formUnion(edit.add) }
    }
    return tags.filter { !$0.utf8.contains(UInt8(ascii: ",")) }.sorted()
  }

  /// Records what the prompt for tags says other than was there.
  mutating func acceptTags(
    _ prompt: Prompt, on id: IncidentID, known: [String]
  ) -> [Effect] {
    let wanted = TagEdit(add: TagLine(prompt.field.text).names).add
    func isIn(_ tags: [String]) -> (String) -> Bool {
      { tag in tags.contains { $0.utf8.elementsEqual(tag.utf8) } }
    }
    let edit = TagEdit(
      add: wanted.filter { !isIn(known)($0) }, remove: known.filter { !isIn(wanted)($0) })
    if let refusal = edit.refusal {
      say(.failure, "\(refusal) To take a tag off, delete it from the line.")
      overlay = .prompt(prompt)
      return []
    }
    guard !edit.isEmpty else {
      say(.info, "Nothing was changed; nothing was recorded.")
      return []
    }
    return propose(.tagged(edit), on: id, seen: prompt.seen, keeping: .prompt(prompt))
  }
}

extension Prompt {
  /// The word before the cursor and the tags it can become.
  var completions: (word: String, tags: [String]) {
    guard case .tags(_, _, let suggestions) = purpose else { return ("", []) }
    let before = field.scalars[..<field.cursor]
    let start = (before.lastIndex(of: ",") ?? -1) + 1
    let word = String(String.UnicodeScalarView(before[start...])).trimmed
    let folded = word.folded
    let present = TagLine(field.text).names
    return (
      word,
      suggestions.filter { tag in
        tag.folded.starts(with: folded) && !present.contains { $0.utf8.elementsEqual(tag.utf8) }
      }
    )
  }

  /// Completes the word before the cursor to the first tag it can become.
  mutating func complete() {
    let (word, tags) = completions
    guard let tag = tags.first else { return }
    for _ in word.unicodeScalars { field.deleteBackward() }
    field.insert(tag + ", ")
  }
}
