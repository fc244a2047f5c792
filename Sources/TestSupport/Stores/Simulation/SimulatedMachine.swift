// SPDX-License-Identifier: MIT

package import IncidentStore
package import Incidents
internal import Synchronization

/// A computer with one disk that can lose its power; its processes are ``SimulatedFileSystem``s.
package final class SimulatedMachine: Sendable {
  struct OpenNode: Sendable {
    var node: Int
    var process: Int
  }

  struct Lock: Hashable, Sendable {
    var node: Int
    var byte: LockByte
  }

  struct State: Sendable {
    var disk: SimulatedDisk
    var open: [Int32: OpenNode] = [:]
    var locks: [Lock: Int32] = [:]
    var nextDescriptor: Int32 = 100
    var processes = 0
    var isTaped = false
    var tape: [SimulatedDisk] = []
  }

  /// The user everything belongs to.
  package static let user = UserIdentity(uid: 1000, groups: [1000])

  let state: Mutex<State>
  /// The time files are written at.
  let now: Timestamp

  /// Switches a machine on: with a new disk, or one found after a loss of power.
  package init(disk: SimulatedDisk? = nil, at now: Timestamp) {
    self.now = now
    state = Mutex(State(disk: disk ?? SimulatedDisk(owner: 1000, group: 1000, at: now)))
  }

  /// Starts a process.
  package func process() -> SimulatedFileSystem {
    let number = state.withLock { state in
      state.processes += 1
      return state.processes
    }
    return SimulatedFileSystem(self, number: number)
  }

  /// Begins to record the disk before each call that changes something.
  package func startTape() { state.withLock { $0.isTaped = true } }

  /// The disk before each call that changed something, and as it is now.
  package var moments: [SimulatedDisk] { state.withLock { $0.tape + [$0.disk] } }

  /// How many such calls were recorded.
  package var momentCount: Int { state.withLock { $0.tape.count } }

  /// The disk as it is now.
  package var disk: SimulatedDisk { state.withLock { $0.disk } }

  /// A machine that finds the disk of another as a loss of power may leave it.
  package static func restarted(
    with disk: SimulatedDisk, after loss: PowerLoss, seed: UInt64, at now: Timestamp
  ) -> SimulatedMachine {
    SimulatedMachine(disk: disk.afterPowerLoss(loss, seed: seed), at: now)
  }
}
