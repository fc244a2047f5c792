// SPDX-License-Identifier: MIT

/// Every case, folded from the journal in order.
///
/// It may start from an archive; then it holds only what changed since, and reads the rest there.
public struct CaseBook: Hashable, Sendable {
  /// The archive it starts from.
  let base: ArchiveBase
  /// The cases that changed since.
  private(set) var changed = CaseTable()
  /// The last line taken over, 0 if none.
  public private(set) var seq = 0
  /// What people did since.
  private(set) var recent: [JournalEntry] = []
  /// Which lines are undone, for which incidents, and by which line, as far as that changed since.
  private(set) var undoing: [Int: [IncidentID: Int]] = [:]
  /// The records of ours that changed since.
  var records: [Subject: Record] = [:]
  /// The incidents merged into each target directly, as far as that changed since.
  private(set) var sources: [IncidentID: Set<IncidentID>] = [:]

  /// By which policy response clocks run, and so in which order rows are.
  public var policy: ClockPolicy { base.policy }

  /// An empty book.
  public init(_ policy: ClockPolicy = .standard) {
    base = ArchiveBase(archive: nil, policy: policy)
  }

  /// A book that starts from an archive, whose rows must be in order by the same policy.
  public init(_ archive: any CaseArchive, _ policy: ClockPolicy = .standard) {
    base = ArchiveBase(archive: archive, policy: policy)
    seq = archive.seq
  }

  /// The last line folded into the archive it starts from, 0 without one.
  public var archivedSeq: Int { base.seq }

  /// An incident's own case; `nil` if it is not here.
  public func `case`(_ id: IncidentID) -> Case? { changed[id] ?? base.case(id) }

  /// Takes over the next line of the journal.
  public mutating func apply(_ entry: JournalEntry) {
    seq = entry.seq
    if !entry.event.isObservation { recent.append(entry) }
    applyToRecords(entry)
    if case .undone(let target) = entry.event {
      applyUndo(entry, of: target)
      return
    }
    for id in entry.incidents {
      var (redirect, newRedirect): (IncidentID?, IncidentID?)
      edit(id) {
        redirect = $0.service.redirect
        $0.apply(entry)
        newRedirect = $0.service.redirect
      }
      if redirect != newRedirect {
        if let redirect { editSources(of: redirect) { $0.remove(id) } }
        if let newRedirect { editSources(of: newRedirect) { $0.insert(id) } }
      }
    }
  }

  /// What an incident was merged into directly, in this book.
  func redirect(of id: IncidentID) -> IncidentID? {
    if let changed = changed[id] { return changed.service.redirect }
    return base.redirect(of: id)
  }

  /// The line that undid a line for an incident, if it is undone.
  public func undoer(of seq: Int, for id: IncidentID) -> Int? { undoers(of: seq)[id] }

  /// Whether a line is undone for every incident it concerns, or for its records.
  public func isUndone(_ entry: JournalEntry) -> Bool {
    let ids = entry.incidents
    if ids.isEmpty, !entry.records.isEmpty { return isPartlyUndoneOnRecords(entry) }
    guard !ids.isEmpty else { return false }
    let undoers = undoers(of: entry.seq)
    return ids.allSatisfy { undoers[$0] != nil }
  }

  /// Whether a line is undone for any incident or record it concerns.
  func isPartlyUndone(_ entry: JournalEntry) -> Bool {
    !undoers(of: entry.seq).isEmpty || isPartlyUndoneOnRecords(entry)
  }

  /// The incidents merged directly into one, in order of id.
  func directSources(of id: IncidentID) -> [IncidentID] {
    sources[id]?.sorted() ?? base.archive?.sources(of: id) ?? []
  }

  private mutating func editSources<Ignored>(
    of id: IncidentID, _ change: (inout Set<IncidentID>) -> Ignored
  ) {
    if sources[id] == nil { sources[id] = Set(base.archive?.sources(of: id) ?? []) }
    _ = change(&sources[id, default: []])
  }

  /// For which incidents a line is undone, and by which line.
  func undoers(of seq: Int) -> [IncidentID: Int] {
    undoing[seq] ?? (seq <= base.seq ? base.archive?.undoers(of: seq) : nil) ?? [:]
  }

  /// An undo toggles its target; undoing an undo brings the line before it back.
  private mutating func applyUndo(_ entry: JournalEntry, of target: Int) {
    for id in entry.incidents {
      edit(id) { $0.version = entry.seq }
    }
    guard let targeted = action(seq: target) else { return }
    var undone = targeted
    if case .undone(let original) = targeted.event {
      guard let action = action(seq: original) else { return }
      undone = action
    }
    guard undone.event.isUndoable else { return }
    let isUndone = undone.seq == target
    for id in entry.incidents {
      for place in places(of: targeted, shownIn: id) {
        editUndoers(of: target) { $0[place] = entry.seq }
      }
      for place in places(of: undone, shownIn: id) {
        if !isUndone { editUndoers(of: undone.seq) { $0[place] = nil } }
        if self.case(place) != nil {
          edit(place) { $0.setUndone(isUndone, seq: undone.seq, by: entry.seq) }
        }
      }
    }
  }

  private mutating func editUndoers(
    of seq: Int, _ change: (inout [IncidentID: Int]) -> Void
  ) {
    let before = undoers(of: seq)
    change(&undoing[seq, default: before])
  }

  private mutating func edit(_ id: IncidentID, _ change: (inout Case) -> Void) {
    let base = base
    changed.edit(id, from: { base.case(id) ?? Case(id: id) }, change)
  }

  /// The incidents a line was written on that an incident stands for now: itself, and what was
  /// merged into it since.
  func places(of entry: JournalEntry, shownIn id: IncidentID) -> [IncidentID] {
    entry.incidents.filter { $0 == id || current($0) == id }
  }
}
