// SPDX-License-Identifier: MIT

extension TriageQueue {
  /// The incidents that have managed responses, in triage order; without decoding the others.
  public func incidentsWithResponses(onlyYours: Bool = false) -> [IncidentID] {
    let range = 0..<(onlyYours ? base.archive?.yours ?? 0 : base.rowCount)
    let counts = base.archive?.numbers(.responses, in: range) ?? []
    let found = RowSet(of: range, counts) { $0 != RowColumn.none }.rows
    let old = places(ofBase: found).lazy.map(Int.init)
    let new = fresh.indices.lazy.filter { index in
      let row = fresh[index].row
      return row.totalResponses > 0 && (!onlyYours || row.turn.isYours)
    }.map(place(ofFresh:))
    return (Array(old) + new).sorted().map(id(at:))
  }

  /// How many open incidents come first in a list of incidents in triage order.
  public func openPrefix(of ids: [IncidentID]) -> Int {
    partition(ids.count) { self[ids[$0]]?.turn == .closed }
  }
}
