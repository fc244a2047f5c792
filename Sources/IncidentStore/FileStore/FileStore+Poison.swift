// SPDX-License-Identifier: MIT

private import DefenderWire
private import Incidents
private import Synchronization

extension FileStore {
  /// Flushes; a failure poisons the store.
  ///
  /// After a failed flush the kernel calls the pages clean, so a second try would succeed and mean
  /// nothing. What is on the disk is unknown until somebody has looked.
  func flush(_ file: OpenFile, _ state: inout State) throws(StoreError) {
    do { try files.syncData(file) } catch { throw poison(because: error, &state) }
  }

  /// Marks the store as not to be written to, for everybody, and gives the error to throw.
  func poison(because cause: StoreError, _ state: inout State) -> StoreError {
    let fault = StoreError.poisoned(
      reason: PoisonMarker.sentence(
        call: cause.call, errno: cause.errno ?? 0, at: options.clock().iso8601, place: place))
    state.fault = fault
    do {
      let marker = try files.create(layout.poison, mode: modes.sealed)
      defer { files.close(marker) }
      try files.append(poisonMarker(cause), to: marker)
      try files.sync(marker)
      try files.syncDirectory(of: layout.poison)
    } catch {
      if !error.isExistence, let lockFile {
        state.isHoldingPoison = true
        _ = try? files.lock(lockFile, .poison)
      }
    }
    return fault
  }

  /// The error to throw if the store is poisoned.
  func poison() -> StoreError? { PoisonMarker(files, layout, rules, lock: lockFile).fault }

  /// Why nothing may be written since a flush failed, as a sentence; `nil` if none did.
  var closedReason: String? {
    if case .poisoned(let reason) = state.withLock({ $0.fault }) { return reason }
    return PoisonMarker(files, layout, rules, lock: lockFile).closedReason
  }

  private func poisonMarker(_ cause: StoreError) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("at", options.clock().iso8601)
      writer.member("uid", Int(files.user.uid))
      writer.member("call", cause.call)
      writer.member("errno", Int(cause.errno ?? 0))
    }
    return writer.bytes + [0x0A]
  }
}

extension StoreError {
  fileprivate var call: String { if case .system(let call, _, _) = self { call } else { "flush" } }
}
