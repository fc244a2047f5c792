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
    try self.init(options.typed, writing: writing)
  }

  /// Opens the store there is.
  init(_ options: TypedOptions, writing: Bool = false) throws {
    let settings = try Settings(options, for: writing ? .records : .reads)
    if writing && settings.isReadOnly { throw Failure.readOnly }
    try self.init(opening: settings, writing: writing)
  }

  /// Opens the store there is, to read it.
  init(reading settings: Settings) throws { try self.init(opening: settings, writing: false) }

  private init(opening settings: Settings, writing: Bool) throws {
    try self.init(
      settings,
      store: settings.place.open(
        isReadOnly: settings.isReadOnly, remembers: !settings.isReadOnly))
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
      Failure.tell("\(store.place), \(book.seq.counted("line")), as \(author)")
    }
  }

  /// The incident that stands for an id now; one that was merged is said to be.
  func resolve(_ id: IncidentID) throws(Failure) -> IncidentID {
    guard book.cases[id] != nil else { throw .noIncident(id) }
    let current = book.current(id)
    if current != id { Failure.tell("\(id) was merged into \(current).") }
    return current
  }

  /// The queue: rows that answer a query, closed ones only where asked for.
  ///
  /// A value that no incident has and none is known to is a slip, which a script must not take for
  /// an empty queue.
  func queue(
    _ filter: QueueFilter = QueueFilter(), all: Bool = false
  ) throws(Failure) -> Listing {
    let queue = TriageQueue(book, at: Clock.now)
    let doubts = queue.doubts(about: filter.query, in: queryContext)
    guard doubts.isEmpty else { throw .hopelessQuery(doubts) }
    let found = FilteredQueue(queue, filter.withClosed, in: queryContext)
    let shown = filter.isOpenOnly && !all ? found.openCount : found.count
    return Listing(book: book, found: found, count: shown)
  }

  /// What queries are asked with; words are looked for in more than the row.
  var queryContext: QueryContext {
    var context = QueryContext(now: Clock.now, author: settings.author, book: book)
    context.moreTexts = searchTexts(of:)
    return context
  }

  /// What is searched beside the row: the responses, and the ids of what was merged into it.
  @Sendable private func searchTexts(of row: QueueRow) -> [String] {
    let responses = book.view(of: row.id)?.responses ?? []
    return responses.flatMap { [$0.title, $0.service?.target ?? ""] }
      + book.sources(of: row.id).map(\.text)
  }

  /// An incident as it stands after what was just written.
  func current(_ id: IncidentID) -> Case? {
    guard let book = try? store.snapshot() else { return nil }
    return book.view(of: book.current(id))
  }

  /// Says how much of the last import could not be read.
  func tellQuarantined() throws {
    guard let count = try store.lastImport()?.quarantined, count > 0 else { return }
    Failure.tell(
      count == 1
        ? "1 record of the last import could not be read; it is in quarantine."
        : "\(count) records of the last import could not be read; they are in quarantine.")
  }
}
