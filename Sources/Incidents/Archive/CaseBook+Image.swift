// SPDX-License-Identifier: MIT

extension CaseBook {
  /// Everything others were merged into directly, in order of id, and what was.
  package var merges: [(target: IncidentID, sources: [IncidentID])] {
    var targets = Set(sources.keys)
    if let archive = base.archive {
      for place in 0..<archive.targetCount { targets.insert(archive.merge(at: place).target) }
    }
    return targets.sorted().map { ($0, directSources(of: $0)) }.filter { !$0.1.isEmpty }
  }

  /// Every line that is undone for some incident, in order, for which, and by which line.
  package var undone: [(seq: Int, undoers: [(id: IncidentID, by: Int)])] {
    var lines = Set(undoing.keys)
    if let archive = base.archive {
      for place in 0..<archive.undoneCount { lines.insert(archive.undoneSeq(at: place)) }
    }
    return lines.sorted().map { seq in
      (seq, undoers(of: seq).map { (id: $0.key, by: $0.value) }.sorted { $0.id < $1.id })
    }.filter { !$0.1.isEmpty }
  }
}
