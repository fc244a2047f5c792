// SPDX-License-Identifier: MIT

import Console
import IncidentStore

/// What the person at this login typed and did not record, in their own state directory.
struct Drafts {
  /// The files.
  let files: DraftFiles

  /// The drafts for a store; `nil` if there is no place for them.
  init?(ofStore id: String) {
    guard let memory = Memory.current else { return nil }
    files = DraftFiles(in: memory.heads.directory, ofStore: id)
  }

  /// Takes over what consoles left that are gone; what cannot be read is looked at next time.
  func adopt() -> [Draft: String] {
    let found = (try? files.adopt()) ?? []
    return Dictionary(found.compactMap { kept in Draft(key: kept.key).map { ($0, kept.text) } }) {
      $0 + "\n\n" + $1
    }
  }

  /// Keeps drafts; the answer is why not, as a sentence, or `nil`.
  func keep(_ drafts: [Draft: String]) -> String? {
    let kept = drafts.map { KeptDraft(key: $0.key.key, text: $0.value) }
    do throws(StoreError) {
      try files.keep(kept.sorted { $0.key.lexicographicallyPrecedes($1.key) })
      return nil
    } catch { return error.sentence }
  }
}
