// SPDX-License-Identifier: MIT

import Glibc
import Incidents
import TestSupport

@testable import IncidentStore

/// What somebody was told is saved.
struct Promised: Hashable, Sendable {
  var isCreated = false
  /// How many lines of the journal, from the first.
  var lines = 0
  var quarantined = 0
  var imported: Timestamp?
  /// What the process that wrote the last line may remember.
  var head: JournalHead?
}

/// A day in the life of a store: the disk before each call that changed something, what was
/// promised by then, and the journal at the end.
struct Tape: Sendable {
  var moments: [SimulatedDisk]
  var promises: [(moment: Int, promised: Promised)]
  var lines: [JournalEntry]

  func promised(at moment: Int) -> Promised {
    promises.last { $0.moment <= moment }?.promised ?? Promised()
  }
}

/// A day in the life of a store on a simulated machine, with everything that was promised.
///
/// Several processes write by turns; some end in the middle of it.
final class Workload {
  private let machine = emptyMachine()
  private var promises: [(moment: Int, promised: Promised)] = [(0, Promised())]
  private var promised = Promised()
  private let ids = ["11", "12", "13", "14", "21", "22"].map { id($0) }

  private func note(_ change: (inout Promised) -> Void) {
    change(&promised)
    promises.append((machine.momentCount, promised))
  }

  private func noteLines(_ store: FileStore) {
    note {
      $0.lines = store.head.seq
      $0.head = store.durableHead ?? $0.head
    }
  }

  func run() throws -> Tape {
    machine.startTape()
    let first = try FileStore.create(
      at: storePath, group: nil, options: .short, files: machine.process()
    ).store
    note { $0.isCreated = true }
    try take(["11", "12", "13", "14"].map { incidentJSON($0) } + ["{\"id\":}"], into: first)
    note {
      $0.lines = 4
      $0.quarantined = 1
      $0.imported = noon
      $0.head = first.durableHead
    }
    try comment("one", ["11"], first)
    try comment("two " + String(repeating: "x", count: 700), ["12"], first)
    try act(.acknowledged, ["11"], first)
    try comment("bulk " + String(repeating: "y", count: 900), ["11", "12", "13", "14"], first)

    let second = try FileStore(at: storePath, options: .short, files: machine.process())
    try comment("second", ["13"], second)
    try act(.assigned(owner: "carol"), ["11"], first)
    let long = String(repeating: "long title ", count: 40)
    let later = Timestamp(milliseconds: noon.milliseconds + 60_000)
    try take(
      ["11", "12", "21", "22"].map { incidentJSON($0, version: 1, title: long) }, into: second,
      by: "second", at: later)
    note {
      $0.lines = second.head.seq
      $0.imported = later
      $0.head = second.durableHead
    }
    // Processes end at every kind of bad moment, and others go on after them.
    for (number, fault) in [
      SimulatedFault(.write, number: 1, .diesHalfway), SimulatedFault(.syncData, number: 1, .dies),
      SimulatedFault(.write, number: 1, .dies), SimulatedFault(.create, number: 1, .dies),
      SimulatedFault(.sync, number: 1, .dies), SimulatedFault(.write, number: 2, .diesHalfway),
      SimulatedFault(.syncAll, number: 1, .dies), SimulatedFault(.syncData, number: 2, .dies),
    ].enumerated() {
      let doomed = machine.process()
      let store = try FileStore(at: storePath, options: .short, files: doomed)
      doomed.inject(fault)
      let text = "doomed \(number) " + String(repeating: "z", count: 800)
      if number < 5 {
        for _ in 0..<5 {
          _ = try? store.commit(Proposal(.commented(text: text), on: ids), by: author("doomed"))
        }
      } else {
        _ = try? take(
          ["13", "14"].map { incidentJSON($0, version: number, title: long) }, into: store,
          by: "doomed", at: later)
      }
      if !doomed.isDead { noteLines(store) }
      doomed.die()
      try comment("after \(number)", ["14"], number.isMultiple(of: 2) ? first : second)
    }
    try take(
      ["13", "14"].map { incidentJSON($0, version: 20, title: long) }, into: first, at: later)
    noteLines(first)
    for number in 0..<4 {
      try comment("more \(number) " + String(repeating: "w", count: 500), ["21"], second)
    }
    return Tape(
      moments: machine.moments, promises: promises, lines: try second.entries(after: 0))
  }

  private func comment(_ text: String, _ ids: [String], _ store: FileStore) throws {
    try act(.commented(text: text), ids, store)
  }

  private func act(_ event: Event, _ ids: [String], _ store: FileStore) throws {
    let proposal = Proposal(event, on: ids.map { id($0) })
    guard try store.commit(proposal, by: author("analyst")).entry != nil else {
      throw Complaint("\(event) was refused")
    }
    noteLines(store)
  }
}

/// What is wrong, in words.
struct Complaint: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
