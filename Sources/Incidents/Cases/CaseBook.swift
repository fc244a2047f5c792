// SPDX-License-Identifier: MIT

/// Every case, folded from the journal in order.
public struct CaseBook: Hashable, Sendable {
  /// The cases by id, merged ones included.
  public private(set) var cases: [IncidentID: Case] = [:]
  /// The last line taken over, 0 if none.
  public private(set) var seq = 0
  /// What people did, oldest first; observations are not kept.
  public private(set) var actions: [JournalEntry] = []
  /// Which lines are undone, for which incidents, and by which line.
  private var undoing: [Int: [IncidentID: Int]] = [:]
  /// The incidents merged into each target directly.
  private var sources: [IncidentID: Set<IncidentID>] = [:]

  /// An empty book.
  public init() {}

  /// Takes over the next line of the journal.
  public mutating func apply(_ entry: JournalEntry) {
    seq = entry.seq
    if !entry.event.isObservation { actions.append(entry) }
    if case .undone(let target) = entry.event {
      applyUndo(entry, of: target)
      return
    }
    for id in entry.incidents {
      let redirect = cases[id]?.service.redirect
      cases[id, default: Case(id: id)].apply(entry)
      let newRedirect = cases[id]?.service.redirect
      if redirect != newRedirect {
        if let redirect { sources[redirect]?.remove(id) }
        if let newRedirect { sources[newRedirect, default: []].insert(id) }
      }
    }
  }

  /// The action recorded by a line; `nil` if the line is not here or is an observation.
  public func action(seq: Int) -> JournalEntry? {
    var low = 0
    var high = actions.count
    while low < high {
      let middle = (low + high) / 2
      if actions[middle].seq < seq { low = middle + 1 } else { high = middle }
    }
    return low < actions.count && actions[low].seq == seq ? actions[low] : nil
  }

  /// The line that undid a line for an incident, if it is undone.
  public func undoer(of seq: Int, for id: IncidentID) -> Int? { undoing[seq]?[id] }

  /// Whether a line is undone for every incident it concerns.
  public func isUndone(_ entry: JournalEntry) -> Bool {
    let ids = entry.incidents
    return !ids.isEmpty && ids.allSatisfy { undoing[entry.seq]?[$0] != nil }
  }

  /// Whether a line is undone for any incident it concerns.
  func isPartlyUndone(_ entry: JournalEntry) -> Bool { undoing[entry.seq]?.isEmpty == false }

  /// The incidents merged directly into one, in order of id.
  func directSources(of id: IncidentID) -> [IncidentID] { (sources[id] ?? []).sorted() }

  /// An undo toggles its target; undoing an undo brings the line before it back.
  private mutating func applyUndo(_ entry: JournalEntry, of target: Int) {
    for id in entry.incidents { cases[id, default: Case(id: id)].version = entry.seq }
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
        undoing[target, default: [:]][place] = entry.seq
      }
      for place in places(of: undone, shownIn: id) {
        if !isUndone { undoing[undone.seq]?[place] = nil }
        cases[place]?.setUndone(isUndone, seq: undone.seq, by: entry.seq)
      }
    }
  }

  /// The incidents a line was written on that an incident stands for now: itself, and what was
  /// merged into it since.
  func places(of entry: JournalEntry, shownIn id: IncidentID) -> [IncidentID] {
    entry.incidents.filter { $0 == id || current($0) == id }
  }
}
