// SPDX-License-Identifier: MIT

import Glibc
import Incidents
import TestSupport
import Testing

@testable import IncidentStore

/// Every call fails once, and from then on, in every way, until the operation gets through.
@Suite struct FaultTests {
  /// What is done while something fails.
  enum Operation: CaseIterable {
    case create, open, commit, rotate, heal, takeImport

    /// Does it; throws if it could not be done.
    func run(_ files: SimulatedFileSystem, fault: SimulatedFault) throws(StoreError) {
      var options = StoreOptions.short
      if self == .create {
        files.inject(fault)
        _ = try FileStore.create(at: storePath, group: nil, options: options, files: files)
        return
      }
      if self == .rotate { options.segmentLimit = 1 }
      if self == .open { files.inject(fault) }
      let store = try FileStore(at: storePath, options: options, files: files)
      if self != .open { files.inject(fault) }
      switch self {
      case .create: break
      case .open:
        guard try store.entries(after: 0).count == 5, try store.document(of: id("11")) != nil
        else { throw .absent(path: "lines") }
      case .commit, .rotate, .heal:
        let text = String(repeating: "fault ", count: 200)
        let proposal = Proposal(.commented(text: text), on: ["11", "12"].map { id($0) })
        guard try store.commit(proposal, by: author("analyst")).entry != nil else {
          throw .absent(path: "entry")
        }
      case .takeImport:
        try take(
          ["11", "21", "22"].map { incidentJSON($0, version: 3) } + ["{\"id\":}"], into: store,
          at: FaultTests.later)
      }
    }

    /// How many lines the journal has when it was done.
    var lines: Int {
      switch self {
      case .create: 0
      case .open: 5
      case .commit, .rotate, .heal: 6
      case .takeImport: 8
      }
    }
  }

  static let later = Timestamp(milliseconds: noon.milliseconds + 60_000)

  /// A store with five lines, and one whose last line is unfinished.
  private static let prepared = Result { () throws -> (whole: SimulatedDisk, torn: SimulatedDisk) in
    let machine = emptyMachine()
    let store = try FileStore.create(
      at: storePath, group: nil, options: .short, files: machine.process()
    ).store
    try take(["11", "12", "13"].map { incidentJSON($0) }, into: store)
    for _ in 0..<2 {
      _ = try store.commit(Proposal(.commented(text: "c"), on: [id("11")]), by: author("analyst"))
    }
    let whole = machine.disk
    let doomed = machine.process()
    let other = try FileStore(at: storePath, options: .short, files: doomed)
    doomed.inject(SimulatedFault(.write, number: 1, .diesHalfway))
    _ = try? other.commit(Proposal(.commented(text: "d"), on: [id("11")]), by: author("doomed"))
    return (whole, machine.disk)
  }

  private static let effects: [SimulatedFault.Effect] = [
    .fails(EIO), .fails(ENOSPC), .fails(EDQUOT), .fails(EROFS), .fails(EACCES),
    .failsHalfway(ENOSPC), .failsHalfway(EIO),
  ]

  @Test(arguments: Operation.allCases)
  func `no fault makes a wrong promise or does harm`(_ operation: Operation) throws {
    let (whole, torn) = try Self.prepared.get()
    var tried = 0
    var refused = 0
    var failures = 0
    for call in SimulatedCall.allCases {
      for effect in Self.effects {
        if case .failsHalfway = effect, call != .write { continue }
        for isPersistent in [false, true] {
          var number = 0
          var hasStruck = true
          while hasStruck, number < 500 {
            number += 1
            let fault = SimulatedFault(call, number: number, effect, isPersistent: isPersistent)
            let machine =
              switch operation {
              case .create: emptyMachine()
              case .heal: SimulatedMachine(disk: torn, at: noon)
              default: SimulatedMachine(disk: whole, at: noon)
              }
            let files = machine.process()
            var error: StoreError?
            do throws(StoreError) { try operation.run(files, fault: fault) } catch let found {
              error = found
            }
            hasStruck = files.hasStruck
            tried += 1
            if error != nil { refused += 1 }
            do { try check(operation, fault, error, machine, files) } catch {
              failures += 1
              if failures <= 20 { Issue.record("\(operation), \(fault): \(error)") }
            }
          }
          if number >= 500 { Issue.record("\(operation) never gets through \(call)") }
        }
      }
    }
    print("faults in \(operation): \(tried) tried, \(refused) refused, \(failures) failures")
    #expect(failures == 0)
    #expect(refused > 0)
  }

  private func check(
    _ operation: Operation, _ fault: SimulatedFault, _ error: StoreError?,
    _ machine: SimulatedMachine, _ files: SimulatedFileSystem
  ) throws {
    if case .absent(let path)? = error, path != storePath {
      throw Complaint("a promise was wrong about \(path)")
    }
    if case .broken? = error { throw Complaint("an error of the disk is called broken") }
    if !files.hasStruck, let error { throw Complaint("it fails without a fault: \(error)") }
    let isFlush = fault.call == .syncData || fault.call == .syncAll
    files.inject(nil)
    if isFlush, files.hasStruck || error != nil, operation != .create, operation != .open {
      guard let error, error.isPoison else { throw Complaint("a failed flush was \(error as Any)") }
      try expectPoison(machine)
    }
    // What another process finds now, and what is left when the power fails.
    var promised = Promised()
    promised.isCreated = operation != .create || error == nil
    promised.lines = error == nil ? operation.lines : operation == .create ? 0 : 5
    if error == nil, operation == .takeImport {
      promised.imported = Self.later
      promised.quarantined = 1
    }
    try look(machine, promised, isPoisoned: error?.isPoison == true)
    for (seed, loss) in PowerLoss.allCases.enumerated()
    where isLongRun || fault.number % 3 == seed {
      let after = SimulatedMachine.restarted(
        with: machine.disk, after: loss, seed: UInt64(seed + fault.number), at: noon)
      try look(after, promised, isPoisoned: nil)
    }
  }

  /// Whether all processes find the store poisoned, and go on reading.
  private func expectPoison(_ machine: SimulatedMachine) throws {
    let store = try FileStore(at: storePath, options: .short, files: machine.process())
    var error: StoreError?
    do throws(StoreError) {
      _ = try store.commit(Proposal(.acknowledged, on: [id("12")]), by: author("other"))
    } catch let found { error = found }
    guard error?.isPoison == true else { throw Complaint("others may write: \(error as Any)") }
    guard try store.entries(after: 0).count >= 5 else { throw Complaint("reading stopped") }
  }

  private func look(
    _ machine: SimulatedMachine, _ promised: Promised, isPoisoned: Bool?
  ) throws {
    let files = machine.process()
    let store: FileStore
    do throws(StoreError) {
      store = try FileStore(at: storePath, options: .short, files: files)
    } catch {
      guard case .absent = error, !promised.isCreated else { throw error }
      store = try FileStore.create(
        at: storePath, group: nil, options: .short, files: files
      ).store
    }
    let found = try store.verify()
    if case .broken(let place) = found.state { throw Complaint("broken: \(place)") }
    guard found.damagedDocuments.isEmpty else { throw Complaint("\(found.damagedDocuments)") }
    guard found.lines >= promised.lines else {
      throw Complaint("\(found.lines) lines of \(promised.lines) promised")
    }
    if let imported = promised.imported, try store.lastImport()?.at != imported {
      throw Complaint("the time of the import is lost")
    }
    guard found.quarantined >= promised.quarantined else { throw Complaint("quarantine lost") }
    // Unless it is poisoned, the next one to come can work.
    let isMarked = try files.status(at: storePath + "/POISONED") != nil
    guard isPoisoned != true, !isMarked else { return }
    try take([incidentJSON("77", version: 9)], into: store, at: Self.later)
    guard try store.verify().state == .sound else { throw Complaint("going on does harm") }
  }
}
