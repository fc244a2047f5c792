// SPDX-License-Identifier: MIT

import IncidentStore
import Incidents

/// Everything `doctor` looks at, in the order it is told.
struct Diagnosis {
  /// What was found.
  let findings: [Finding]
  /// The status `doctor` ends with: that of `verify` and of opening, so that all three agree; *partly*
  /// where they find nothing and something is to be done all the same.
  let status: ExitStatus

  /// A diagnosis of the store and surroundings of some settings.
  init(_ settings: Settings) {
    let inside = Self.inside(settings)
    findings =
      StoreInspection(of: settings.place.path).findings() + inside.findings
      + Surroundings(settings).findings
    let isSound = !findings.contains { $0.level == .problem }
    status = inside.status != .done ? inside.status : isSound ? .done : .partly
  }

  private static func inside(
    _ settings: Settings
  ) -> (findings: [Finding], status: ExitStatus) {
    do throws(StoreError) {
      let store = try settings.place.open(isReadOnly: true, remembers: false)
      let verification = try store.verify()
      return (
        verification.findings + [head(of: store), index(of: store)], verification.status
      )
    } catch {
      if case .absent = error { return ([], .done) }
      let finding = Finding(
        .problem, "journal", "The store cannot be opened: \(error.sentence)",
        at: settings.place.path, next: "See what is said above.")
      return ([finding], error.status)
    }
  }

  private static func head(of store: FileStore) -> Finding {
    guard let memory = Memory.current else {
      return Finding(
        .notice, "head", "Nothing is remembered: there is no home directory.",
        next: "Set XDG_STATE_HOME to notice a store that was replaced.")
    }
    let place = Memory.absolute(store.place)
    let path = memory.heads.path(ofPlace: place)
    if let refusal = OwnPlaces.refusal(at: memory.heads.directory) {
      return Finding(
        .notice, "head", "Nothing can be remembered: \(refusal)", at: memory.heads.directory,
        next: "Until it can, a store that was cut or replaced is not noticed.")
    }
    if let reason = store.strayReason {
      return Finding(
        .problem, "head", reason, at: path,
        next: "If a backup was restored, 'tocsin doctor --accept-head' records that.")
    }
    do throws(RememberedHeads.Unusable) {
      guard let head = try memory.heads.head(ofStore: store.id, atPlace: place) else {
        return Finding(
          .notice, "head", "No line is remembered yet.", at: path,
          next: "The next command remembers one.")
      }
      return Finding(.ok, "head", "Line \(head.seq) is remembered, and it is there.", at: path)
    } catch {
      return Finding(
        .notice, "head", "What was remembered is of no use: \(error.reason)", at: error.path,
        next: "It is ignored, and written anew by the next command where that is possible.")
    }
  }

  private static func index(of store: FileStore) -> Finding {
    guard let cache = StorePlace.cacheDirectory else {
      return Finding(.ok, "index", "There is no place for one.")
    }
    if let refusal = OwnPlaces.refusal(at: "\(cache)/tocsin/\(store.id)") {
      return Finding(
        .notice, "index", "None can be kept: \(refusal)", at: cache,
        next: "Until it can, every start reads the whole journal.")
    }
    let path = "\(cache)/tocsin/\(store.id)/queue.idx"
    guard let age = Surroundings.age(ofFile: path) else {
      return Finding(.ok, "index", "There is none yet; it is made when it is useful.")
    }
    return Finding(.ok, "index", "It is \(age) old, and can be deleted at any time.", at: path)
  }
}
