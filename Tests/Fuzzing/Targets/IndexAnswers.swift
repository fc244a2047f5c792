// SPDX-License-Identifier: MIT

internal import Incidents

@testable internal import IncidentStore

/// What an index says to every question that can be asked.
struct IndexAnswers: Hashable, Sendable {
  private var ids: [IncidentID] = []
  private var cases: [Case] = []
  private var numbers: [Int?] = []
  private var merges: [IncidentID] = []
  private var actions: [JournalEntry] = []
  private var seqs: [Int] = []
  private var undoers: [[IncidentID: Int]] = []
  private var rows: [[Int32]] = []
  private var places: [LinePlace] = []

  init(_ index: QueueIndex) {
    for number in 0..<index.count {
      ids.append(index.id(at: number))
      cases.append(index.case(at: number))
    }
    numbers = (1...9).compactMap { IncidentID("\($0)") }.map { index.number(of: $0) }
    for place in 0..<index.targetCount {
      let merge = index.merge(at: place)
      merges += [merge.target] + merge.sources + index.sources(of: merge.target)
    }
    for place in 0..<index.actionCount {
      actions.append(index.action(at: place))
      seqs.append(index.actionSeq(at: place))
    }
    for kind in [ActionKind.other, .undoable, .undo] {
      seqs.append(index.lastAction(by: 7, kind, before: index.actionCount) ?? -1)
    }
    for place in 0..<index.undoneCount {
      seqs.append(index.undoneSeq(at: place))
      undoers.append(index.undoers(of: index.undoneSeq(at: place)))
    }
    for place in 0..<index.exceptionCount {
      seqs += [index.exceptionSeq(at: place), index.exception(at: place).before]
    }
    for place in 0..<index[.marks].count / 16 { places.append(index.mark(at: place)) }
    for words in [["incident"], ["1", "i"], ["\u{E9}"]] {
      let found = index.rows(in: 0..<index.rowCount, matching: words.map { Array($0.utf8) })
      rows.append(found)
      rows.append(index.rows(among: found, matching: [Array("e".utf8)]))
    }
  }
}
