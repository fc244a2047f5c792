// SPDX-License-Identifier: MIT

import Incidents

extension State {
  /// The most actions looked through for a name.
  private static let ownerActions = 2000

  /// Whether nobody has gone by a name here before a line: a slip in a name looks like a person.
  func isNew(_ owner: String, in entry: JournalEntry) -> Bool {
    func isIt(_ name: String) -> Bool { name.folded == owner.folded }
    if [author.name, author.login ?? ""].contains(where: isIt) { return false }
    let isInJournal = book.actions.suffix(Self.ownerActions).contains { action in
      if isIt(action.by.name) { return true }
      guard action.seq != entry.seq, case .assigned(let other?) = action.event else { return false }
      return isIt(other)
    }
    if isInJournal { return false }
    let query = Query(.every([.test(.field(.owner, owner)), .test(.state(.any))]))
    let rows = FilteredQueue(queue, QueueFilter(query), in: queryContext)
    return !rows.indices.contains { place in
      let row = rows.row(at: place)
      return isIt(row.owner) && !entry.incidents.contains(row.id)
    }
  }
}
