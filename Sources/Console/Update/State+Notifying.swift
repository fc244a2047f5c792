// SPDX-License-Identifier: MIT

import Incidents
import Settings

extension State {
  /// Those of some incidents that are your move; `nil` where nobody is to be told.
  func yoursBefore(_ known: Set<IncidentID>) -> Set<IncidentID>? {
    notify == .off ? nil : known.filter { queue[$0]?.turn.isYours ?? false }
  }

  /// Tells the terminal if others made something your move that was not.
  ///
  /// `yours` were your move before; `nil` where nobody is told.
  func notifications(of entries: [JournalEntry], unless yours: Set<IncidentID>?) -> [Effect] {
    guard let yours else { return [] }
    let foreign = entries.filter { $0.event.isObservation || $0.by != author }
    let isNew = foreign.flatMap(\.incidents).map(book.current).contains { id in
      !yours.contains(id) && (queue[id].map { $0.turn.isYours && $0.snoozed == nil } ?? false)
    }
    return isNew ? [.notify(notify)] : []
  }

  /// Tells the terminal of lines that wait behind a dialog, for nobody may sit before it; they are
  /// not folded in yet, so only what the service made your move is known.
  func notifications(ofHeld entries: [JournalEntry]) -> [Effect] {
    guard notify != .off else { return [] }
    let isNew = entries.contains { entry in
      guard case .observed(let observation) = entry.event else { return false }
      return observation.awaitingSince != nil
    }
    return isNew ? [.notify(notify)] : []
  }

  /// What follows from lines that waited: who sat before the dialog was told when they came.
  func withoutNotifications(_ effects: [Effect]) -> [Effect] {
    effects.filter { effect in
      if case .notify = effect { false } else { true }
    }
  }
}
