// SPDX-License-Identifier: MIT

import Cells
import Incidents

extension State {
  /// Folds new lines of the journal in; what is selected stays selected.
  ///
  /// Lines may be told twice, by an outcome and by the news; the second time says nothing.
  mutating func take(_ told: [JournalEntry]) -> [Effect] {
    let entries = told.filter { $0.seq > book.seq }
    let known = isLoaded ? Set(entries.flatMap(\.incidents).filter { queue[$0] != nil }) : nil
    let yours = known.flatMap(yoursBefore)
    let before = selectedID
    let place = queuePane.place
    let boardBefore = board.flatMap { board in board.place.map { (board.selection, $0) } }
    // What is shown holds the queue, too: changing one that is held twice would copy it.
    queuePane.shown = queuePane.shown.emptied
    for entry in entries { book.apply(entry) }
    if Readiness.isTouched(by: entries) { readiness = Readiness(book) }
    history?.add(entries)
    if isLoaded {
      queue.refresh(after: entries, in: book, at: now)
    } else {
      queue = TriageQueue(book, at: now)
      isLoaded = true
    }
    refreshShown(from: place)
    if let known { note(entries, known: known) }
    refreshByChanges(from: place)
    let notification =
      notifications(of: entries, unless: yours) + refreshBoard(after: entries)
    if let line = entries.last(where: { $0.by == author && !$0.event.isObservation }) {
      moved = nil
      if let board {
        if let (selection, old) = boardBefore, selection == board.selection,
          let new = board.place, new != old
        {
          moved = MovedRow(seq: line.seq, place: new, count: board.rows.count)
        }
      } else if selectedID == before, let place, let new = queuePane.place, new != place {
        moved = MovedRow(seq: line.seq, place: new, count: queuePane.shown.count)
      }
    }
    guard let id = selectedID, id == before else {
      if let before {
        let now = selectedID.map { "\($0) is selected now" } ?? "nothing is left"
        say(.info, "\(before) is no longer shown; \(now).")
      }
      return selectionChanged(from: before) + notification
    }
    let concerned = Set(entries.flatMap(\.incidents)).intersection([id] + book.sources(of: id))
    return (concerned.isEmpty ? [] : [.open(id)]) + notification
  }

  /// Takes over all that was read of the store, or as much as was read so far.
  ///
  /// Until a person chose something, the first row is selected, whichever that is by now.
  mutating func load(_ told: HeldBook) -> [Effect] {
    if told.isWhole { reading = nil }
    guard told.book.seq >= book.seq else { return [] }
    let before = selectedID
    let place = queuePane.isTouched ? queuePane.place : nil
    if !queuePane.isTouched {
      queuePane.selection = nil
      queuePane.top = 0
    }
    book = told.book
    queue = told.queue
    readiness = Readiness(book)
    queue.wake(at: now)
    isLoaded = true
    queuePane.shown = queuePane.shown.emptied
    refreshShown(from: place)
    return selectionChanged(from: before)
  }

  /// Shows the rows a filter lets through.
  mutating func show(_ filter: QueueFilter, selecting id: IncidentID? = nil) -> [Effect] {
    let before = selectedID
    let place = id == nil ? queuePane.place : id.flatMap(queuePane.shown.place(of:))
    queuePane.filter = filter
    if let id { queuePane.selection = id }
    refreshShown(from: place)
    return selectionChanged(from: before)
  }

  /// Brings the shown rows up to date; a selection that vanished moves to its neighbour.
  mutating func refreshShown(from place: Int?, as known: FilteredQueue? = nil) {
    let rows =
      known
      ?? FilteredQueue(queue, queuePane.filter, in: queryContext, narrowing: queuePane.shown.rows)
    queuePane.shown = OrderedQueue(rows, queuePane.order, after: queuePane.shown)
    if let new = queuePane.place {
      // What arrives above does not push the rows on the screen.
      if let place, queuePane.top > 0 || !queuePane.followsTop {
        queuePane.top = max(0, queuePane.top + new - place)
      }
    } else {
      let shown = queuePane.shown
      queuePane.selection =
        shown.isEmpty ? nil : shown[min(place ?? 0, shown.count - 1)]
    }
    countMarks()
    keepResponseSelected()
    keepSelectionVisible()
  }

  /// Brings up to date what a filter shows by what changed, once that is known.
  mutating func refreshByChanges(from place: Int?) {
    guard queuePane.filter.dependsOnChanges, isLoaded else { return }
    refreshShown(from: place)
  }

  /// Brings up to date what a filter shows by the time of day; time takes no selected row away.
  mutating func refreshByTime() {
    guard queuePane.filter.dependsOnTime, isLoaded, !holdsNews else { return }
    let shown = FilteredQueue(queue, queuePane.filter, in: queryContext)
    if let selectedID, shown.place(of: selectedID) == nil { return }
    refreshShown(from: queuePane.place, as: shown)
  }

  /// What follows from another selection: its document is read, its panes start at the top.
  mutating func selectionChanged(from before: IncidentID?) -> [Effect] {
    guard selectedID != before else { return [] }
    newsBeingRead = selectedID.flatMap { news.removeValue(forKey: $0) == nil ? nil : $0 }
    visitSelection()
    opened = nil
    summaryPane.top = 0
    summaryPane.timelineFilter = TimelineFilter()
    responsesPane.selection = nil
    responsesPane.marks = []
    keepResponseSelected()
    return selectedID.map { [.open($0)] } ?? []
  }

  /// Keeps a response selected while there is one: the first the customer must act on.
  mutating func keepResponseSelected() {
    let responses = selectedView?.responses ?? []
    if !responsesPane.marks.isEmpty { responsesPane.marks.formIntersection(responses.map(\.id)) }
    if let selection = responsesPane.selection, responses.contains(where: { $0.id == selection }) {
      return
    }
    let first = responses.first { $0.isOpenForCustomer } ?? responses.first
    responsesPane.selection = first?.id
  }
}
