// SPDX-License-Identifier: MIT

/// The calls of a simulated process that can be made to fail.
package enum SimulatedCall: String, CaseIterable, Sendable {
  case open, create, makeDirectory, status, names, read, write, overwrite
  case syncData, sync, syncAll, rename, remove, setMode, lock
}

/// What goes wrong, and at which call.
package struct SimulatedFault: Hashable, Sendable, CustomStringConvertible {
  /// What happens.
  package enum Effect: Hashable, Sendable {
    /// The call does nothing and fails with an error number.
    case fails(Int32)
    /// Half of the bytes are written, then it fails with an error number.
    case failsHalfway(Int32)
    /// The process ends before the call, and its locks are released.
    case dies
    /// The process ends when half of the bytes are written.
    case diesHalfway
  }

  /// Which call; `nil` counts all calls that change something.
  package var call: SimulatedCall?
  /// The how many-eth call fails, from 1.
  package var number: Int
  /// What happens to it.
  package var effect: Effect
  /// Whether it happens to all later ones too.
  package var isPersistent: Bool

  /// Describes a fault.
  package init(
    _ call: SimulatedCall?, number: Int, _ effect: Effect, isPersistent: Bool = false
  ) {
    self.call = call
    self.number = number
    self.effect = effect
    self.isPersistent = isPersistent
  }

  /// The fault in words, for a failing test.
  package var description: String {
    "\(call?.rawValue ?? "call") \(number) \(effect)\(isPersistent ? " and all later ones" : "")"
  }
}
