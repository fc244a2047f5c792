// SPDX-License-Identifier: MIT

/// Tells the courses of all incidents from the journal's lines, in one pass: what is kept is for
/// each incident, not for each line.
public struct CourseReplay {
  private let book: CaseBook
  private let period: Period
  private var roots: [IncidentID: IncidentID] = [:]
  private var tracks: [IncidentID: CourseTrack] = [:]

  /// Begins before the first line.
  ///
  /// The book is as of now. It says which incident stands for which, and what was undone: both hold
  /// from the start, however late they came to be.
  public init(_ book: CaseBook, over period: Period) {
    self.book = book
    self.period = period
  }

  /// Takes the next line; what comes after the period's end is left out.
  public mutating func take(_ entry: JournalEntry) {
    guard entry.at < period.end else { return }
    if case .undone = entry.event { return }
    let isOurs = !entry.event.isObservation
    for id in entry.incidents where !isOurs || book.undoer(of: entry.seq, for: id) == nil {
      let root = root(of: id)
      tracks[root, default: CourseTrack(root, at: entry.at)].take(entry, on: id, in: period)
    }
  }

  /// The courses at the end of the period of every incident that was open during any of it, in order
  /// of id.
  public consuming func courses() -> [IncidentCourse] {
    let period = period
    return tracks.values.map { $0.course(at: period) }
      .filter { $0.startedAt < period.end && ($0.closedAt.map { $0 >= period.start } ?? true) }
      .sorted { $0.id < $1.id }
  }

  private mutating func root(of id: IncidentID) -> IncidentID {
    if let root = roots[id] { return root }
    let root = book.current(id)
    roots[id] = root
    return root
  }
}
