// SPDX-License-Identifier: MIT

private import DefenderWire
private import Incidents

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
      reason: Self.sentence(
        call: cause.call, errno: cause.errno ?? 0, at: options.clock().iso8601, place: place))
    state.fault = fault
    do {
      let marker = try files.create(layout.poison, mode: modes.sealed)
      defer { files.close(marker) }
      try files.append(poisonMarker(cause), to: marker)
      try files.sync(marker)
      try files.syncDirectory(of: layout.poison)
    } catch {
      if !error.isExistence, let lockFile { _ = try? files.lock(lockFile, .poison) }
    }
    return fault
  }

  /// The error to throw if the store is poisoned.
  func poison() -> StoreError? {
    if let bytes = try? files.contents(of: layout.poison, by: rules, limit: 4096) {
      let marker = (try? JSONDocument(bytes: bytes))?.root
      return .poisoned(
        reason: Self.sentence(
          call: marker?["call"]?.string?.text ?? "a flush",
          errno: Int32(truncatingIfNeeded: marker?["errno"]?.integer ?? 0),
          at: marker?["at"]?.string?.text ?? "an unknown time", place: place))
    }
    // A marker that cannot be read is one all the same, and so is not being able to look.
    let isMarked: Bool
    do { isMarked = try files.status(at: layout.poison) != nil } catch { return error }
    guard isMarked || lockFile.map({ files.isLocked($0, .poison) }) == true else { return nil }
    return .poisoned(
      reason: Self.sentence(call: "a flush", errno: 0, at: "an unknown time", place: place))
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

  private static func sentence(call: String, errno: Int32, at: String, place: String) -> String {
    let meaning = errno == 0 ? "" : " (\(StoreError.meaning(ofErrno: errno)))"
    return "\(call) failed at \(at)\(meaning): what is on the disk under \(place) must be checked."
  }
}

extension StoreError {
  fileprivate var call: String { if case .system(let call, _, _) = self { call } else { "flush" } }
}
