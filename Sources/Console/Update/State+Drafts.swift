// SPDX-License-Identifier: MIT

import Incidents

extension State {
  /// The drafts with something in them.
  public var keptDrafts: [Draft: String] { drafts.filter { !$0.value.isEmpty } }

  /// What must be kept on the disk after a change; nothing if the drafts are as they were.
  func draftEffects(since before: [Draft: String]) -> [Effect] {
    guard drafts != before else { return [] }
    let kept = keptDrafts
    return kept == before.filter { !$0.value.isEmpty } ? [] : [.keepDrafts(kept)]
  }

  /// Takes over drafts of a console that is gone; what is being typed here stays.
  mutating func take(_ found: [Draft: String]) {
    drafts.merge(found) { mine, _ in mine.isEmpty ? "" : mine }
    let order = found.keys.sorted {
      ($0.subject, $0.key.joined()) < ($1.subject, $1.key.joined())
    }
    guard let first = order.first else { return }
    let others = Set(found.keys.map(\.subject)).count - 1
    say(
      .info,
      "A draft for \(first.subject) was kept: \(first.keys) continues it"
        + (others > 0 ? ", and drafts for \(others) more." : "."))
  }

  /// Keeps a text as a draft, or gives the draft up if there is nothing to keep.
  mutating func keep(_ text: String, as draft: Draft, unless known: String = "") {
    drafts[draft] = text.utf8.elementsEqual(known.utf8) ? nil : text
  }
}
