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

    /// The user id of an action's author.
    func user(at place: Int) -> UInt32 {
      if let archive = base.archive, place < archive.actionCount {
        return archive.actionUser(at: place)
      }
      return recent[place - base.actionCount].by.uid
    }
  }
}
