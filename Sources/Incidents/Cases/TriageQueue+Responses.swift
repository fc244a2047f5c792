// SPDX-License-Identifier: MIT

extension QueueRow {
  /// Stands in the folded texts of a row that has managed responses; it occurs in no UTF-8.
  static let responseMark: UInt8 = 0xFD
}

extension TriageQueue {
  /// The incidents that have managed responses, in triage order; without decoding the others.
  public func incidentsWithResponses(onlyYours: Bool = false) -> [IncidentID] {
    let range = 0..<(onlyYours ? base.archive?.yours ?? 0 : base.rowCount)
    let found = base.archive?.rows(in: range, matching: [[QueueRow.responseMark]]) ?? []
    let old = found.lazy.filter { shows($0) }.map { place(ofBase: Int($0)) }
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
