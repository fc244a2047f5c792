// SPDX-License-Identifier: MIT

public import Incidents
private import Synchronization

extension FileStore {
  /// How many lines are read at once before anything is shown.
  static let firstLines = 500
  /// How many lines are read before it is told how far it is.
  private static let loadStep = 4000

  /// Everything as it stands now.
  public func snapshot() throws(StoreError) -> CaseBook {
    try state.withLock { state throws(StoreError) in
      try catchUp(&state)
      return state.book
    }
  }

  /// Everything, if it can be shown at once: an index was good, or there is little to read.
  public var ready: CaseBook? { state.withLock { $0.isChecked ? $0.book : nil } }

  /// Reads what opening left, and tells how far it is.
  ///
  /// What was read so far is told each time it has grown fourfold: showing it costs as much again.
  public func load(_ tell: (Loading) -> Void) throws(StoreError) -> CaseBook {
    var next = 1000
    let size = journalSize()
    while true {
      let loading = try state.withLock { state throws(StoreError) -> Loading? in
        guard try !catchUp(&state, most: min(next, Self.loadStep)) else { return nil }
        let lines = state.book.seq
        let read = max(1, state.tailBytes)
        let isDue = lines >= next
        if isDue { next = lines * 4 }
        return Loading(
          lines: lines, expected: max(lines, lines * size / read), book: isDue ? state.book : nil)
      }
      guard let loading else { return try snapshot() }
      tell(loading)
    }
  }

  private func journalSize() -> Int {
    ((try? files.names(in: layout.journal)) ?? []).reduce(0) { sum, name in
      sum + ((try? files.status(at: layout.journal + "/" + name))?.size ?? 0)
    }
  }
}
