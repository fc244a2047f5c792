// SPDX-License-Identifier: MIT

import IncidentStore
import Incidents

/// What the person at this login has looked at, in their own state directory.
struct Looking {
  private let file: LookFile

  /// What is remembered of a store; `nil` if there is no place for it.
  init?(ofStore id: String, by author: Author) {
    guard let memory = Memory.current else { return nil }
    file = LookFile(in: memory.heads.directory, ofStore: id, for: author.name)
  }

  /// What was looked at; what cannot be read was not.
  func recall() -> Looks? { try? file.recall() }

  /// Remembers it; where that fails more is shown as changed than is, which harms nobody.
  func keep(_ looks: Looks) { try? file.keep(looks) }
}
