// SPDX-License-Identifier: MIT

extension CaseBook {
  /// What people did, oldest first; observations are not kept.
  public var actions: Actions { Actions(base: base, recent: recent) }

  /// The action recorded by a line; `nil` if the line is not here or is an observation.
  public func action(seq: Int) -> JournalEntry? {
    let actions = actions
    var low = 0
    var high = actions.count
    while low < high {
      let middle = (low + high) / 2
      if actions.seq(at: middle) < seq { low = middle + 1 } else { high = middle }
    }
    return low < actions.count && actions.seq(at: low) == seq ? actions[low] : nil
  }

  /// What people did, read one by one as asked for.
  public struct Actions: RandomAccessCollection, Sendable {
    let base: ArchiveBase
    let recent: [JournalEntry]

    /// The place of the oldest.
    public var startIndex: Int { 0 }
    /// The place after the newest.
    public var endIndex: Int { base.actionCount + recent.count }

    /// An action.
    public subscript(place: Int) -> JournalEntry {
      if let archive = base.archive, place < archive.actionCount {
        return archive.action(at: place)
      }
      return recent[place - base.actionCount]
    }

    /// The line of an action.
    func seq(at place: Int) -> Int {
      if let archive = base.archive, place < archive.actionCount {
        return archive.actionSeq(at: place)
      }
      return recent[place - base.actionCount].seq
    }

    /// A user's newest action of a kind that is wanted.
    func last(
      by user: UInt32, _ kind: ActionKind, where isWanted: (JournalEntry) -> Bool
    ) -> JournalEntry? {
      let new = recent.last {
        $0.by.uid == user && ActionKind($0.event) == kind && isWanted($0)
      }
      if let new { return new }
      guard let archive = base.archive else { return nil }
      var place = archive.actionCount
      while let before = archive.lastAction(by: user, kind, before: place) {
        let action = archive.action(at: before)
        if isWanted(action) { return action }
        place = before
      }
      return nil
    }
  }
}
