// SPDX-License-Identifier: MIT

/// Tells the courses of all incidents from the journal's lines, in one pass: what is kept is for
/// each incident, not for each line.
public struct CourseReplay {
  private let book: CaseBook
  private let period: Period
  private let only: IncidentID?
  private var roots: [IncidentID: IncidentID] = [:]
  private var tracks: [IncidentID: CourseTrack] = [:]

  /// Begins before the first line.
  ///
  /// The book is as of now. It says which incident stands for which, and what was undone: both hold
  /// from the start, however late they came to be.
  ///
  /// `only` is the incident to tell of, if not all, by the id it has now.
  public init(_ book: CaseBook, over period: Period, only: IncidentID? = nil) {
    self.book = book
    self.period = period
    self.only = only
  }

  /// Takes the next line, also one after the period's end: it may tell what was before.
  public mutating func take(_ entry: JournalEntry) {
    if case .undone = entry.event { return }
    let isOurs = !entry.event.isObservation
    for id in entry.incidents where !isOurs || book.undoer(of: entry.seq, for: id) == nil {
      let root = root(of: id)
      if let only, root != only { continue }
      tracks[root, default: CourseTrack(root, at: entry.ownTime)].take(entry, on: id, in: period)
    }
  }

  /// The courses at the end of the period of every incident that began before it, in order of id.
  public consuming func courses() -> [IncidentCourse] {
    let period = period
    return tracks.values.map { $0.course(at: period) }
      .filter { $0.startedAt < period.end }
      .sorted { $0.id < $1.id }
  }

  private mutating func root(of id: IncidentID) -> IncidentID {
    if let root = roots[id] { return root }
    let root = book.current(id)
    roots[id] = root
    return root
  }
}
