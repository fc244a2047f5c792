// SPDX-License-Identifier: MIT

import Incidents
import TestSupport
import Testing

@testable import IncidentStore

/// The power fails before every single call that changes something, in many ways.
@Suite struct PowerLossTests {
  /// How many ways of losing something are tried; where nothing can be lost, only one.
  private static let rounds: UInt64 = longRun ?? 4

  private static let tape = Result { try Workload().run() }

  @Test func `the workload rotates, tears and heals`() throws {
    let tape = try Self.tape.get()
    let machine = SimulatedMachine(disk: tape.moments.last, at: noon)
    let store = try FileStore(at: storePath, options: .short, files: machine.process())
    let found = try store.verify()
    #expect(found.state == .sound)
    #expect(found.torn > 0)
    #expect(found.lines == tape.lines.count)
    #expect(found.lines > 20)
    #expect(try machine.process().names(in: storePath + "/journal").count > 3)
  }

  @Test(arguments: PowerLoss.allCases)
  func `nothing promised is lost, nothing is there by halves`(_ loss: PowerLoss) throws {
    let tape = try Self.tape.get()
    var crashes = 0
    var failures = 0
    for (moment, disk) in tape.moments.enumerated() {
      let promised = tape.promised(at: moment)
      for round in 0..<(disk.unflushed > 0 ? Self.rounds : 1) {
        let seed = round << 32 | UInt64(moment)
        let machine = SimulatedMachine.restarted(with: disk, after: loss, seed: seed, at: noon)
        let survivor = Survivor(machine: machine, promised: promised, lines: tape.lines)
        crashes += 1
        do {
          if isLongRun || round % 2 == 0 {
            try crashTwice(survivor, loss, seed)
          } else {
            _ = try survivor.examine()
          }
        } catch {
          failures += 1
          if failures <= 20 {
            Issue.record("power lost at call \(moment), \(loss), seed \(seed): \(error)")
          }
        }
      }
    }
    print("power loss \(loss): \(crashes) crashes, \(failures) failures")
    #expect(failures == 0)
  }

  /// Lets a survivor go on, and fail again in the middle of that.
  private func crashTwice(_ survivor: Survivor, _ loss: PowerLoss, _ seed: UInt64) throws {
    let found = survivor.machine.disk
    survivor.machine.startTape()
    let after = try survivor.goOn(["31", "32"])
    var random = SeededNumbers(seed: seed)
    let moments = survivor.machine.moments
    let moment = Int.random(in: 0..<moments.count, using: &random)
    let isLast = moment == moments.count - 1
    let again = SimulatedMachine.restarted(
      with: moments.isEmpty ? found : moments[moment], after: loss, seed: random.next(), at: noon)
    let second = Survivor(
      machine: again, promised: isLast ? after.promised : survivor.promised, lines: after.lines)
    do { _ = try second.goOn(["41", "42"]) } catch {
      throw Complaint("and again at \(moment): \(error)")
    }
  }
}
