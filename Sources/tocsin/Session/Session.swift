// SPDX-License-Identifier: MIT

import IncidentStore
import Incidents

/// A store that is open, and its journal folded.
struct Session {
  /// What the options mean.
  let settings: Settings
  /// The store.
  let store: any Store
  /// Every case as it stands.
  let book: CaseBook

  /// Opens the store there is.
  init(_ options: GlobalOptions, writing: Bool = false) throws {
    let settings = try Settings(options)
    if writing && settings.isReadOnly { throw Failure.readOnly }
    try self.init(settings, store: settings.place.open(isReadOnly: settings.isReadOnly))
    // Whoever writes is told by the store, with the cause.
    if !writing, !settings.isReadOnly, let reason = store.readOnlyReason {
      Failure.tell("The store can only be read: \(reason)")
    }
  }

  /// Reads the journal of a store.
  init(_ settings: Settings, store: any Store) throws {
    self.settings = settings
    self.store = store
    book = try store.snapshot()
    if settings.isVerbose {
      let author = settings.author.title
      Failure.tell("\(store.place), \(book.seq) lines, as \(author)")
    }
  }

  /// The incident that stands for an id now; one that was merged is said to be.
  func resolve(_ id: IncidentID) throws(Failure) -> IncidentID {
    guard book.cases[id] != nil else { throw .noIncident(id) }
    let current = book.current(id)
    if current != id { Failure.tell("\(id) was merged into \(current).") }
    return current
  }

  /// The queue: rows with all words, closed ones only where asked for.
  func queue(words: [String] = [], all: Bool = false) -> (rows: [QueueRow], hidden: Int) {
    let queue = TriageQueue(book)
    guard !words.isEmpty else {
      // Closed rows come last: those that are not shown need not even be read.
      let shown = all ? queue.count : queue.open
      return (Array(queue.rows.prefix(shown)), queue.count - shown)
    }
    let filter = WordFilter(words)
    let found = queue.rows.filter { row in
      book.view(of: row.id).map { filter.matches($0.searchTexts) } ?? false
    }
    let rows = all ? found : found.filter { $0.turn != .closed }
    return (rows, found.count - rows.count)
  }
}
