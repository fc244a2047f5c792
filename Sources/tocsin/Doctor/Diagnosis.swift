// SPDX-License-Identifier: MIT

import IncidentStore
import Incidents

/// Everything `doctor` looks at, in the order it is told.
struct Diagnosis {
  private let settings: Settings

  /// A diagnosis of the store and surroundings of some settings.
  init(_ settings: Settings) { self.settings = settings }

  /// What was found.
  func findings() -> [Finding] {
    StoreInspection(of: settings.place.path).findings() + inside() + Surroundings(settings).findings
  }

  private func inside() -> [Finding] {
    do throws(StoreError) {
      let store = try settings.place.open(isReadOnly: true, remembers: false)
      return try store.verify().findings + [head(of: store), index(of: store)]
    } catch {
      if case .absent = error { return [] }
      return [
        Finding(
          .problem, "journal", "The store cannot be opened: \(error.sentence)",
          at: settings.place.path, next: "See what is said above.")
      ]
    }
  }

  private func head(of store: FileStore) -> Finding {
    guard let memory = Memory.current else {
      return Finding(
        .notice, "head", "Nothing is remembered: there is no home directory.",
        next: "Set XDG_STATE_HOME to notice a store that was replaced.")
    }
    let path = memory.heads.path(ofStore: store.id)
    if let reason = store.strayReason {
      return Finding(
        .problem, "head", reason, at: path,
        next: "If a backup was restored, 'tocsin doctor --accept-head' records that.")
    }
    do throws(RememberedHeads.Unusable) {
      guard let head = try memory.heads.head(ofStore: store.id) else {
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

  private func index(of store: FileStore) -> Finding {
    guard let cache = Variables["XDG_CACHE_HOME"] ?? Variables["HOME"].map({ $0 + "/.cache" })
    else { return Finding(.ok, "index", "There is no place for one.") }
    let path = "\(cache)/tocsin/\(store.id)/queue.idx"
    guard let age = Surroundings.age(ofFile: path) else {
      return Finding(.ok, "index", "There is none yet; it is made when it is useful.")
    }
    return Finding(.ok, "index", "It is \(age) old, and can be deleted at any time.", at: path)
  }
}
