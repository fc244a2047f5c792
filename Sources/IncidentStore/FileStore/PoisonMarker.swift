// SPDX-License-Identifier: MIT

private import DefenderWire

/// What a failed flush left in a store, for everybody: a file, or a lock where not even that could
/// be written.
struct PoisonMarker {
  private let files: any FileSystem
  private let layout: StoreLayout
  private let rules: OpeningRules
  private let lock: OpenFile?

  init(
    _ files: any FileSystem, _ layout: StoreLayout, _ rules: OpeningRules, lock: OpenFile?
  ) {
    self.files = files
    self.layout = layout
    self.rules = rules
    self.lock = lock
  }

  /// The error to throw if the store is poisoned.
  var fault: StoreError? {
    if let bytes = try? files.contents(of: layout.poison, by: rules, limit: 4096) {
      let marker = (try? JSONDocument(bytes: bytes))?.root
      return .poisoned(
        reason: Self.sentence(
          call: marker?["call"]?.string?.text ?? "a flush",
          errno: Int32(truncatingIfNeeded: marker?["errno"]?.integer ?? 0),
          at: marker?["at"]?.string?.text ?? "an unknown time", place: layout.root))
    }
    // A marker that cannot be read is one all the same, and so is not being able to look.
    let isMarked: Bool
    do { isMarked = try files.status(at: layout.poison) != nil } catch { return error }
    guard isMarked || lock.map({ files.isLocked($0, .poison) }) == true else { return nil }
    return .poisoned(
      reason: Self.sentence(
        call: "a flush", errno: 0, at: "an unknown time", place: layout.root))
  }

  /// Why nothing may be written, as a sentence; `nil` if the store is not poisoned.
  var closedReason: String? {
    guard case .poisoned(let reason) = fault else { return nil }
    return reason
  }

  static func sentence(call: String, errno: Int32, at: String, place: String) -> String {
    let meaning = errno == 0 ? "" : " (\(StoreError.meaning(ofErrno: errno)))"
    return "\(call) failed at \(at)\(meaning): what is on the disk under \(place) must be checked."
  }
}
