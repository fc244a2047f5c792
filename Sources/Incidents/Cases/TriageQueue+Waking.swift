// SPDX-License-Identifier: MIT

extension TriageQueue {
  /// Puts every row whose time has come back among those that are awake, and gives their ids, the
  /// earliest first.
  ///
  /// What wakes first stands first, so that nothing but what wakes is looked at.
  @discardableResult
  public mutating func wake(at now: Timestamp) -> [IncidentID] {
    var woken: [IncidentID] = []
    var first = awake
    while first < yours {
      let row = row(at: first)
      guard row.snoozed?.snooze.isOver(at: now) == true else { break }
      replace(row.id, with: row.awake(at: now))
      woken.append(row.id)
      first += 1
    }
    return woken
  }

  /// When the next row wakes; `nil` if none waits for a time.
  public var nextWaking: Timestamp? {
    let first = awake
    return first < yours ? row(at: first).snoozed?.snooze.until : nil
  }
}

extension QueueRow {
  /// The row at a moment: without its snooze, if that is over.
  public func awake(at now: Timestamp?) -> QueueRow {
    guard let now, let snoozed, snoozed.snooze.isOver(at: now) else { return self }
    var row = self
    row.snoozed = nil
    return row
  }
}

extension ArchiveBase {
  /// How many rows are snoozed: they are the last of the customer's move.
  var snoozed: Int {
    guard let archive, archive.yours > 0 else { return 0 }
    let yours = min(archive.yours, archive.rowCount)
    func isSnoozed(_ row: Int) -> Bool {
      RowMarks(rawValue: archive.number(.marks, at: row)).contains(.snoozed)
    }
    guard isSnoozed(yours - 1) else { return 0 }
    return yours - partition(yours, isSnoozed)
  }
}
